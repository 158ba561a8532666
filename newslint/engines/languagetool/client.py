"""Asking a LanguageTool server about a text, through language-tool-python."""

from __future__ import annotations

import ipaddress
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

import msgspec

from newslint.core.patterns import pattern
from newslint.core.positions import Range
from newslint.engines.languagetool.places import place
from newslint.engines.languagetool.trouble import LanguageToolError, LanguageToolRejected, LanguageToolTimeout

LANGUAGE = "en-US"
"""Never `auto`: the server might take a text full of names for another language."""
DIRECT = {"no_proxy": "127.0.0.1,localhost,::1"}
"""A proxy of the environment has no business between newslint and a server on the same machine."""
HALF = pattern(r"[\ud800-\udfff]")
"""Half a character of JSON, which cannot be sent; what stands in for it is as long."""
OUT_OF_MEMORY = ("OutOfMemory", "heap space", "GC overhead")


@dataclass(frozen=True, slots=True)
class Match:
    """What LanguageTool says of one place of a text."""

    at: Range
    rule: str
    message: str
    replacements: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Wish:
    """Which rules to ask for: only those of `only`, or with None all that LanguageTool runs but `without`."""

    only: frozenset[str] | None = None
    without: frozenset[str] = frozenset()


class Client:
    """Asks one server; language-tool-python is imported with the first of them."""

    def __init__(self, url: str, timeout: float) -> None:
        """Meet the server.

        Raises:
            Trouble: language-tool-python is missing, or no LanguageTool that knows English answers.

        """
        self.url = url
        ltp = library()

        class Patient(ltp.LanguageTool):  # type: ignore[misc, name-defined]
            _TIMEOUT = timeout

        self._errors = ltp.exceptions.LanguageToolError
        try:
            self._tool = Patient(LANGUAGE, remote_server=url, proxies=DIRECT if loopback(url) else None)
        except (self._errors, ValueError, TypeError, KeyError) as error:
            raise LanguageToolTimeout(f"no LanguageTool answers at {url}: {error}") from error

    def check(self, text: str, wish: Wish) -> tuple[Match, ...]:
        """What the server says of a text, in code points of the text.

        Raises:
            NoAnswer: it did not answer in time, or ended, or ran out of memory.
            Refused: it answered that it will not check this text.

        """
        tool = self._tool
        tool.enabled_rules = set(wish.only or ())
        tool.enabled_rules_only = wish.only is not None
        tool.disabled_rules = set(wish.without)
        try:
            found = tool.check(HALF.sub("\ufffd", text))
        except self._errors as error:
            said = str(error)
            if isinstance(error.__cause__, OSError) and not isinstance(error.__cause__, ValueError):
                raise LanguageToolTimeout(f"LanguageTool at {self.url} gave no answer: {said}") from error
            if any(sign in said for sign in OUT_OF_MEMORY):
                raise LanguageToolTimeout(f"LanguageTool has too little memory (`xmx`): {said}") from error
            raise LanguageToolRejected(f"LanguageTool would not check it: {said}") from error
        except (KeyError, TypeError) as error:
            raise LanguageToolTimeout(f"what answers at {self.url} is not LanguageTool") from error
        return tuple(
            Match(place(text, m.offset, m.error_length), m.rule_id, m.message, tuple(m.replacements))
            for m in found
        )


def version(url: str, timeout: float) -> str:
    """The version of the server at an address.

    Raises:
        NoAnswer: none answers there.

    """
    from urllib.request import ProxyHandler, build_opener

    opener = build_opener(*([ProxyHandler({})] if loopback(url) else []))
    try:
        with opener.open(f"{url}/v2/check", b"language=en-US&text=a", timeout=timeout) as answer:
            software = msgspec.json.decode(answer.read())["software"]
            return f"{software['version']} of {software.get('buildDate', '')}"
    except (OSError, ValueError, KeyError, TypeError, msgspec.DecodeError) as error:
        raise LanguageToolTimeout(f"no LanguageTool answers at {url}: {error}") from error


def loopback(url: str) -> bool:
    """Whether an address is of this machine."""
    host = urlsplit(url).hostname or ""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def library() -> Any:  # noqa: ANN401 - a module
    """language-tool-python, which is under the GPL and therefore no part of newslint.

    Raises:
        Trouble: it is not installed.

    """
    try:
        import language_tool_python
    except ImportError as error:
        raise LanguageToolError(
            "language-tool-python is missing; `pip install 'newslint[languagetool]'`"
        ) from error
    return language_tool_python
