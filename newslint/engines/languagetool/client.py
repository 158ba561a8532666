"""Asking a LanguageTool server about a text, through language-tool-python."""

from __future__ import annotations

import ipaddress
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from newslint.core.patterns import pattern
from newslint.core.positions import Range
from newslint.engines.languagetool.answer import NotLanguageTool, ServerRefusal, ask, matches_of, version_of
from newslint.engines.languagetool.names import RULE
from newslint.engines.languagetool.places import place
from newslint.engines.languagetool.trouble import LanguageToolError, LanguageToolRejected, LanguageToolTimeout

LANGUAGE = "en-US"
"""Never `auto`: the server might take a text full of names for another language."""
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
class RuleChoice:
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

        class Bounded(ltp.LanguageTool):  # type: ignore[misc, name-defined]
            """The same with answers that are bounded and validated."""

            def _query_server(
                self, url: str, params: dict[str, str] | None = None, num_tries: int = 2, method: str = "get"
            ) -> object:
                post = method == "post"
                found = ask(url, params, timeout, direct=loopback(url), post=post, tries=num_tries)
                return matches_of(found) if post else found

        try:
            self._tool = Bounded(LANGUAGE, remote_server=url)
        except (
            OSError,
            ValueError,
            TypeError,
            KeyError,
            AttributeError,
            ltp.exceptions.LanguageToolError,
        ) as error:
            raise LanguageToolTimeout(f"no LanguageTool answers at {url}: {error}") from error

    def check(self, text: str, wish: RuleChoice) -> tuple[Match, ...]:
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
        except OSError as error:
            raise LanguageToolTimeout(f"LanguageTool at {self.url} gave no answer: {error}") from error
        except ServerRefusal as error:
            if any(sign in str(error) for sign in OUT_OF_MEMORY):
                raise LanguageToolTimeout(f"LanguageTool has too little memory (`xmx`): {error}") from error
            raise LanguageToolRejected(f"LanguageTool would not check it: {error}") from error
        except NotLanguageTool as error:
            raise LanguageToolTimeout(f"what answers at {self.url} is not LanguageTool: {error}") from error
        return tuple(
            Match(
                place(text, m.offset, m.error_length),
                m.rule_id,
                _whole(m.message),
                tuple(map(_whole, m.replacements)),
            )
            for m in found
            if RULE.fullmatch(m.rule_id)
        )


def version(url: str, timeout: float) -> str:
    """The version of the server at an address.

    Raises:
        NoAnswer: none answers there.

    """
    try:
        asked = {"language": LANGUAGE, "text": "a"}
        return version_of(ask(f"{url}/v2/check", asked, timeout, direct=loopback(url), post=True))
    except (OSError, ValueError) as error:
        raise LanguageToolTimeout(f"no LanguageTool answers at {url}: {error}") from error


def _whole(text: str) -> str:
    """A text without half characters, which cannot be kept or written."""
    return HALF.sub("\ufffd", text)


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
