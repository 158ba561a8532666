"""Segments of string literals, and encoders for new text."""

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
"""Characters whose value may differ from the source, by rawness and doubled braces."""
LETTERS = dict(zip("\\'\"abfnrtv", "\\'\"\a\b\f\n\r\t\v", strict=True))
FIELD = pattern(r"\{([\w.]+)[!:}]")
HIGHEST = 0x10FFFF
SURROGATES = range(0xD800, 0xE000)


def segments(text: str, strings: Sequence[StringToken], *, template: bool) -> Iterator[Segment]:
    """Yield the segments of adjacent strings.

    Into a `template`, nothing is inserted that `format` or `%` would read as a field. An interpolation reads
    as its name in braces, if it has one, or as `{}`.
    """
    style = "\\u" in (written := "".join(string.span.of(text) for string in strings)) and written.isascii()
    for string in strings:
        raw, braced = "r" in string.prefix, bool({"f", "t"} & {*string.prefix})
        encoder = make_encoder(raw=raw, quote=string.quote, template=template or braced, escapes=style)
        at = string.body.start
        for hole in string.holes:
            yield from _segments(text, Span(at, hole.start), ODD[raw, braced], encoder)
            name = FIELD.match(text, hole.start, hole.end)
            yield Segment(f"{{{name[1]}}}" if name else "{}", hole, Editability.READ_ONLY)
            at = hole.end
        yield from _segments(text, Span(at, string.body.end), ODD[raw, braced], encoder)


def _segments(text: str, where: Span, odd: Pattern[str], encoder: Encoder) -> Iterator[Segment]:
    """Yield the segments of a span without interpolations."""
    at = pending = where.start
    while found := odd.search(text, at, where.end):
        place = found.start()
        shown, at = _unit(text, place, found.end(), where.end)
        if shown != text[place:at]:
            if pending < place:
                yield Segment(text[pending:place], Span(pending, place), Editability.EDITABLE, encoder)
            if shown:
                editability = Editability.READ_ONLY if shown == "\ufffd" else Editability.ATOMIC
                yield Segment(shown, Span(place, at), editability, encoder)
            pending = at
    if pending < where.end:
        yield Segment(text[pending : where.end], Span(pending, where.end), Editability.EDITABLE, encoder)


def _unit(text: str, start: int, end: int, limit: int) -> tuple[str, int]:
    """The value of an escape, line end or brace, and its end."""
    if text[start] != "\\":
        return ("\n" if text[start] in "\r\n" else text[start]), end
    found = ESCAPE.match(text, start, limit)
    if not found:
        return "\\", start + 1
    return _unescape(found), found.end()


def _unescape(found: Match[str]) -> str:
    """The value of an escape; U+FFFD if it is not a character."""
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
def make_encoder(*, raw: bool, quote: str, template: bool, escapes: bool) -> Encoder:
    """An encoder for a kind of string; it rejects line ends.

    With `escapes`, non-ASCII characters are escaped, as in the rest of the string.
    """
    unencodable = {
        *"\r\n\0",
        *("{}%$" if template else ""),
        *("\\" + quote * (len(quote) == 1) if raw else ""),
    }

    def encoder(new: str) -> str | None:
        if unencodable & {*new} or (len(quote) == 3 and quote in new):
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
