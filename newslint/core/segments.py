"""Blocks of text as a parser finds them: segments, each with the span of the file that shows it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from itertools import pairwise

from newslint.core.diagnostics import Change, Edit
from newslint.core.positions import Range, Span


class FieldRole(StrEnum):
    """What a JSON key, a CSV column or an XML element holds."""

    HEADLINE = "headline"
    BYLINE = "byline"
    DATELINE = "dateline"
    CAPTION = "caption"
    TEXT = "text"
    """Plain text, one or more paragraphs."""
    HTML = "html"
    """A fragment of HTML, escaped as the format around it requires."""
    NOTHING = "nothing"
    """No prose; cancels a default."""


class BlockKind(StrEnum):
    """What a block is in the article."""

    HEADLINE = "headline"
    BYLINE = "byline"
    DATELINE = "dateline"
    CAPTION = "caption"
    PARAGRAPH = "paragraph"
    GAP = "gap"
    """White space between two blocks of prose, in formats where it is visible."""


PROSE = frozenset(BlockKind) - {BlockKind.GAP}


class Editability(StrEnum):
    """How far a fix may change a segment."""

    EDITABLE = "editable"
    """The file holds just this text; any part of it can be replaced."""
    ATOMIC = "atomic"
    """The file encodes the text; it can only be replaced as a whole."""
    READ_ONLY = "read-only"
    """The segment cannot be changed."""


Encoder = Callable[[str], str | None]
"""Encodes text as a place of the file requires; None where that is impossible."""


def identity(text: str) -> str:
    """The encoder of plain text."""
    return text


@dataclass(frozen=True, slots=True)
class Segment:
    """Some text of a block, the span of the file that shows it, and how new text is encoded there."""

    text: str
    span: Span
    editability: Editability = Editability.EDITABLE
    encoder: Encoder = identity


@dataclass(frozen=True)
class BlockSource:
    """One block as the parser found it; markup may stand between adjoining segments.

    `name` is what the format calls the place, if it has names: a key, a column, an element.
    """

    kind: BlockKind
    segments: tuple[Segment, ...]
    name: str = ""
    flow: str = ""
    """The running text that the block belongs to; empty for the body of the article.

    Blocks of one flow follow one another in one field and one parent. No fix may empty a flow.
    """
    language: str = ""
    """The language that the file declares for the block, as a BCP 47 tag; empty if it declares none."""
    foreign: tuple[Range, ...] = ()
    """The parts of the text that the file declares as another language, in order and without overlap."""
    container: Span | None = None
    """The element or lines to delete with the block when all its text is deleted."""
    text: str = field(init=False, compare=False)
    """The plain text that the segments make."""

    def __post_init__(self) -> None:
        single = len(self.segments) == 1
        text = self.segments[0].text if single else "".join([segment.text for segment in self.segments])
        object.__setattr__(self, "text", text)

    @property
    def whole(self) -> Range:
        """All of the text, as a range."""
        return Range(0, len(self.text))

    @cached_property
    def starts(self) -> tuple[int, ...]:
        """Where in the text each segment begins."""
        starts, at = [], 0
        for segment in self.segments:
            starts.append(at)
            at += len(segment.text)
        return tuple(starts)

    def span(self, at: Range) -> Span:
        """The span of the file that a range shows, including the markup inside it."""
        if at.start == at.end:
            place = self._offset(at.start)
            return Span(place, place)
        return Span(self._offset(at.start), self._offset(at.end, end=True))

    def edit(self, change: Change) -> Edit | None:
        """The edit that makes a change.

        Returns None if the change would touch markup between two letters, part of an atomic segment or a
        read-only one, or if its text cannot be encoded there.
        """
        at = change.at
        span, encoder = self._beside(at.start) if at.start == at.end else self._cover(at)
        text = encoder(change.text) if span and encoder else None
        return Edit(span, text) if span and text is not None else None

    def deletion(self) -> Edit | None:
        """The edit that deletes the block with its container, or None if there is no such edit."""
        return Edit(self.container, "") if self.container else self.edit(Change(self.whole, ""))

    def _offset(self, at: int, *, end: bool = False) -> int:
        """Where in the file the character at `at` begins, or where the one before it ends."""
        number = max(bisect_right(self.starts, at - end) - 1, 0)
        segment = self.segments[number]
        if segment.editability is Editability.EDITABLE:
            return segment.span.start + at - self.starts[number]
        return segment.span.end if end else segment.span.start

    def _beside(self, at: int) -> tuple[Span | None, Encoder | None]:
        """The empty span at `at` beside the first segment that takes new text, with its encoder."""
        for start, segment in zip(self.starts, self.segments, strict=True):
            end = start + len(segment.text)
            if segment.editability is Editability.EDITABLE and start <= at <= end:
                return _within(segment, start, Range(at, at)), segment.encoder
            if segment.editability is Editability.ATOMIC and at in (start, end):
                place = segment.span.start if at == start else segment.span.end
                return Span(place, place), segment.encoder
        return None, None

    def _cover(self, at: Range) -> tuple[Span | None, Encoder | None]:
        """The span that shows a range and nothing else, with its encoder."""
        number = bisect_right(self.starts, at.start) - 1
        encoder = self.segments[number].encoder
        spans = []
        for index in range(number, len(self.segments)):
            segment, start = self.segments[index], self.starts[index]
            end = start + len(segment.text)
            if start >= at.end:
                break
            whole = at.start <= start and end <= at.end
            if segment.editability is Editability.READ_ONLY or (
                segment.editability is Editability.ATOMIC and not whole
            ):
                return None, None
            if segment.encoder != encoder:
                return None, None
            inner = Range(max(at.start, start), min(at.end, end))
            spans.append(segment.span if whole else _within(segment, start, inner))
        if any(one.end != other.start for one, other in pairwise(spans)):
            return None, None
        return Span(spans[0].start, spans[-1].end), encoder


def _within(segment: Segment, start: int, at: Range) -> Span:
    return Span(segment.span.start + at.start - start, segment.span.start + at.end - start)


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment of the format, which may hold an instruction to newslint."""

    span: Span
    text: str
    target: Span | None = None
    """What the comment applies to if that is not just the next block: a list, a table, a quotation."""


@dataclass(frozen=True, slots=True)
class ParseOptions:
    """What a configuration tells the parsers."""

    continued_quotes: bool = True
    """A quotation of several paragraphs opens in each and closes in the last."""
    front_matter: frozenset[str] = frozenset()
    """Front-matter keys that hold prose, besides the usual ones."""
    fields: Mapping[str, FieldRole] = field(default_factory=dict)
    """What JSON keys (`article.*.text`) and CSV columns hold, besides the usual ones."""
    elements: Mapping[str, FieldRole] = field(default_factory=dict)
    """What XML elements hold, besides the usual ones."""


DEFAULT_OPTIONS = ParseOptions()
