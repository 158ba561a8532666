"""Excludes Markdown text that is not prose, or is ambiguous.

Site generators (Hugo, Jekyll, kramdown) replace template tags before or after parsing Markdown. Formulas,
targets of wiki links, and malformed links and footnote references are not prose either. Parsers disagree
about some markup; where another parser could see any, nothing is changed.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

import regex
from msgspec import Struct
from msgspec.structs import replace

from newslint.core.patterns import pattern
from newslint.core.positions import Span
from newslint.core.segments import Editability, Segment
from newslint.formats.markdown.encoding import reject_text
from newslint.formats.math import find_templates_and_math

GAP_FILLER = "\ufffc"
"""The object replacement character, which rules read in place of something that is not text."""
LINE_END = r"[ \t]*+(?:\r\n|[\r\n])[ \t]*+"
NO_PROSE = pattern(
    rf"(?:(?<![ \t])(?:{LINE_END}|[ \t]++))?\{{[#:.][^{{}}\r\n]*\}}(?:{LINE_END}|[ \t]++)?"  # {: .lead}
    r"|\[\^[^\[\]\r\n]*\]"  # [^1]
    r"|(?<=\])\((?:[^()\r\n]|\([^()\r\n]*\))*\)?"  # [a](b c)
)
WIKI_LINK = pattern(r"(?<!\[)!?\[\[[^\[\]|\r\n]++(?:(?P<label>\|[^\[\]\r\n]++)(?P<end>\]\])|\]\](?![(\]]))")
LITERAL = pattern(r"[*~`\]]+|!?\[|(?<!\w)_+|_+(?!\w)")
"""Unmatched markup; it is read-only."""
DOUBTFUL = pattern(
    r"[*_]{3,}|[*_]~|~[*_]|\]\\\[|&#(?:\d{8,}|[xX][\da-fA-F]{7,});"
    r"|\]\((?:[^()\r\n]*\(){2}"  # parsers differ in how many brackets a URL may open
    r"|[*_](?=[^\P{S}\x00-\x7f])|(?<=[^\P{S}\x00-\x7f])[*_]"  # punctuation to some parsers
    r"|(?m:^[ \t>]*+[|:-]*-[ \t]*[|:][ \t|:-]*\r?$)"  # a delimiter row of a table
    r"|(?m:^[ \t>]*+</?[A-Za-z][^<>\r\n]*>[ \t]*+(?:\r?\n(?![ \t>]*+\r?$)[^\n]*+)*+)"  # a tag on its own line
)


Filler = tuple[Span, str]
"""A span that is not prose, and the text that rules read instead."""


class TableMargin(Struct):
    """The column of a table; an indented row may be code."""

    margin: int = 0
    is_indented: bool = False
    """Whether a row is indented more than the table."""

    def open(self, name: str, text: str, at: int) -> None:
        """Note the start of a table, row or cell."""
        if name == "TableCell":
            return
        column = len(text[text.rfind("\n", 0, at) + 1 : at].expandtabs(4))
        if name == "Table":
            self.margin = column
        else:
            self.is_indented = self.is_indented or column > self.margin

    def close(self, name: str) -> None:
        """Note the end of a block."""
        self.is_indented = self.is_indented and name != "Table"


class Exclusions:
    """The spans that are not prose, or that parsers disagree on."""

    def __init__(self, text: str, start: int, other: Iterable[Filler] = ()) -> None:
        """Find them from `start` on; `other` spans are not prose either."""
        self.text = text
        self.fillers = list(_without_overlap(_fillers(text, start, other)))
        self.doubtful = [Span(*match.span()) for match in DOUBTFUL.finditer(text, start)]

    def is_doubtful(self, segments: Iterable[Segment]) -> bool:
        """Whether other parsers may read these segments differently."""
        spans = [segment.span for segment in segments]
        start = min((span.start for span in spans), default=0)
        end = max((span.end for span in spans), default=0)
        if self.text.count("~", start, end) > 1:
            return True
        number = bisect_right(self.doubtful, start, key=lambda span: span.end)
        return number < len(self.doubtful) and self.doubtful[number].start < end

    def filter(self, segments: Iterable[Segment], *, doubtful: bool) -> tuple[Segment, ...]:
        """Merge adjacent segments and drop what is not prose.

        Segments of a doubtful block become read-only.
        """
        merged = _trim(list(_merge(segments, self.text)))
        if self.fillers:
            merged = list(self._without(merged))
        if doubtful:
            return tuple(replace(segment, encoder=reject_text) for segment in merged)
        return tuple(_lock_literals(merged))

    def _without(self, segments: Iterable[Segment]) -> Iterator[Segment]:
        """Cut fillers out of segments; what begins in code stays code."""
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
                    yield _slice(segment, at, span.start)
                if filler and span.start > shown:
                    yield Segment(filler, span, Editability.READ_ONLY, segment.encoder)
                    shown = span.start
                at = span.end
            if at == segment.span.start:
                yield segment
            elif segment.editability is Editability.EDITABLE and at < segment.span.end:
                yield _slice(segment, at, segment.span.end)


def _fillers(text: str, start: int, other: Iterable[Filler]) -> Iterator[Filler]:
    """Yield spans that are not prose, each with its replacement."""
    body = text[start:]
    for code in find_templates_and_math(body):
        yield Span(code.span.start + start, code.span.end + start), GAP_FILLER
    yield from other
    if "[[" in body:
        yield from chain.from_iterable(map(_wiki_link, WIKI_LINK.finditer(text, start)))
    if any(mark in body for mark in ("{", "[^", "](")):
        yield from ((Span(*match.span()), _filler(match)) for match in NO_PROSE.finditer(text, start))


def _without_overlap(fillers: Iterable[Filler]) -> Iterator[Filler]:
    """Yield fillers in order, without those that begin inside another."""
    end = -1
    for span, filler in sorted(fillers, key=lambda filler: (filler[0].start, -filler[0].end)):
        if span.start >= end:
            yield span, filler
            end = span.end


def _wiki_link(found: regex.Match[str]) -> Iterator[Filler]:
    """Yield a whole wiki link, or its target and its label's brackets."""
    if found["label"]:
        yield Span(found.start(), found.start("label") + 1), ""
        yield Span(*found.span("end")), ""
    else:
        yield Span(*found.span()), GAP_FILLER


def _filler(found: regex.Match[str]) -> str:
    """The replacement of a match: a space if white space surrounds it."""
    return " " if found[0] != found[0].strip() else ""


def _trim(segments: list[Segment]) -> list[Segment]:
    """Drop white space at a block's edges, which parsers treat differently."""
    if segments and segments[-1].editability is Editability.EDITABLE:
        last = segments[-1]
        kept = len(last.text.rstrip(" \t"))
        if kept < len(last.text):
            segments[-1:] = [_slice(last, last.span.start, last.span.start + kept)] if kept else []
    if segments and segments[0].editability is Editability.EDITABLE:
        first = segments[0]
        lost = len(first.text) - len(first.text.lstrip(" \t"))
        if lost:
            kept_of_first = lost < len(first.text)
            segments[:1] = [_slice(first, first.span.start + lost, first.span.end)] if kept_of_first else []
    return segments


def _lock_literals(segments: Iterable[Segment]) -> Iterator[Segment]:
    for segment in segments:
        at = segment.span.start
        for match in LITERAL.finditer(segment.text) if segment.editability is Editability.EDITABLE else ():
            start, end = (segment.span.start + offset for offset in match.span())
            if at < start:
                yield _slice(segment, at, start)
            yield replace(_slice(segment, start, end), editability=Editability.READ_ONLY)
            at = end
        if at == segment.span.start:
            yield segment
        elif at < segment.span.end:
            yield _slice(segment, at, segment.span.end)


def _merge(segments: Iterable[Segment], text: str) -> Iterator[Segment]:
    """Merge adjacent editable segments."""
    run: list[Segment] = []
    for segment in segments:
        if run and not (
            segment.editability is run[-1].editability is Editability.EDITABLE
            and segment.span.start == run[-1].span.end
        ):
            yield _merged_segment(run, text)
            run = []
        run.append(segment)
    if run:
        yield _merged_segment(run, text)


def _merged_segment(run: Sequence[Segment], text: str) -> Segment:
    span = Span(run[0].span.start, run[-1].span.end)
    return run[0] if len(run) == 1 else Segment(span.of(text), span, run[0].editability, run[0].encoder)


def _slice(segment: Segment, start: int, end: int) -> Segment:
    before = segment.span.start
    return Segment(
        segment.text[start - before : end - before], Span(start, end), segment.editability, segment.encoder
    )
