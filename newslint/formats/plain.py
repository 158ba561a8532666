"""Plain text: each line is a paragraph, unless lines were wrapped.

HTML comments that fill a line are comments here, too, so that `<!-- newslint: ignore[rule] -->` works in
files that will become Markdown. Template tags and the frames of wire messages are not prose.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from heapq import merge
from itertools import pairwise
from typing import BinaryIO, NamedTuple

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
from newslint.formats.limits import refuse_short_lines
from newslint.formats.long_text import LINE_BREAK, PARAGRAPH_BREAK, cut
from newslint.formats.templates import PLACEHOLDER, find_templates
from newslint.formats.wire import find_frames
from newslint.text.document import Document, ParsedFile

LINE = pattern(r"[^\r\n]+")
COMMENT = pattern(r"[ \t]*<!--(.*?)-->[ \t]*")
CLOSED = pattern(r"[.!?…:;,][”’\"')\]]*\s*\Z")
MIN_FOLD, MAX_FOLD = 40, 100
"""The widths, in characters, to which people fold lines."""
FULL_LINES = 0.8
"""The share of lines that the next word would not have fitted into; a word that a fix drops costs one."""
RARE = 100
"""Lines for each empty one, if paragraphs are not divided by these."""
FRAME_NOTE = "control characters of a wire message are left unchanged"


class _PlainLine(NamedTuple):
    """A line of prose: its segments, and the text that rules read."""

    segments: tuple[Segment, ...]
    text: str

    @property
    def start(self) -> int:
        """The offset in the file where its prose begins."""
        return self.segments[0].span.start

    @property
    def end(self) -> int:
        """The offset in the file where its prose ends."""
        return self.segments[-1].span.end


class _NoProse(NamedTuple):
    """A span that is not prose, and the text that replaces it."""

    span: Span
    shown: str


def parse(source: Source, parse_options: ParseOptions = DEFAULT_OPTIONS) -> ParsedFile:
    """Parse plain text as one article.

    Raises:
        ParseError: the text is data in short lines.

    """
    refuse_short_lines(source.text)
    text = _Text(source.text, is_first=source.is_first, is_last=source.is_last)
    document = Document(tuple(text.blocks()), parse_options)
    return ParsedFile(source, (document,), tuple(text.comments), note=FRAME_NOTE if text.frames else "")


def split_points(file: BinaryIO, _: int, lines: int) -> Iterator[tuple[int, int]]:
    """Where to cut a file of very many paragraphs, in bytes."""
    return cut(file, lines, _breaks)


def _breaks(text: str) -> Iterable[int]:
    """Where paragraphs begin, or lines if empty ones are rare."""
    if find_frames(text) or find_templates(text):
        return
    by_line = sum(1 for _ in LINE_BREAK.finditer(text)) > RARE * sum(
        1 for _ in PARAGRAPH_BREAK.finditer(text)
    )
    yield from (found.end() for found in (LINE_BREAK if by_line else PARAGRAPH_BREAK).finditer(text))


def parse_blocks(text: str) -> tuple[list[BlockSource], list[Comment]]:
    """The paragraphs, headline, gaps and comments of a text."""
    parsed = _Text(text)
    return list(parsed.blocks()), parsed.comments


class _Text:
    """The prose lines of a text, and what is not prose."""

    def __init__(self, text: str, *, is_first: bool = True, is_last: bool = True) -> None:
        self.text = text
        self.is_first, self.is_last = is_first, is_last
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
            self._add_line(Span(*match.span()), match[0], _overlaps(match.span(), no_prose))
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
            is_title = number == 0 and self.is_first
            headline = is_title and len(paragraphs) > 1 and not CLOSED.search(paragraph[-1].text)
            yield BlockSource(
                BlockKind.HEADLINE if headline else BlockKind.PARAGRAPH,
                paragraph[0].segments if len(paragraph) == 1 else tuple(_segments(paragraph)),
            )
            at = paragraph[-1].end
        if self.is_last:
            yield from self._gaps(at, len(self.text))

    def _gaps(self, start: int, end: int) -> Iterator[BlockSource]:
        """Yield the white space from `start` to `end`, split at skipped spans.

        A skipped span at an edge of the file has an empty gap on its outer side, so that the white space on
        its inner side is not at the edge.
        """
        skipped = (
            self._skipped
            and self._skipped[
                bisect_left(self._skipped, Span(start, start)) : bisect_left(self._skipped, Span(end, end))
            ]
        )
        at = start
        for span in skipped:
            if at < span.start or span.start == 0:
                yield _gap(self.text, at, span.start)
            at = span.end
        if at < end or (at > start and end == len(self.text)):
            yield _gap(self.text, at, end)


def _gap(text: str, start: int, end: int) -> BlockSource:
    return BlockSource(BlockKind.GAP, (Segment(text[start:end], Span(start, end)),))


def _overlaps(line: tuple[int, int], no_prose: Sequence[_NoProse]) -> Sequence[_NoProse]:
    """The parts of a line that are not prose."""
    if not no_prose:
        return ()
    first = bisect_right(no_prose, line[0], key=lambda part: part.span.end)
    return no_prose[first : bisect_left(no_prose, line[1], key=lambda part: part.span.start)]


def _without(text: str, line: Span, no_prose: Sequence[_NoProse]) -> Iterator[Segment]:
    """Yield the segments of a line, with placeholders for other parts."""
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
    width = max((len(line.text) for line in lines), default=0)
    if not MIN_FOLD <= width <= MAX_FOLD:
        return False
    pairs = [(a, b) for a, b in pairwise(lines) if _adjoin(text, a, b)]
    if not pairs:
        return False
    full = sum(len(a.text) + 1 + len(b.text.split(maxsplit=1)[0]) > width for a, b in pairs)
    return full >= FULL_LINES * len(pairs)


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
    """Yield the segments of wrapped lines; a line end is a space."""
    yield from paragraph[0].segments
    for above, below in pairwise(paragraph):
        yield Segment(" ", Span(above.end, below.start), Editability.READ_ONLY)
        yield from below.segments
