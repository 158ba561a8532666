"""Positions in a block's text and in a file, which are kept apart by type.

All are half-open and count code points. A `Range` lies in the plain text of one block, a `Span` in the
decoded text of a file; only `Block.lift` turns one into the other.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Range:
    """A place in the plain text of one block."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The part of `text` that stands here."""
        return text[self.start : self.end]


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A place in the decoded text of a file."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The part of `text` that stands here."""
        return text[self.start : self.end]


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A range and the block that it belongs to, by its index in the document."""

    block: int
    at: Range
