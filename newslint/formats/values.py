"""Parses a data value as plain text or HTML by its looks.

Exports declare `text` and contain HTML, or put links into lines of plain text. Markup mistaken for prose
would be "fixed", so a value with any markup is parsed as HTML; if it has no block tags, each line is.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from newslint.core.patterns import any_of, pattern
from newslint.core.segments import BlockKind, BlockSource, Comment
from newslint.formats import plain
from newslint.formats.embedded import lift_blocks, lift_comment
from newslint.formats.fields import Content

BLOCKS = (
    "address article aside blockquote body br dd div dl dt figcaption figure footer h1 h2 h3 h4 h5 h6 "
    "header hr html li main nav ol p picture pre section table tbody td th tr ul"
)
INLINES = (
    "a abbr b bdi bdo cite code del dfn em font i iframe img ins kbd mark q s samp script small span "
    "strike strong style sub sup time tt u var video"
)
BLOCK_TAG = pattern(rf"(?i)</?(?:{any_of(BLOCKS.split())})(?=[\s/>])[^<>]*>|<!(?i:doctype)\b")
MARKUP = pattern(
    rf"(?i)</?(?:{any_of(INLINES.split())})(?=[\s/>])[^<>]*>|<!--"
    r"|&(?:[a-z][a-z0-9]{1,30}|#\d{2,7}|#x[\da-f]{2,6});"
)
FOLDED_TAG = pattern(r"<[^<>\r\n]*[\r\n][^<>]*>")
NO_PROSE = pattern(r"(?s)\s*+(?:(?=\S*[/_@\d=#])\S++\s*+|\{\s*\".*|\[\s*[\[{\"].*)")
"""A single URL, file name or number, or data in a string."""

ParsedBlocks = tuple[list[BlockSource], list[Comment]]


def prose(value: BlockSource, content: Content) -> ParsedBlocks:
    """Parse a value into blocks and comments of its file."""
    text = value.text
    marked_up = "<" in text or "&" in text
    if text.isspace() or (not marked_up and NO_PROSE.fullmatch(text)):
        return [], []
    if content.html or (marked_up and BLOCK_TAG.search(text)):
        parts, comments = _html(text)
    elif marked_up and MARKUP.search(text):
        parts, comments = _html(text) if FOLDED_TAG.search(text) else _html_lines(text)
    elif "\n" not in text and "\r" not in text:
        return [replace(value, kind=content.kind)], []
    else:
        parts, comments = plain.parse_blocks(text)
    lifted = [lift_comment(comment, value) for comment in comments]
    return list(_of_kind(content.kind, lift_blocks(parts, value))), lifted


def _html(text: str) -> ParsedBlocks:
    from newslint.formats.html import parse_blocks

    return parse_blocks(text)


def _html_lines(text: str) -> ParsedBlocks:
    """Parse lines of plain text with markup, each as separate HTML."""
    parts: list[BlockSource] = []
    lines, comments = plain.parse_blocks(text)
    for line in lines:
        if line.kind is BlockKind.GAP:
            parts.append(line)
            continue
        said, inner = _html(line.text)
        parts += _of_kind(line.kind, lift_blocks(said, line))
        comments += [lift_comment(comment, line) for comment in inner]
    return parts, comments


def _of_kind(kind: BlockKind, parts: Iterable[BlockSource]) -> Iterator[BlockSource]:
    """Give blocks the kind of their field, unless it is body text."""
    for part in parts:
        own = kind is BlockKind.PARAGRAPH or part.kind is BlockKind.GAP
        yield part if own else replace(part, kind=kind)
