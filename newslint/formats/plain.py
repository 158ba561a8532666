"""Plain text: a line is a paragraph, unless the lines were folded to a width.

A line that is nothing but an HTML comment is no prose in plain text either; it is read as a
comment, so that `<!-- newslint: ignore[rule] -->` works in files that are about to become Markdown.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

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
from newslint.text.document import Document, ParsedFile

LINE = pattern(r"[^\r\n]+")
COMMENT = pattern(r"[ \t]*<!--(.*?)-->[ \t]*")
CLOSED = pattern(r"[.!?…:;,][”’\"')\]]*\s*\Z")
WIDEST_FOLD, NARROWEST_FOLD = 100, 40


def parse(source: Source, parse_options: ParseOptions = DEFAULT_OPTIONS) -> ParsedFile:
    """Read plain text: one article."""
    parts, comments = parse_blocks(source.text)
    return ParsedFile(source, (Document(tuple(parts), parse_options),), tuple(comments))


def parse_blocks(text: str) -> tuple[list[BlockSource], list[Comment]]:
    """The paragraphs, headline, gaps and comments of a text."""
    comments, lines = [], []
    for match in LINE.finditer(text):
        line = match[0]
        if "<!--" in line and (comment := COMMENT.fullmatch(line)):
            comments.append(Comment(Span(*match.span()), comment[1].strip()))
        elif not line.isspace():
            lines.append(Segment(line, Span(*match.span())))
    paragraphs = list(_unfold(text, lines)) if _folded(text, lines) else [[line] for line in lines]
    return list(_parts(text, paragraphs, comments)), comments


def _folded(text: str, lines: list[Segment]) -> bool:
    """Whether lines were broken where the next word would not have fitted."""
    pairs = [(a, b) for a, b in pairwise(lines) if _adjoin(text, a, b)]
    if not pairs:
        return False
    width = max(len(line.text) for line in lines)
    if not NARROWEST_FOLD <= width <= WIDEST_FOLD:
        return False
    full = sum(len(a.text) + 1 + len(b.text.split(maxsplit=1)[0]) > width for a, b in pairs)
    return full >= 0.9 * len(pairs)


def _adjoin(text: str, above: Segment, below: Segment) -> bool:
    between = text[above.span.end : below.span.start]
    return between in ("\n", "\r\n", "\r")


def _unfold(text: str, lines: list[Segment]) -> Iterator[list[Segment]]:
    paragraph: list[Segment] = []
    for line in lines:
        if paragraph and not _adjoin(text, paragraph[-1], line):
            yield paragraph
            paragraph = []
        paragraph.append(line)
    if paragraph:
        yield paragraph


def _parts(text: str, paragraphs: list[list[Segment]], comments: list[Comment]) -> Iterator[BlockSource]:
    at, first = 0, True
    skipped = {comment.span.start: comment.span.end for comment in comments}
    for paragraph in paragraphs:
        yield from _gap(text, at, paragraph[0].span.start, skipped)
        headline = first and len(paragraphs) > 1 and not CLOSED.search(paragraph[-1].text)
        segments = tuple(paragraph) if len(paragraph) == 1 else tuple(_pieces(paragraph))
        yield BlockSource(BlockKind.HEADLINE if headline else BlockKind.PARAGRAPH, segments)
        at, first = paragraph[-1].span.end, False
    yield from _gap(text, at, len(text), skipped)


def _gap(text: str, start: int, end: int, skipped: dict[int, int]) -> Iterator[BlockSource]:
    """The white space from `start` to `end`, parted by the comments in it."""
    for comment in sorted(at for at in skipped if start <= at < end) if skipped else ():
        if start < comment:
            yield BlockSource(BlockKind.GAP, (Segment(text[start:comment], Span(start, comment)),))
        start = skipped[comment]
    if start < end:
        yield BlockSource(BlockKind.GAP, (Segment(text[start:end], Span(start, end)),))


def _pieces(paragraph: list[Segment]) -> Iterator[Segment]:
    for number, line in enumerate(paragraph):
        if number:
            yield Segment(" ", Span(paragraph[number - 1].span.end, line.span.start), Editability.READ_ONLY)
        yield line
