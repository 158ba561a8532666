"""Positions in a text, in the unit of the editor."""

from __future__ import annotations

from lsprotocol.types import Position, PositionEncodingKind, Range
from msgspec import Struct

from newslint.core.positions import Span
from newslint.core.source import Lines, Unit

UNITS = {
    PositionEncodingKind.Utf8: Unit.UTF8,
    PositionEncodingKind.Utf16: Unit.UTF16,
    PositionEncodingKind.Utf32: Unit.CODE_POINTS,
}


class TextPositions(Struct, frozen=True):
    """Converts offsets in code points to an editor's positions, and back."""

    lines: Lines
    unit: Unit = Unit.UTF16

    def range(self, span: Span) -> Range:
        """The range of a span."""
        return Range(self.position(span.start), self.position(span.end))

    def position(self, offset: int) -> Position:
        """The position of an offset."""
        line, column = self.lines.position(offset, self.unit)
        return Position(line - 1, column - 1)

    def offset(self, position: Position) -> int:
        """The offset of a position, at most the end of its line."""
        starts = self.lines.starts
        if position.line >= len(starts):
            return len(self.lines.text)
        text = self.lines.line(position.line + 1)
        if self.unit is Unit.CODE_POINTS:
            return starts[position.line] + min(position.character, len(text))
        left = position.character
        for index, letter in enumerate(text):
            if left <= 0:
                return starts[position.line] + index
            left -= self.unit.length(letter)
        return starts[position.line] + len(text)
