"""The text that strings make, with the way back to the file: escapes, line ends, doubled braces."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from functools import cache

from regex import Match, Pattern

from newslint.core.patterns import pattern
from newslint.core.positions import Span
from newslint.core.segments import Editability, Encoder, Segment
from newslint.formats.python.syntax import StringToken

ESCAPE = pattern(
    r"\\(?:(?P<joined>\r\n|\r|\n)|(?P<octal>[0-7]{1,3})|x(?P<x>[0-9a-fA-F]{2})|u(?P<u>[0-9a-fA-F]{4})"
    r"|U(?P<U>[0-9a-fA-F]{8})|N\{(?P<name>[^}\r\n]+)\}|(?P<letter>[\\'\"abfnrtv]))"
)
ODD = {
    (raw, hole): pattern(
        "|".join([r"\r\n|\r|\n", *(() if raw else (r"\\",)), *((r"\{\{|\}\}",) if hole else ())])
    )
    for raw in (False, True)
    for hole in (False, True)
}
"""Where a string may say something else than the file: by rawness, and whether braces are doubled."""
LETTERS = dict(zip("\\'\"abfnrtv", "\\'\"\a\b\f\n\r\t\v", strict=True))
FIELD = pattern(r"\{([\w.]+)[!:}]")
HIGHEST = 0x10FFFF
SURROGATES = range(0xD800, 0xE000)


def segments(text: str, strings: Sequence[StringToken], *, template: bool) -> Iterator[Segment]:
    """The text of some strings that stand side by side.

    In a `template` nothing is put in that would be a field to `format` or to `%`. An interpolation
    shows its name if it has one, and else `{}`.
    """
    style = "\\u" in (written := "".join(string.span.of(text) for string in strings)) and written.isascii()
    for string in strings:
        raw, braced = "r" in string.prefix, bool({"f", "t"} & {*string.prefix})
        encoder = spelling(raw=raw, quote=string.quote, template=template or braced, escapes=style)
        at = string.body.start
        for hole in string.holes:
            yield from _shown(text, Span(at, hole.start), ODD[raw, braced], encoder)
            name = FIELD.match(text, hole.start, hole.end)
            yield Segment(f"{{{name[1]}}}" if name else "{}", hole, Editability.READ_ONLY)
            at = hole.end
        yield from _shown(text, Span(at, string.body.end), ODD[raw, braced], encoder)


def _shown(text: str, where: Span, odd: Pattern[str], encoder: Encoder) -> Iterator[Segment]:
    """The text of a stretch of a string that holds no interpolation."""
    at = begun = where.start
    while found := odd.search(text, at, where.end):
        place = found.start()
        shown, at = _unit(text, place, found.end(), where.end)
        if shown != text[place:at]:
            if begun < place:
                yield Segment(text[begun:place], Span(begun, place), Editability.EDITABLE, encoder)
            if shown:
                editability = Editability.READ_ONLY if shown == "\ufffd" else Editability.ATOMIC
                yield Segment(shown, Span(place, at), editability, encoder)
            begun = at
    if begun < where.end:
        yield Segment(text[begun : where.end], Span(begun, where.end), Editability.EDITABLE, encoder)


def _unit(text: str, start: int, end: int, limit: int) -> tuple[str, int]:
    """What one odd place of a string says, and where it ends."""
    if text[start] != "\\":
        return ("\n" if text[start] in "\r\n" else text[start]), end
    found = ESCAPE.match(text, start, limit)
    if not found:
        return "\\", start + 1
    return _letter(found), found.end()


def _letter(found: Match[str]) -> str:
    """What an escape says; one that is no character of Unicode shows as U+FFFD."""
    if found["joined"]:
        return ""
    if found["letter"]:
        return LETTERS[found["letter"]]
    if found["name"]:
        try:
            return unicodedata.lookup(found["name"])
        except KeyError:
            return "\ufffd"
    number = int(found["octal"], 8) if found["octal"] else int(found["x"] or found["u"] or found["U"], 16)
    return chr(number) if number <= HIGHEST and number not in SURROGATES else "\ufffd"


@cache
def spelling(*, raw: bool, quote: str, template: bool, escapes: bool) -> Encoder:
    """How new text is written between some quotes; line ends never are, they would change the layout.

    With `escapes` what is not ASCII is written as escapes, as the rest of the string does.
    """
    unwritable = {
        *"\r\n\0",
        *("{}%$" if template else ""),
        *("\\" + quote * (len(quote) == 1) if raw else ""),
    }

    def encoder(new: str) -> str | None:
        if unwritable & {*new} or (len(quote) == 3 and quote in new):
            return None
        if raw:
            return new
        written = new.replace("\\", "\\\\")
        if len(quote) == 1:
            written = written.replace(quote, "\\" + quote)
        return "".join(map(_escape, written)) if escapes else written

    return encoder


def _escape(letter: str) -> str:
    if letter.isascii():
        return letter
    return f"\\u{ord(letter):04x}" if ord(letter) <= 0xFFFF else f"\\U{ord(letter):08x}"
