"""Blocks from parsers: segments of text, each with its span."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Mapping
from enum import StrEnum
from functools import cached_property
from itertools import pairwise

from msgspec import Struct, field

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
    """The role of a block in the article."""

    HEADLINE = "headline"
    BYLINE = "byline"
    DATELINE = "dateline"
    CAPTION = "caption"
    PARAGRAPH = "paragraph"
    GAP = "gap"
    """White space between two blocks, in formats that display it."""


PROSE = frozenset(BlockKind) - {BlockKind.GAP}


class Editability(StrEnum):
    """Whether and how a fix may change a segment."""

    EDITABLE = "editable"
    """The file contains the text literally; any part of it can be replaced."""
    ATOMIC = "atomic"
    """The file encodes the text; it can only be replaced as a whole."""
    READ_ONLY = "read-only"
    """The segment cannot be changed."""


Encoder = Callable[[str], str | None]
"""Encodes text as a place of the file requires; returns None if that is impossible."""


def identity(text: str) -> str:
    """The encoder of plain text."""
    return text


class Segment(Struct, frozen=True):
    """Text of a block, its span, and the encoder for new text."""

    text: str
    span: Span
    editability: Editability = Editability.EDITABLE
    encoder: Encoder = identity


class BlockSource(Struct, frozen=True, dict=True):
    """A block from a parser; markup may be between adjacent segments.

    `name` is the format's name for the place, if any: a key, a column, an element.
    """

    kind: BlockKind
    segments: tuple[Segment, ...]
    name: str = ""
    flow: str = ""
    """The text flow of the block; empty for the body of the article.

    Blocks of a flow are consecutive in one field and one parent. No fix may empty a flow.
    """
    language: str = ""
    """The declared language of the block as a BCP 47 tag; empty if there is none."""
    foreign: tuple[Range, ...] = ()
    """The parts of the text declared as another language, in order and without overlap."""
    container: Span | None = None
    """The element or lines to delete with the block if all its text is deleted."""

    @cached_property
    def text(self) -> str:
        """The plain text of the segments."""
        single = len(self.segments) == 1
        return self.segments[0].text if single else "".join([segment.text for segment in self.segments])

    @property
    def whole(self) -> Range:
        """The range of the whole text."""
        return Range(0, len(self.text))

    @cached_property
    def starts(self) -> tuple[int, ...]:
        """The offset of each segment in the text."""
        starts, at = [], 0
        for segment in self.segments:
            starts.append(at)
            at += len(segment.text)
        return tuple(starts)

    @property
    def has_markup(self) -> bool:
        """Whether markup is between the segments or before the first one."""
        spans = [segment.span for segment in self.segments]
        is_led = self.container is not None and self.container.start < spans[0].start
        return is_led or any(one.end < other.start for one, other in pairwise(spans))

    def span(self, at: Range) -> Span:
        """The span of a range in the file, including markup inside it."""
        if at.start == at.end:
            place = self._offset(at.start)
            return Span(place, place)
        return Span(self._offset(at.start), self._offset(at.end, end=True))

    def edit(self, change: Change) -> Edit | None:
        """The edit of the file for a change.

        None if the change would touch markup between two letters, part of an atomic segment or a read-only
        segment, or if its text cannot be encoded there.
        """
        at = change.at
        span, encoder = self._beside(at.start) if at.start == at.end else self._cover(at)
        text = encoder(change.text) if span and encoder else None
        return Edit(span, text) if span and text is not None else None

    def deletion(self) -> Edit | None:
        """The edit that deletes the block and its container, if possible."""
        return Edit(self.container, "") if self.container else self.edit(Change(self.whole, ""))

    def _offset(self, at: int, *, end: bool = False) -> int:
        """The file offset before the character at `at`, or after the previous."""
        number = max(bisect_right(self.starts, at - end) - 1, 0)
        segment = self.segments[number]
        if segment.editability is Editability.EDITABLE:
            return segment.span.start + at - self.starts[number]
        return segment.span.end if end else segment.span.start

    def _beside(self, at: int) -> tuple[Span | None, Encoder | None]:
        """The empty span at `at` in an editable segment, and its encoder."""
        for start, segment in zip(self.starts, self.segments, strict=True):
            end = start + len(segment.text)
            if segment.editability is Editability.EDITABLE and start <= at <= end:
                return _within(segment, start, Range(at, at)), segment.encoder
            if segment.editability is Editability.ATOMIC and at in (start, end):
                place = segment.span.start if at == start else segment.span.end
                return Span(place, place), segment.encoder
        return None, None

    def _cover(self, at: Range) -> tuple[Span | None, Encoder | None]:
        """The span of exactly a range, with its encoder."""
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


class Comment(Struct, frozen=True):
    """A comment of the format, which may hold an instruction to newslint."""

    span: Span
    text: str
    target: Span | None = None
    """What the comment applies to if not just the next block: a list, a table, a quotation."""


class ParseOptions(Struct, frozen=True):
    """The settings of the parsers."""

    continued_quotes: bool = True
    """Whether a quotation of several paragraphs opens in each and closes in the last."""
    front_matter: frozenset[str] = frozenset()
    """Front-matter keys with prose, besides the usual ones."""
    fields: Mapping[str, FieldRole] = field(default_factory=dict)
    """Content of JSON keys (`article.*.text`) and CSV columns, besides the usual ones."""
    elements: Mapping[str, FieldRole] = field(default_factory=dict)
    """Content of XML elements, besides the usual ones."""
    language: str = ""
    """The declared language of a single value as a BCP 47 tag; files declare theirs themselves."""


DEFAULT_OPTIONS = ParseOptions()
