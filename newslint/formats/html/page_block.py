"""A block of a page while it is being read."""

from __future__ import annotations

from newslint.core.positions import Span
from newslint.core.segments import BlockKind, BlockSource, Editability, Segment
from newslint.formats.html.elements import ROOT, Open
from newslint.formats.language_tags import declared_languages
from newslint.formats.templates import PLACEHOLDER


class PageBlock:
    """A block that is being read; white space at its ends is not taken into it."""

    def __init__(self) -> None:
        self._pieces: list[tuple[Segment, str]] = []
        """What is read, each with the language that is declared for it."""
        self._waiting: list[Segment] = []
        """What counts only if text follows."""
        self._kinds: set[BlockKind] = set()
        self._place = ROOT
        self._spaced, self._broken = True, False
        self._reach = 0

    @property
    def legible(self) -> bool:
        """Whether there is anything to read in it."""
        return any(not segment.text.isspace() and segment.text != PLACEHOLDER for segment, _ in self._pieces)

    def begin(self, place: Open) -> None:
        """Say in which element it stands; the first word on it counts."""
        if not self._pieces:
            self._place = place

    def add(self, segment: Segment, place: Open) -> None:
        """Read on in an element."""
        if self._waiting:
            self._pieces += [(waiting, place.language) for waiting in self._waiting]
            self._waiting = []
        self._pieces.append((segment, place.language))
        self._kinds.add(place.kind)
        self._spaced = self._broken = False

    def space(self, segment: Segment) -> None:
        """Read white space, which shows where none stands before it."""
        if not self._spaced:
            self._waiting.append(segment)
            self._spaced = True

    def stand_in(self, segment: Segment) -> None:
        """Read what stands for something that is no text."""
        if self._pieces:
            self._waiting.append(segment)
            self._spaced = self._broken = False

    def break_line(self, segment: Segment) -> bool:
        """Read a line break as white space, or say that it ends the block, being the second in a row."""
        if self._broken:
            return False
        if self._pieces:
            if self._waiting and self._spaced:
                self._waiting.pop()
            self._waiting.append(segment)
            self._spaced = self._broken = True
        return True

    def reach(self, end: int) -> None:
        """A comment in the block ends, which is about the block even if no text follows."""
        self._reach = end

    def block_source(self) -> BlockSource:
        """The block as it was read: of the kind that all of its text is, or the element that it stands in."""
        kind = self._kinds.pop() if len(self._kinds) == 1 else self._place.base
        language, foreign = declared_languages([(segment.text, tag) for segment, tag in self._pieces])
        pieces = tuple(segment for segment, _ in self._pieces)
        if self._reach > pieces[-1].span.end:
            pieces += (Segment("", Span(self._reach, self._reach), Editability.READ_ONLY),)
        return BlockSource(kind, pieces, self._place.block, self._place.flow, language, foreign)
