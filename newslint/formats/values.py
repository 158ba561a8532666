"""What a value of data says: plain text or HTML, told apart by looking at it.

Exports say `text` and mean HTML, or say nothing and put links into lines of plain text. Markup taken for
prose would be repaired as prose, so a value in which any is seen is read as HTML; where it has no tags
for blocks, each of its lines is.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

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
"""One word that is an address, a name of a file or a number; or data in a string."""

Said = tuple[list[BlockSource], list[Comment]]


def prose(value: BlockSource, content: Content) -> Said:
    """The blocks and comments of a value, with their way back to the file that holds it."""
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


def _html(text: str) -> Said:
    from newslint.formats.html import parse_blocks

    return parse_blocks(text)


def _html_lines(text: str) -> Said:
    """Lines of plain text with markup in them: each is HTML of its own."""
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
    """Parts as what their field is; what they say of themselves counts only where it is but text."""
    for part in parts:
        own = kind is BlockKind.PARAGRAPH or part.kind is BlockKind.GAP
        yield part if own else replace(part, kind=kind)
