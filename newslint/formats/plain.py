"""Plain text: a line is a paragraph, unless the lines were folded to a width.

HTML comments that fill a line are comments here as well, so that `<!-- newslint: ignore[rule] -->` works in
files that are about to become Markdown. Template tags and the frames of wire messages are no prose.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from heapq import merge
from itertools import pairwise
from typing import NamedTuple

from newslint.core.errors import ParseError
from newslint.core.patterns import pattern
from newslint.core.positions import Span
from newslint.core.segments import (
    DEFAULT_OPTIONS,
    BlockKind,
    BlockSource,
    Comment,
    Editability,
    ParseOptions,
    Segment,
)
from newslint.core.source import Source
from newslint.formats.templates import PLACEHOLDER, find_templates
from newslint.formats.wire import find_frames
from newslint.text.document import Document, ParsedFile

LINE = pattern(r"[^\r\n]+")
COMMENT = pattern(r"[ \t]*<!--(.*?)-->[ \t]*")
CLOSED = pattern(r"[.!?…:;,][”’\"')\]]*\s*\Z")
MIN_FOLD, MAX_FOLD = 40, 100
"""The widths, in characters, to which people fold lines."""
MAX_SHORT_LINES = 200_000
SHORT = 20
"""The average length, in characters, below which so many lines are data and no prose."""
FRAME_NOTE = "the control characters of a wire message are left as they are"


class _PlainLine(NamedTuple):
    """A line that holds prose: its segments, and what rules read of it."""

    segments: tuple[Segment, ...]
    text: str

    @property
    def start(self) -> int:
        """Where its prose begins in the file."""
        return self.segments[0].span.start

    @property
    def end(self) -> int:
        """Where its prose ends in the file."""
        return self.segments[-1].span.end


class _NoProse(NamedTuple):
    """A part of the text that is no prose, and what is read in its place."""

    span: Span
    shown: str


def parse(source: Source, parse_options: ParseOptions = DEFAULT_OPTIONS) -> ParsedFile:
    """Parse plain text as one article.

    Raises:
        ParseError: it is data in short lines.

    """
    refuse_short_lines(source.text)
    text = _Text(source.text)
    document = Document(tuple(text.blocks()), parse_options)
    return ParsedFile(source, (document,), tuple(text.comments), note=FRAME_NOTE if text.frames else "")


def refuse_short_lines(text: str) -> None:
    """Refuse what would take hours and gigabytes, and is no prose.

    Raises:
        ParseError: there are too many lines, and they are too short.

    """
    if len(text) <= MAX_SHORT_LINES:
        return
    lines = sum(1 for _ in LINE.finditer(text))
    if lines > MAX_SHORT_LINES and len(text) < lines * SHORT:
        raise ParseError(
            f"not prose: {lines:,} lines of {len(text) // lines} characters on average; "
            f"newslint reads up to {MAX_SHORT_LINES:,} lines as short as these"
        )


def parse_blocks(text: str) -> tuple[list[BlockSource], list[Comment]]:
    """The paragraphs, headline, gaps and comments of a text."""
    parsed = _Text(text)
    return list(parsed.blocks()), parsed.comments


class _Text:
    """The lines of a text that hold prose, and all that is neither prose nor white space."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.frames = find_frames(text)
        self.comments: list[Comment] = []
        self._lines: list[_PlainLine] = []
        self._skipped: list[Span] = []
        no_prose = list(
            merge(
                (_NoProse(span, "") for span in self.frames),
                (_NoProse(template.span, PLACEHOLDER) for template in find_templates(text)),
            )
        )
        self._skipped += [part.span for part in no_prose if not part.shown]
        for match in LINE.finditer(text):
            self._add_line(Span(*match.span()), match[0], _overlapping(match.span(), no_prose))
        self._skipped.sort()

    def _add_line(self, span: Span, line: str, no_prose: Sequence[_NoProse]) -> None:
        if no_prose:
            segments = tuple(_without(self.text, span, no_prose))
            shown = "".join(segment.text for segment in segments)
            if shown.strip(f" \t{PLACEHOLDER}"):
                self._lines.append(_PlainLine(segments, shown))
            else:
                self._skipped.append(span)
        elif "<!--" in line and (comment := COMMENT.fullmatch(line)):
            self.comments.append(Comment(span, comment[1].strip()))
            self._skipped.append(span)
        elif not line.isspace():
            self._lines.append(_PlainLine((Segment(line, span),), line))

    def blocks(self) -> Iterator[BlockSource]:
        """The paragraphs, headline and gaps, in order."""
        paragraphs = (
            list(_unfold(self.text, self._lines))
            if _is_folded(self.text, self._lines)
            else [[line] for line in self._lines]
        )
        at = 0
        for number, paragraph in enumerate(paragraphs):
            yield from self._gaps(at, paragraph[0].start)
            headline = number == 0 and len(paragraphs) > 1 and not CLOSED.search(paragraph[-1].text)
            yield BlockSource(
                BlockKind.HEADLINE if headline else BlockKind.PARAGRAPH,
                paragraph[0].segments if len(paragraph) == 1 else tuple(_segments(paragraph)),
            )
            at = paragraph[-1].end
        yield from self._gaps(at, len(self.text))

    def _gaps(self, start: int, end: int) -> Iterator[BlockSource]:
        """The white space from `start` to `end`, split at what is skipped there.

        What is skipped at an edge of the file has an empty gap on its outer side, so that the white space on
        its inner side is not at the edge.
        """
        first = bisect_left(self._skipped, Span(start, start))
        at = start
        for span in self._skipped[first : bisect_left(self._skipped, Span(end, end))]:
            if at < span.start or span.start == 0:
                yield _gap(self.text, at, span.start)
            at = span.end
        if at < end or (at > start and end == len(self.text)):
            yield _gap(self.text, at, end)


def _gap(text: str, start: int, end: int) -> BlockSource:
    return BlockSource(BlockKind.GAP, (Segment(text[start:end], Span(start, end)),))


def _overlapping(line: tuple[int, int], no_prose: Sequence[_NoProse]) -> Sequence[_NoProse]:
    """The parts that are no prose in a line."""
    if not no_prose:
        return ()
    first = bisect_right(no_prose, line[0], key=lambda part: part.span.end)
    return no_prose[first : bisect_left(no_prose, line[1], key=lambda part: part.span.start)]


def _without(text: str, line: Span, no_prose: Sequence[_NoProse]) -> Iterator[Segment]:
    """The segments of a line, with placeholders for what is no prose."""
    at = line.start
    for span, shown in no_prose:
        if at < span.start:
            yield Segment(text[at : span.start], Span(at, span.start))
        at = min(span.end, line.end)
        if shown:
            yield Segment(shown, Span(max(span.start, line.start), at), Editability.READ_ONLY)
    if at < line.end:
        yield Segment(text[at : line.end], Span(at, line.end))


def _is_folded(text: str, lines: Sequence[_PlainLine]) -> bool:
    """Whether lines were broken where the next word would not have fitted."""
    pairs = [(a, b) for a, b in pairwise(lines) if _adjoin(text, a, b)]
    if not pairs:
        return False
    width = max(len(line.text) for line in lines)
    if not MIN_FOLD <= width <= MAX_FOLD:
        return False
    full = sum(len(a.text) + 1 + len(b.text.split(maxsplit=1)[0]) > width for a, b in pairs)
    return full >= 0.9 * len(pairs)


def _adjoin(text: str, above: _PlainLine, below: _PlainLine) -> bool:
    return text[above.end : below.start] in ("\n", "\r\n", "\r")


def _unfold(text: str, lines: Sequence[_PlainLine]) -> Iterator[list[_PlainLine]]:
    paragraph: list[_PlainLine] = []
    for line in lines:
        if paragraph and not _adjoin(text, paragraph[-1], line):
            yield paragraph
            paragraph = []
        paragraph.append(line)
    if paragraph:
        yield paragraph


def _segments(paragraph: Sequence[_PlainLine]) -> Iterator[Segment]:
    """The segments of folded lines, with a space for each line end."""
    yield from paragraph[0].segments
    for above, below in pairwise(paragraph):
        yield Segment(" ", Span(above.end, below.start), Editability.READ_ONLY)
        yield from below.segments
