"""Markdown and MDX: CommonMark with common extensions and front matter.

Headings are headlines and image texts captions; paragraphs, list items, table cells, definitions and
footnotes are paragraphs. Code, HTML blocks, tags and URLs are not prose.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from newslint.core.errors import ParseError
from newslint.core.segments import DEFAULT_OPTIONS, ParseOptions
from newslint.core.source import Source
from newslint.formats.limits import refuse_short_lines
from newslint.formats.long_text import cut
from newslint.formats.markdown.body import parse_body
from newslint.formats.markdown.breaks import breaks
from newslint.formats.markdown.front_matter import FrontMatter, parse_front_matter
from newslint.formats.markdown.mdx import Mdx, mask_code
from newslint.text.document import Document, ParsedFile


def parse(source: Source, parse_options: ParseOptions = DEFAULT_OPTIONS) -> ParsedFile:
    """Parse Markdown as one article, the prose of its front matter first.

    In `.mdx` files, code and the tags of components are not prose.

    Raises:
        ParseError: the text holds a lone surrogate, or is data in short lines.

    """
    refuse_short_lines(source.text)
    if source.is_first:
        head = parse_front_matter(source.text, parse_options.front_matter)
    else:
        head = FrontMatter(language=parse_front_matter(source.head, ()).language)
    is_mdx = source.path.lower().endswith(".mdx")
    text = mask_code(source.text, head.end) if is_mdx else Mdx(source.text)
    try:
        body = parse_body(text.text, head.end, head.language, text.code)
    except UnicodeEncodeError as error:
        raise ParseError(
            f"half of a character (a lone surrogate) at character {head.end + error.start}"
        ) from None
    document = Document((*head.parts, *body.parts), parse_options, is_written=True)
    comments = sorted(
        (*head.comments, *body.comments.found, *text.comments), key=lambda comment: comment.span
    )
    frame = f"{head.texts} texts above {body.frame.hexdigest()}"
    return ParsedFile(source, (document,), tuple(comments), head.errors + text.errors, frame=frame)


def head(source: Source) -> str:
    """The front matter of a file, which names its language."""
    return source.text[: parse_front_matter(source.text, ()).end]


def split_points(file: BinaryIO, _: int, lines: int) -> Iterator[tuple[int, int]]:
    """Where to cut a file of very many paragraphs, in bytes."""
    return cut(file, lines, breaks)
