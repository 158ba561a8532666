"""Positions in a block and in a file, as separate types.

All are half-open and count code points. A `Range` is in the plain text of a block, a `Span` in the decoded
text of a file; only `Block.lift` converts one to the other.
"""

from __future__ import annotations

from msgspec import Struct


class Range(Struct, frozen=True, order=True):
    """A range in the plain text of a block."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The part of `text` in it."""
        return text[self.start : self.end]

    def touches(self, other: Range) -> bool:
        """Whether it overlaps another, or is empty and inside it."""
        if self.start < self.end:
            return self.start < other.end and other.start < self.end
        return other.start < self.start < other.end


class Span(Struct, frozen=True, order=True):
    """A range in the decoded text of a file."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The part of `text` in it."""
        return text[self.start : self.end]


class Place(Struct, frozen=True, order=True):
    """A range, and the index of its block in the document."""

    block: int
    at: Range
