"""Queries a LanguageTool server through language-tool-python."""

from __future__ import annotations

import ipaddress
from collections.abc import Collection
from typing import Any
from urllib.parse import urlsplit

from msgspec import Struct

from newslint.core.extras import install_advice
from newslint.core.grade import Verdict
from newslint.core.patterns import pattern
from newslint.core.positions import Range
from newslint.engines.languagetool.answer import NotLanguageTool, ServerRefusal, ask, matches_of, version_of
from newslint.engines.languagetool.errors import LanguageToolError, LanguageToolRejected, LanguageToolTimeout
from newslint.engines.languagetool.names import RULE
from newslint.engines.languagetool.offsets import range_of

LANGUAGE = "en-US"
"""Not `auto`: the server might mistake a text full of names for another language."""
LONE_SURROGATE = pattern(r"[\ud800-\udfff]")
"""Lone surrogates, which cannot be sent; the replacement has the same length."""
OUT_OF_MEMORY = ("OutOfMemory", "heap space", "GC overhead")


class Match(Struct, frozen=True):
    """A match of a rule in a text."""

    at: Range
    rule: str
    message: str
    replacements: tuple[str, ...] = ()


class RuleChoice(Struct, frozen=True):
    """The rules to run: those of `only`, or all but `without`."""

    only: frozenset[str] | None = None
    without: frozenset[str] = frozenset()
    gated: frozenset[tuple[Verdict, str]] = frozenset()

    def for_verdicts(self, verdicts: Collection[Verdict]) -> RuleChoice:
        """Return the rules to run in an article with some verdicts."""
        more = frozenset(rule for verdict, rule in self.gated if verdict in verdicts)
        return RuleChoice(self.only if self.only is None else self.only | more, self.without)


class Client:
    """A client of one server; imports language-tool-python on first use."""

    def __init__(self, url: str, timeout: float) -> None:
        """Connect to the server.

        Raises:
            LanguageToolError: language-tool-python is missing, or no LanguageTool for English answers.

        """
        self.url = url
        ltp = library()

        class BoundedClient(ltp.LanguageTool):  # type: ignore[misc, name-defined]
            """A client with bounded and validated answers."""

            def _query_server(
                self, url: str, params: dict[str, str] | None = None, num_tries: int = 2, method: str = "get"
            ) -> object:
                post = method == "post"
                found = ask(url, params, timeout, direct=loopback(url), post=post, tries=num_tries)
                return matches_of(found) if post else found

        try:
            self._tool = BoundedClient(LANGUAGE, remote_server=url)
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
        """Check a text; ranges are in code points.

        Raises:
            LanguageToolTimeout: the server did not answer in time, ended, or ran out of memory.
            LanguageToolRejected: the server refused to check this text.

        """
        tool = self._tool
        tool.enabled_rules = set(wish.only or ())
        tool.enabled_rules_only = wish.only is not None
        tool.disabled_rules = set(wish.without)
        try:
            found = tool.check(LONE_SURROGATE.sub("\ufffd", text))
        except OSError as error:
            raise LanguageToolTimeout(f"LanguageTool at {self.url} gave no answer: {error}") from error
        except ServerRefusal as error:
            if any(sign in str(error) for sign in OUT_OF_MEMORY):
                raise LanguageToolTimeout(f"LanguageTool has too little memory (`xmx`): {error}") from error
            raise LanguageToolRejected(f"LanguageTool refused to check it: {error}") from error
        except NotLanguageTool as error:
            raise LanguageToolTimeout(f"what answers at {self.url} is not LanguageTool: {error}") from error
        return tuple(
            Match(
                range_of(text, m.offset, m.error_length),
                m.rule_id,
                _without_surrogates(m.message),
                tuple(map(_without_surrogates, m.replacements)),
            )
            for m in found
            if RULE.fullmatch(m.rule_id)
        )


def version(url: str, timeout: float) -> str:
    """The version of the server at a URL.

    Raises:
        LanguageToolTimeout: no LanguageTool answers.

    """
    try:
        asked = {"language": LANGUAGE, "text": "a"}
        return version_of(ask(f"{url}/v2/check", asked, timeout, direct=loopback(url), post=True))
    except (OSError, ValueError) as error:
        raise LanguageToolTimeout(f"no LanguageTool answers at {url}: {error}") from error


def _without_surrogates(text: str) -> str:
    """Replace lone surrogates, which cannot be encoded."""
    return LONE_SURROGATE.sub("\ufffd", text)


def loopback(url: str) -> bool:
    """Whether a URL refers to this machine."""
    host = urlsplit(url).hostname or ""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def library() -> Any:  # noqa: ANN401 - a module
    """Import language-tool-python, an optional package as it is under the GPL.

    Raises:
        LanguageToolError: it is not installed.

    """
    try:
        import language_tool_python
    except ImportError as error:
        raise LanguageToolError(
            f"language-tool-python is not installed; {install_advice('languagetool')}"
        ) from error
    return language_tool_python
