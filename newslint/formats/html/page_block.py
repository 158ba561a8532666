"""Collects the segments of a block while a page is parsed."""

from __future__ import annotations

from newslint.core.positions import Span
from newslint.core.segments import BlockKind, BlockSource, Editability, Segment
from newslint.formats.html.elements import ROOT, HtmlElement
from newslint.formats.language_tags import declared_languages
from newslint.formats.templates import PLACEHOLDER


class PageBlock:
    """A block under construction; white space at its ends is dropped."""

    def __init__(self) -> None:
        self._segments: list[tuple[Segment, str]] = []
        """The segments so far, each with its declared language."""
        self._pending: list[Segment] = []
        """Segments that count only if text follows."""
        self._kinds: set[BlockKind] = set()
        self._place = ROOT
        self._spaced, self._broken = True, False
        self._reach = 0

    @property
    def legible(self) -> bool:
        """Whether the block holds any text."""
        return any(
            not segment.text.isspace() and segment.text != PLACEHOLDER for segment, _ in self._segments
        )

    def begin(self, place: HtmlElement) -> None:
        """Set the element of the block, unless it has one."""
        if not self._segments:
            self._place = place

    def add(self, segment: Segment, place: HtmlElement) -> None:
        """Add text that is inside an element."""
        if self._pending:
            self._segments += [(pending, place.language) for pending in self._pending]
            self._pending = []
        self._segments.append((segment, place.language))
        self._kinds.add(place.kind)
        self._spaced = self._broken = False

    def add_space(self, segment: Segment) -> None:
        """Add white space; in a row, only the first counts."""
        if not self._spaced:
            self._pending.append(segment)
            self._spaced = True

    def add_placeholder(self, segment: Segment) -> None:
        """Add a placeholder for something other than text."""
        if self._segments:
            self._pending.append(segment)
            self._spaced = self._broken = False

    def add_line_break(self, segment: Segment) -> bool:
        """Add a line break; return False if it ends the block."""
        if self._broken:
            return False
        if self._segments:
            if self._pending and self._spaced:
                self._pending.pop()
            self._pending.append(segment)
            self._spaced = self._broken = True
        return True

    def extend(self, end: int) -> None:
        """Extend the block over a comment, which may come last."""
        self._reach = end

    def block_source(self) -> BlockSource:
        """The finished block, of the kind of its text or its element."""
        kind = self._kinds.pop() if len(self._kinds) == 1 else self._place.base
        language, foreign = declared_languages([(segment.text, tag) for segment, tag in self._segments])
        segments = tuple(segment for segment, _ in self._segments)
        if self._reach > segments[-1].span.end:
            segments += (Segment("", Span(self._reach, self._reach), Editability.READ_ONLY),)
        return BlockSource(kind, segments, self._place.block, self._place.flow, language, foreign)
