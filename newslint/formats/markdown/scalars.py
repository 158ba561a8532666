"""The texts that YAML and TOML write in quotation marks or over several lines, with their way back."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import regex

from newslint.core.patterns import pattern
from newslint.core.positions import Span
from newslint.core.segments import Editability, Encoder, Segment, identity

LINE_END = r"(?:\r\n|[\n\r\x85\u2028\u2029])"
LINE = pattern(r"[^\n\r\x85\u2028\u2029]+")
UNWRITABLE = pattern(r"[\n\r\x85\u2028\u2029]")


class BadFrontMatter(ValueError):
    """The block cannot be read; `offset` is where in the file's text, `problem` why."""

    def __init__(self, problem: str, offset: int) -> None:
        super().__init__(problem)
        self.problem, self.offset = problem, offset


@dataclass(frozen=True, slots=True)
class Scalar:
    """A text in front matter: its key with those above it, and the pieces that write it."""

    path: tuple[str, ...]
    segments: tuple[Segment, ...]


@dataclass(frozen=True, slots=True)
class ScalarStyle:
    """A way to write a text: what in it stands for something else, for what, and how new text is written."""

    special: str
    """An expression for what does not stand for itself."""
    decoded: Callable[[str], str | None]
    """What one of those stands for, or None where it is wrong."""
    encoder: Encoder

    def segments(self, text: str, span: Span, value: str) -> tuple[Segment, ...]:
        """The pieces of a value that a span of the file writes; one fixed piece where in doubt."""
        try:
            found = tuple(self._pieces(text, span))
        except ValueError:
            found = ()
        return found if shown(found) == value else (Segment(value, span, Editability.READ_ONLY),)

    def _pieces(self, text: str, span: Span) -> Iterator[Segment]:
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
        value = self.decoded(match[0])
        if value is None:
            raise ValueError(match[0])
        editability = Editability.READ_ONLY if not value or "\n" in value else Editability.ATOMIC
        return Segment(value, Span(*match.span()), editability, self.encoder)


def lines(text: str, span: Span, value: str, encoder: Encoder) -> tuple[Segment, ...]:
    """The pieces of a value of one or more lines that are written as they are, but for white space.

    One fixed piece where the value is not just that.
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


def shown(segments: tuple[Segment, ...]) -> str:
    """The text that pieces make."""
    return "".join(segment.text for segment in segments)


def in_block(text: str) -> str | None:
    """New text on a line of its own block."""
    return None if UNWRITABLE.search(text) else identity(text)


def character(hexadecimal: str) -> str | None:
    """The character of a number, if it has one."""
    number = int(hexadecimal, 16)
    return chr(number) if number < 0x110000 else None
