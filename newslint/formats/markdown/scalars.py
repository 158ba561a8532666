"""Text values of YAML and TOML as segments."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import regex
from msgspec import Struct

from newslint.core.patterns import pattern
from newslint.core.positions import Span
from newslint.core.segments import Editability, Encoder, Segment, identity

LINE_END = r"(?:\r\n|[\n\r\x85\u2028\u2029])"
LINE = pattern(r"[^\n\r\x85\u2028\u2029]+")
UNENCODABLE = pattern(r"[\n\r\x85\u2028\u2029]")


class BadFrontMatter(ValueError):
    """The block is invalid; `problem` says why, `offset` where in the file."""

    def __init__(self, problem: str, offset: int) -> None:
        super().__init__(problem)
        self.problem, self.offset = problem, offset


class Scalar(Struct, frozen=True):
    """A text value: the path of its key, and its segments."""

    path: tuple[str, ...]
    segments: tuple[Segment, ...]


class ScalarStyle(Struct, frozen=True):
    """A notation for text values: its escapes, their decoder and an encoder."""

    special: str
    """A pattern for escapes."""
    decode: Callable[[str], str | None]
    """The value of an escape, or None if invalid."""
    encoder: Encoder

    def segments(self, text: str, span: Span, value: str) -> tuple[Segment, ...]:
        """The segments of a value's span; one read-only segment if in doubt."""
        try:
            found = tuple(self._segments(text, span))
        except ValueError:
            found = ()
        return found if text_of(found) == value else (Segment(value, span, Editability.READ_ONLY),)

    def _segments(self, text: str, span: Span) -> Iterator[Segment]:
        at = span.start
        for match in pattern(self.special).finditer(text, span.start, span.end):
            if at < match.start():
                yield Segment(
                    text[at : match.start()], Span(at, match.start()), Editability.EDITABLE, self.encoder
                )
            yield self._special(match)
            at = match.end()
        if at < span.end:
            yield Segment(text[at : span.end], Span(at, span.end), Editability.EDITABLE, self.encoder)

    def _special(self, match: regex.Match[str]) -> Segment:
        value = self.decode(match[0])
        if value is None:
            raise ValueError(match[0])
        editability = Editability.READ_ONLY if not value or "\n" in value else Editability.ATOMIC
        return Segment(value, Span(*match.span()), editability, self.encoder)


def lines(text: str, span: Span, value: str, encoder: Encoder) -> tuple[Segment, ...]:
    """The segments of a value whose lines are verbatim when stripped.

    If they are not, the value is one read-only segment.
    """
    segments: list[Segment] = []
    at, end = 0, span.start
    for match in LINE.finditer(text, span.start, span.end):
        written = match[0].strip(" \t")
        begin = match.start() + len(match[0]) - len(match[0].lstrip(" \t"))
        found = value.find(written, at) if written else -1
        if found < 0 or value[at:found].strip():
            if not written:
                continue
            return (Segment(value, span, Editability.READ_ONLY),)
        if found > at:
            fold = Editability.ATOMIC if value[at:found] == " " and segments else Editability.READ_ONLY
            segments.append(Segment(value[at:found], Span(end, begin), fold, encoder))
        at, end = found + len(written), begin + len(written)
        segments.append(Segment(written, Span(begin, end), Editability.EDITABLE, encoder))
    return (Segment(value, span, Editability.READ_ONLY),) if value[at:].strip() else tuple(segments)


def text_of(segments: tuple[Segment, ...]) -> str:
    """The concatenated text of segments."""
    return "".join(segment.text for segment in segments)


def in_block(text: str) -> str | None:
    """Encode text for a line of a block scalar."""
    return None if UNENCODABLE.search(text) else identity(text)


def character(hexadecimal: str) -> str | None:
    """The character of a hexadecimal code point, or None."""
    number = int(hexadecimal, 16)
    return chr(number) if number < 0x110000 else None
