"""The texts that YAML and TOML write in quotation marks or over several lines, with their way back."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import regex

from newslint.model import Span
from newslint.patterns import pattern
from newslint.view import Grip, Piece, Spelling, as_it_is

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
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Style:
    """A way to write a text: what in it stands for something else, for what, and how new text is written."""

    special: str
    """An expression for what does not stand for itself."""
    decoded: Callable[[str], str | None]
    """What one of those stands for, or None where it is wrong."""
    spell: Spelling

    def pieces(self, text: str, span: Span, value: str) -> tuple[Piece, ...]:
        """The pieces of a value that a span of the file writes; one fixed piece where in doubt."""
        try:
            found = tuple(self._pieces(text, span))
        except ValueError:
            found = ()
        return found if shown(found) == value else (Piece(value, span, Grip.FIXED),)

    def _pieces(self, text: str, span: Span) -> Iterator[Piece]:
        at = span.start
        for match in pattern(self.special).finditer(text, span.start, span.end):
            if at < match.start():
                yield Piece(text[at : match.start()], Span(at, match.start()), Grip.VERBATIM, self.spell)
            yield self._special(match)
            at = match.end()
        if at < span.end:
            yield Piece(text[at : span.end], Span(at, span.end), Grip.VERBATIM, self.spell)

    def _special(self, match: regex.Match[str]) -> Piece:
        value = self.decoded(match[0])
        if value is None:
            raise ValueError(match[0])
        grip = Grip.FIXED if not value or "\n" in value else Grip.ESCAPED
        return Piece(value, Span(*match.span()), grip, self.spell)


def lines(text: str, span: Span, value: str, spell: Spelling) -> tuple[Piece, ...]:
    """The pieces of a value of one or more lines that are written as they are, but for white space.

    One fixed piece where the value is not just that.
    """
    pieces: list[Piece] = []
    at, end = 0, span.start
    for match in LINE.finditer(text, span.start, span.end):
        written = match[0].strip(" \t")
        begin = match.start() + len(match[0]) - len(match[0].lstrip(" \t"))
        found = value.find(written, at) if written else -1
        if found < 0 or value[at:found].strip():
            if not written:
                continue
            return (Piece(value, span, Grip.FIXED),)
        if found > at:
            fold = Grip.ESCAPED if value[at:found] == " " and pieces else Grip.FIXED
            pieces.append(Piece(value[at:found], Span(end, begin), fold, spell))
        at, end = found + len(written), begin + len(written)
        pieces.append(Piece(written, Span(begin, end), Grip.VERBATIM, spell))
    return (Piece(value, span, Grip.FIXED),) if value[at:].strip() else tuple(pieces)


def shown(pieces: tuple[Piece, ...]) -> str:
    """The text that pieces make."""
    return "".join(piece.text for piece in pieces)


def in_block(text: str) -> str | None:
    """New text on a line of its own block."""
    return None if UNWRITABLE.search(text) else as_it_is(text)


def character(hexadecimal: str) -> str | None:
    """The character of a number, if it has one."""
    number = int(hexadecimal, 16)
    return chr(number) if number < 0x110000 else None
