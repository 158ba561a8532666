"""How a reader shows a file: parts of plain text made of pieces, each with its way back to the file."""

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
    """What a field of data, a column of a sheet or an element of XML holds."""

    HEADLINE = "headline"
    BYLINE = "byline"
    DATELINE = "dateline"
    CAPTION = "caption"
    TEXT = "text"
    """Plain text, one or more paragraphs."""
    HTML = "html"
    """A fragment of HTML, escaped as the format around it demands."""
    NOTHING = "nothing"
    """No prose; takes back a default."""


class BlockKind(StrEnum):
    """What a block is in the article."""

    HEADLINE = "headline"
    BYLINE = "byline"
    DATELINE = "dateline"
    CAPTION = "caption"
    PARAGRAPH = "paragraph"
    GAP = "gap"
    """The white space between two blocks of prose, for formats where it can be seen."""


PROSE = frozenset(BlockKind) - {BlockKind.GAP}


class Editability(StrEnum):
    """How far a repair may touch a piece."""

    EDITABLE = "verbatim"
    """The file holds just this text; any part of it can be replaced."""
    ATOMIC = "escaped"
    """The file writes it in another way; it can be replaced as a whole."""
    READ_ONLY = "fixed"
    """It can be read and not touched."""


Encoder = Callable[[str], str | None]
"""How some text is written at a place of the file, or None where it cannot be."""


def as_it_is(text: str) -> str:
    """The spelling of plain text."""
    return text


@dataclass(frozen=True, slots=True)
class Segment:
    """Some text of a block, the span of the file that shows it, and how new text is written there."""

    text: str
    span: Span
    grip: Editability = Editability.EDITABLE
    spell: Encoder = as_it_is


@dataclass(frozen=True)
class BlockSource:
    """One block as the reader found it; adjoining pieces may be markup apart in the file.

    `name` is what the format calls the place, if it has names: a key, a column, an element.
    """

    kind: BlockKind
    pieces: tuple[Segment, ...]
    name: str = ""
    text: str = field(init=False, compare=False)
    """The plain text that the pieces make."""

    def __post_init__(self) -> None:
        text = self.pieces[0].text if len(self.pieces) == 1 else "".join([p.text for p in self.pieces])
        object.__setattr__(self, "text", text)

    @cached_property
    def starts(self) -> tuple[int, ...]:
        """Where in the text each piece begins."""
        starts, at = [], 0
        for piece in self.pieces:
            starts.append(at)
            at += len(piece.text)
        return tuple(starts)

    def span(self, at: Range) -> Span:
        """The span of the file that a range shows, markup in between included."""
        if at.start == at.end:
            place = self._offset(at.start)
            return Span(place, place)
        return Span(self._offset(at.start), self._offset(at.end, end=True))

    def edit(self, change: Change) -> Edit | None:
        """The edit that makes a change, or None where it would touch what stands in its way.

        That is markup between two letters, half an escape, what is fixed, and text that cannot be
        written there.
        """
        at = change.at
        span, spell = self._beside(at.start) if at.start == at.end else self._grasp(at)
        text = spell(change.text) if span and spell else None
        return Edit(span, text) if span and text is not None else None

    def _offset(self, at: int, *, end: bool = False) -> int:
        """Where in the file the character at `at` begins, or where the one before it ends."""
        number = max(bisect_right(self.starts, at - end) - 1, 0)
        piece = self.pieces[number]
        if piece.grip is Editability.EDITABLE:
            return piece.span.start + at - self.starts[number]
        return piece.span.end if end else piece.span.start

    def _beside(self, at: int) -> tuple[Span | None, Encoder | None]:
        """The empty span where text can be put in at `at`, beside the first piece that allows it."""
        for start, piece in zip(self.starts, self.pieces, strict=True):
            end = start + len(piece.text)
            if piece.grip is Editability.EDITABLE and start <= at <= end:
                return _within(piece, start, Range(at, at)), piece.spell
            if piece.grip is Editability.ATOMIC and at in (start, end):
                place = piece.span.start if at == start else piece.span.end
                return Span(place, place), piece.spell
        return None, None

    def _grasp(self, at: Range) -> tuple[Span | None, Encoder | None]:
        """The span to replace for a range, if nothing but its text stands there."""
        number = bisect_right(self.starts, at.start) - 1
        spell = self.pieces[number].spell
        spans = []
        for piece, start in zip(self.pieces[number:], self.starts[number:], strict=True):
            end = start + len(piece.text)
            if start >= at.end:
                break
            whole = at.start <= start and end <= at.end
            if piece.grip is Editability.READ_ONLY or (piece.grip is Editability.ATOMIC and not whole):
                return None, None
            if piece.spell != spell:
                return None, None
            inner = Range(max(at.start, start), min(at.end, end))
            spans.append(piece.span if whole else _within(piece, start, inner))
        if any(one.end != other.start for one, other in pairwise(spans)):
            return None, None
        return Span(spans[0].start, spans[-1].end), spell


def _within(piece: Segment, start: int, at: Range) -> Span:
    return Span(piece.span.start + at.start - start, piece.span.start + at.end - start)


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment of the format, which may hold an instruction to newslint."""

    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class ParseOptions:
    """What an outlet takes for granted and newslint cannot know."""

    continued_quotes: bool = True
    """A quotation of several paragraphs opens in each and closes in the last."""
    front_matter: frozenset[str] = frozenset()
    """Keys of front matter that hold prose, besides the usual ones."""
    fields: Mapping[str, FieldRole] = field(default_factory=dict)
    """What keys of JSON (`article.*.text`) and columns of sheets hold, besides the usual ones."""
    elements: Mapping[str, FieldRole] = field(default_factory=dict)
    """What elements of XML hold, besides the usual ones."""


DEFAULT_OPTIONS = ParseOptions()
