"""Control characters, bidi marks and workflow commands made visible.

Names of files, articles and messages about them come from others. What a terminal, an editor or the log of
a build would obey or hide is shown as its code point, `<U+001B>`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newslint.core.patterns import pattern

if TYPE_CHECKING:
    import regex

UNSEEN = r"[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]"
"""What a terminal would obey, drop or break a line at."""
LAID_OUT = r"\x1b\[(?:0|1|2|1;31|3[26])m|\n"
"""What newslint writes itself: colours and line ends."""
AT_START = pattern(r"(?m)^([^\S\n]*):(?=:[A-Za-z])")
"""The colon of what GitHub takes for a command at the beginning of a line."""
ANYWHERE = pattern(r"#(?=#(?:vso|teamcity)?\[)")
"""The mark of what GitHub, Azure and TeamCity take for a command wherever it stands."""


def visible(text: str) -> str:
    """A text on one line, with control characters shown as code points."""
    if not (text.isascii() and text.isprintable()):
        text = pattern(UNSEEN).sub(_seen, text)
    return _disarmed(text)


def visible_lines(text: str) -> str:
    """The same, line by line."""
    return "\n".join(map(visible, text.split("\n")))


def shown(text: str) -> str:
    """Laid-out output made visible, but for newslint's own colours and line ends."""
    return _disarmed(pattern(f"(?<own>{LAID_OUT})|{UNSEEN}").sub(_seen_or_own, text))


def escaped(json: str) -> str:
    """The same JSON with control characters and workflow commands escaped."""
    json = pattern(rf"(?!\n){UNSEEN}").sub(_escape, json)
    return ANYWHERE.sub(r"\\u0023", json) if "##" in json else json


def _disarmed(text: str) -> str:
    """A text that no build takes for a command."""
    if "::" in text:
        text = AT_START.sub(rf"\1{_code(':')}", text)
    return ANYWHERE.sub(_code("#"), text) if "##" in text else text


def _seen(found: regex.Match[str]) -> str:
    return " " if found[0] == "\t" else _code(found[0])


def _seen_or_own(found: regex.Match[str]) -> str:
    return found["own"] or _seen(found)


def _escape(found: regex.Match[str]) -> str:
    units = found[0].encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{high:02x}{low:02x}" for high, low in zip(units[::2], units[1::2], strict=True))


def _code(letter: str) -> str:
    return f"<U+{ord(letter):04X}>"
