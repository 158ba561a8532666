"""Control characters, bidi marks and workflow commands made visible.

File names, articles and messages about them are untrusted. Characters that a terminal, an editor or a build
log would interpret or hide are shown as code points: `<U+001B>`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newslint.core.patterns import pattern

if TYPE_CHECKING:
    import regex

UNSEEN = r"[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]"
"""Characters that a terminal would interpret, drop or break a line at."""
LAID_OUT = r"\x1b\[(?:0|1|2|1;3[1235]|3[2356])m|\x1b\]8;;(?:(?:https|file)://[!-~]+?)?\x1b\\|\n"
"""Sequences that newslint writes itself: colours, links and line ends."""
AT_START = pattern(r"(?m)^([^\S\n]*):(?=:[A-Za-z])")
"""The colon of a GitHub command, which is at the beginning of a line."""
ANYWHERE = pattern(r"#(?=#(?:vso|teamcity)?\[)")
"""The mark of a command of GitHub, Azure or TeamCity, anywhere."""


def visible(text: str) -> str:
    """A text on one line, with control characters as code points."""
    if not (text.isascii() and text.isprintable()):
        text = pattern(UNSEEN).sub(_code_of, text)
    return _disarm(text)


def visible_lines(text: str) -> str:
    """A text with control characters as code points, line by line."""
    return "\n".join(map(visible, text.split("\n")))


def visible_output(text: str) -> str:
    """Laid-out output made visible, but for newslint's own colours and line ends."""
    return _disarm(pattern(f"(?<own>{LAID_OUT})|{UNSEEN}").sub(_code_or_own, text))


def escape_json(json: str) -> str:
    """The same JSON with control characters and workflow commands escaped."""
    json = pattern(rf"(?!\n){UNSEEN}").sub(_escape, json)
    return ANYWHERE.sub(r"\\u0023", json) if "##" in json else json


def _disarm(text: str) -> str:
    """A text that no build takes for a command."""
    if "::" in text:
        text = AT_START.sub(rf"\1{_code(':')}", text)
    return ANYWHERE.sub(_code("#"), text) if "##" in text else text


def _code_of(found: regex.Match[str]) -> str:
    return " " if found[0] == "\t" else _code(found[0])


def _code_or_own(found: regex.Match[str]) -> str:
    return found["own"] or _code_of(found)


def _escape(found: regex.Match[str]) -> str:
    units = found[0].encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{high:02x}{low:02x}" for high, low in zip(units[::2], units[1::2], strict=True))


def _code(letter: str) -> str:
    return f"<U+{ord(letter):04X}>"
