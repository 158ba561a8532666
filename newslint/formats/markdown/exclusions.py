"""What a Markdown parser shows as text and is none, or would be none to another parser.

Page builders (Hugo, Jekyll, kramdown) replace their template tags before or after Markdown is read; formulas
and the targets of wiki links are no prose either, nor is a link or the call of a note that is not
well-formed. And parsers disagree about some markup; where another than ours could see some, nothing is
touched.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain

import regex

from newslint.core.patterns import pattern
from newslint.core.positions import Span
from newslint.core.segments import Editability, Segment
from newslint.formats.markdown.encoding import untouched
from newslint.formats.math import find_templates_and_math

GAP_FILLER = "\ufffc"
"""The character that Unicode has for an object among letters."""
LINE_END = r"[ \t]*+(?:\r\n|[\r\n])[ \t]*+"
NO_PROSE = pattern(
    rf"(?:(?<![ \t])(?:{LINE_END}|[ \t]++))?\{{[#:.][^{{}}\r\n]*\}}(?:{LINE_END}|[ \t]++)?"  # {: .lead}
    r"|\[\^[^\[\]\r\n]*\]"  # [^1]
    r"|(?<=\])\((?:[^()\r\n]|\([^()\r\n]*\))*\)?"  # [a](b c)
)
WIKI_LINK = pattern(r"(?<!\[)!?\[\[[^\[\]|\r\n]++(?:(?P<label>\|[^\[\]\r\n]++)(?P<end>\]\])|\]\](?![(\]]))")
LITERAL = pattern(r"[*~`\]]+|!?\[|(?<!\w)_+|_+(?!\w)")
"""Markup that marks nothing, to our parser; it can be read and is not touched."""
DOUBTFUL = pattern(
    r"[*_]{3,}|[*_]~|~[*_]|\]\\\[|&#(?:\d{8,}|[xX][\da-fA-F]{7,});"
    r"|\]\((?:[^()\r\n]*\(){2}"  # how many brackets the address of a link may open
    r"|[*_](?=[^\P{S}\x00-\x7f])|(?<=[^\P{S}\x00-\x7f])[*_]"  # a letter to some, a mark to others
    r"|(?m:^[ \t>]*+[|:-]*-[ \t]*[|:][ \t|:-]*\r?$)"  # a line under the head of a table
    r"|(?m:^[ \t>]*+</?[A-Za-z][^<>\r\n]*>[ \t]*+(?:\r?\n(?![ \t>]*+\r?$)[^\n]*+)*+)"  # a tag on its line
)


Filler = tuple[Span, str]
"""A place that holds no prose, and what is read there."""


@dataclass(slots=True)
class TableMargin:
    """The column at which a table begins; a row that begins farther in is code to some parsers."""

    margin: int = 0
    is_indented: bool = False
    """Whether a row of the table begins farther in."""

    def open(self, name: str, text: str, at: int) -> None:
        """A table, a row or a cell begins."""
        if name == "TableCell":
            return
        column = len(text[text.rfind("\n", 0, at) + 1 : at].expandtabs(4))
        if name == "Table":
            self.margin = column
        else:
            self.is_indented = self.is_indented or column > self.margin

    def close(self, name: str) -> None:
        """A block ends."""
        self.is_indented = self.is_indented and name != "Table"


class Sieve:
    """Knows the places of a file that hold no prose, and those where parsers disagree."""

    def __init__(self, text: str, start: int, other: Iterable[Filler] = ()) -> None:
        """Find them from `start` on, with `other` places that hold no prose."""
        self.text = text
        self.fillers = list(_without_overlap(_fillers(text, start, other)))
        self.doubtful = [Span(*match.span()) for match in DOUBTFUL.finditer(text, start)]

    def doubts(self, segments: Iterable[Segment]) -> bool:
        """Whether the block of some pieces, and of those of its pictures, may be another to other parsers."""
        spans = [segment.span for segment in segments]
        start = min((span.start for span in spans), default=0)
        end = max((span.end for span in spans), default=0)
        if self.text.count("~", start, end) > 1:
            return True
        number = bisect_right(self.doubtful, start, key=lambda span: span.end)
        return number < len(self.doubtful) and self.doubtful[number].start < end

    def keep(self, segments: Iterable[Segment], *, doubtful: bool) -> tuple[Segment, ...]:
        """The pieces of a block: those that adjoin made one, without what is no prose.

        A doubtful one can be read and not touched.
        """
        joined = _trimmed(list(_joined(segments, self.text)))
        if self.fillers:
            joined = list(self._without(joined))
        if doubtful:
            return tuple(replace(segment, encoder=untouched) for segment in joined)
        return tuple(_with_literals_fixed(joined))

    def _without(self, segments: Iterable[Segment]) -> Iterator[Segment]:
        """Pieces with what is no prose cut out, or a filler in its place; what begins in code is code."""
        shown, void = -1, 0
        for segment in segments:
            at = segment.span.start
            first = max(void, bisect_right(self.fillers, at, key=lambda filler: filler[0].end))
            last = bisect_left(self.fillers, segment.span.end, key=lambda filler: filler[0].start)
            if segment.text == GAP_FILLER and not (first < last and self.fillers[first][0].start < at):
                void = max(void, last)
                yield segment
                continue
            for span, filler in self.fillers[first:last]:
                if segment.editability is Editability.EDITABLE and at < span.start:
                    yield _cut(segment, at, span.start)
                if filler and span.start > shown:
                    yield Segment(filler, span, Editability.READ_ONLY, segment.encoder)
                    shown = span.start
                at = span.end
            if at == segment.span.start:
                yield segment
            elif segment.editability is Editability.EDITABLE and at < segment.span.end:
                yield _cut(segment, at, segment.span.end)


def _fillers(text: str, start: int, other: Iterable[Filler]) -> Iterator[Filler]:
    """The places that hold no prose, each with what stands for it."""
    body = text[start:]
    for code in find_templates_and_math(body):
        yield Span(code.span.start + start, code.span.end + start), GAP_FILLER
    yield from other
    if "[[" in body:
        yield from chain.from_iterable(map(_wiki_link, WIKI_LINK.finditer(text, start)))
    if any(mark in body for mark in ("{", "[^", "](")):
        yield from ((Span(*match.span()), _filler(match)) for match in NO_PROSE.finditer(text, start))


def _without_overlap(fillers: Iterable[Filler]) -> Iterator[Filler]:
    """Fillers in order, without those that begin inside another."""
    end = -1
    for span, filler in sorted(fillers, key=lambda filler: (filler[0].start, -filler[0].end)):
        if span.start >= end:
            yield span, filler
            end = span.end


def _wiki_link(found: regex.Match[str]) -> Iterator[Filler]:
    """What is no prose in a link: all of it, or its target and the brackets around its label."""
    if found["label"]:
        yield Span(found.start(), found.start("label") + 1), ""
        yield Span(*found.span("end")), ""
    else:
        yield Span(*found.span()), GAP_FILLER


def _filler(found: regex.Match[str]) -> str:
    """What stands for something that is no prose: a space where a line ends."""
    return " " if found[0] != found[0].strip() else ""


def _trimmed(segments: list[Segment]) -> list[Segment]:
    """Pieces without the white space at the edges of the block, which some parsers show and some do not."""
    if segments and segments[-1].editability is Editability.EDITABLE:
        last = segments.pop()
        kept = len(last.text.rstrip(" \t"))
        segments += [_cut(last, last.span.start, last.span.start + kept)] if kept else []
    if segments and segments[0].editability is Editability.EDITABLE:
        first = segments[0]
        lost = len(first.text) - len(first.text.lstrip(" \t"))
        segments[:1] = (
            [_cut(first, first.span.start + lost, first.span.end)] if lost < len(first.text) else []
        )
    return segments


def _with_literals_fixed(segments: Iterable[Segment]) -> Iterator[Segment]:
    for segment in segments:
        at = segment.span.start
        for match in LITERAL.finditer(segment.text) if segment.editability is Editability.EDITABLE else ():
            start, end = (segment.span.start + offset for offset in match.span())
            if at < start:
                yield _cut(segment, at, start)
            yield replace(_cut(segment, start, end), editability=Editability.READ_ONLY)
            at = end
        if at == segment.span.start:
            yield segment
        elif at < segment.span.end:
            yield _cut(segment, at, segment.span.end)


def _joined(segments: Iterable[Segment], text: str) -> Iterator[Segment]:
    """Pieces with those made one that are verbatim and adjoin."""
    run: list[Segment] = []
    for segment in segments:
        if run and not (
            segment.editability is run[-1].editability is Editability.EDITABLE
            and segment.span.start == run[-1].span.end
        ):
            yield _whole(run, text)
            run = []
        run.append(segment)
    if run:
        yield _whole(run, text)


def _whole(run: Sequence[Segment], text: str) -> Segment:
    span = Span(run[0].span.start, run[-1].span.end)
    return run[0] if len(run) == 1 else Segment(span.of(text), span, run[0].editability, run[0].encoder)


def _cut(segment: Segment, start: int, end: int) -> Segment:
    before = segment.span.start
    return Segment(
        segment.text[start - before : end - before], Span(start, end), segment.editability, segment.encoder
    )
