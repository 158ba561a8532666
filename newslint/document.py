"""The prose view of a file, block by block, and the exact way back.

A reader cuts a file into parts; each part is made of pieces that know which span of the file they
show. A piece is verbatim when that span holds just its text. Entities, escapes and line ends that
read as a space are not: rules can read them, repairs cannot touch them.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property

from newslint.model import (
    Change,
    Diagnostic,
    Edit,
    Finding,
    Fix,
    Note,
    Place,
    Range,
    RuleInfo,
    Sacred,
    Safety,
    Span,
)
from newslint.source import Source
from newslint.text.people import People, meet_people
from newslint.text.quotes import Quotes, pair_quotes
from newslint.text.sentences import split_sentences
from newslint.text.terms import Terms, gather_terms


class Kind(StrEnum):
    """What a block is in the article."""

    HEADLINE = "headline"
    PARAGRAPH = "paragraph"
    GAP = "gap"
    """The white space between two blocks of prose, for formats where it can be seen."""


PROSE = frozenset({Kind.HEADLINE, Kind.PARAGRAPH})


@dataclass(frozen=True, slots=True)
class Piece:
    """Some text of a block and the span of the file that it shows."""

    text: str
    span: Span
    verbatim: bool = True


@dataclass(frozen=True, slots=True)
class Part:
    """One block as the reader found it; adjoining pieces may be markup apart in the file."""

    kind: Kind
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment of the format, which may hold an instruction to newslint."""

    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Conventions:
    """What an outlet takes for granted and newslint cannot know."""

    continued_quotes: bool = True
    """A quotation of several paragraphs opens in each and closes in the last."""


USUAL = Conventions()


@dataclass(frozen=True, eq=False)
class Document:
    """An article: its blocks in order, and facts about it, each computed once when asked for."""

    source: Source
    parts: tuple[Part, ...]
    comments: tuple[Comment, ...] = ()
    conventions: Conventions = USUAL

    @cached_property
    def blocks(self) -> tuple[Block, ...]:
        """All blocks, gaps among them."""
        return tuple(Block(self, index, part) for index, part in enumerate(self.parts))

    @cached_property
    def texts(self) -> tuple[str, ...]:
        """The prose of each block by its index; gaps are empty."""
        return tuple("" if block.kind is Kind.GAP else block.text for block in self.blocks)

    @cached_property
    def quotes(self) -> Quotes:
        """The quotation marks of the whole article, paired."""
        return pair_quotes(self.texts, continued=self.conventions.continued_quotes)

    def read(self, place: Place) -> str:
        """The prose at a place."""
        return place.at.of(self.texts[place.block])

    @cached_property
    def people(self) -> People:
        """Who is named in the article, and where."""
        return meet_people(self.texts)

    @cached_property
    def terms(self) -> Terms:
        """The acronyms and nouns that the article is about."""
        return gather_terms(self.texts)


@dataclass(frozen=True, eq=False)
class Block:
    """A paragraph, a headline or a gap as plain text."""

    document: Document = field(repr=False)
    index: int
    part: Part

    @property
    def kind(self) -> Kind:
        """What the block is in the article."""
        return self.part.kind

    @cached_property
    def text(self) -> str:
        """The plain text that rules read."""
        return "".join(piece.text for piece in self.part.pieces)

    @property
    def whole(self) -> Range:
        """All of the text, as a range."""
        return Range(0, len(self.text))

    @cached_property
    def sentences(self) -> tuple[Range, ...]:
        """The sentences in order, without the white space around them."""
        return split_sentences(self.text)

    def sentence_at(self, offset: int) -> Range:
        """The sentence that an offset stands in, or the whole block if it is in none."""
        found = bisect_right(self.sentences, offset, key=lambda s: s.start) - 1
        return self.sentences[max(found, 0)] if self.sentences else self.whole

    def quoted(self, at: Range) -> bool:
        """Whether any part of a range stands inside quotation marks."""
        return self.document.quotes.touches(self.index, at)

    def lift(self, finding: Finding, rule: RuleInfo) -> Diagnostic:
        """Carry a finding over to the file, with what remains of its repair there."""
        return Diagnostic(
            rule=rule.name,
            category=rule.category,
            severity=rule.severity,
            span=self.span(finding.at),
            message=finding.message,
            quote=finding.at.of(self.text),
            sentence=self._folded(self.sentence_at(finding.at.start)),
            fix=self._fix(finding, rule),
            suggestions=finding.suggestions or self._readings(finding),
            related=tuple(
                Note(self.document.blocks[related.place.block].span(related.place.at), related.message)
                for related in finding.related
            ),
        )

    def span(self, at: Range) -> Span:
        """The span of the file that a range shows, markup in between included."""
        if at.start == at.end:
            place = self._offset(at.start)
            return Span(place, place)
        return Span(self._offset(at.start), self._offset(at.end, end=True))

    def edit(self, change: Change) -> Edit | None:
        """The edit that makes a change, or None where the file does not show its text verbatim."""
        if change.at.start == change.at.end:
            for start, piece in zip(self._starts, self.part.pieces, strict=True):
                if piece.verbatim and start <= change.at.start <= start + len(piece.text):
                    return Edit(self._within(piece, start, change.at), change.text)
            return None
        number = bisect_right(self._starts, change.at.start) - 1
        piece, start = self.part.pieces[number], self._starts[number]
        if not piece.verbatim or change.at.end > start + len(piece.text):
            return None
        return Edit(self._within(piece, start, change.at), change.text)

    def _folded(self, sentence: Range) -> str:
        """A sentence with its white space folded, once for all the findings in it."""
        if sentence not in self._known_folded:
            self._known_folded[sentence] = " ".join(sentence.of(self.text).split())
        return self._known_folded[sentence]

    @cached_property
    def _known_folded(self) -> dict[Range, str]:
        return {}

    def _fix(self, finding: Finding, rule: RuleInfo) -> Fix | None:
        if not finding.changes or len(finding.suggestions) > 1:
            return None
        edits = [self.edit(change) for change in finding.changes]
        if None in edits:
            return None
        safety = finding.safety or rule.safety
        speech = Sacred.QUOTED not in rule.licence and self._rewords(finding.changes)
        if speech or safety is Safety.HINT:
            return None
        return Fix(tuple(edit for edit in edits if edit), safety, rule.licence)

    def _rewords(self, changes: Iterable[Change]) -> bool:
        """Whether a change alters what somebody is quoted as saying."""
        return any(
            _letters(change.at.of(self.text)) != _letters(change.text) and self.quoted(change.at)
            for change in changes
        )

    def _readings(self, finding: Finding) -> tuple[str, ...]:
        """What the place would say after the changes, where none reaches out of it but over a space."""
        reach = [finding.at, *(change.at for change in finding.changes)]
        whole = Range(min(at.start for at in reach), max(at.end for at in reach))
        text, end, said = self.text, whole.end, ""
        beyond = text[whole.start : finding.at.start] + text[finding.at.end : whole.end]
        if not finding.changes or beyond.strip():
            return ()
        for change in sorted(finding.changes, key=lambda c: c.at, reverse=True):
            said = change.text + text[change.at.end : end] + said
            end = change.at.start
        said = text[whole.start : end] + said
        return (said.strip() if beyond else said,)

    @cached_property
    def _starts(self) -> tuple[int, ...]:
        starts, at = [], 0
        for piece in self.part.pieces:
            starts.append(at)
            at += len(piece.text)
        return tuple(starts)

    def _offset(self, at: int, *, end: bool = False) -> int:
        """Where in the file the character at `at` begins, or where the one before it ends."""
        number = max(bisect_right(self._starts, at - end) - 1, 0)
        piece = self.part.pieces[number]
        if piece.verbatim:
            return piece.span.start + at - self._starts[number]
        return piece.span.end if end else piece.span.start

    @staticmethod
    def _within(piece: Piece, start: int, at: Range) -> Span:
        return Span(piece.span.start + at.start - start, piece.span.start + at.end - start)


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text))
