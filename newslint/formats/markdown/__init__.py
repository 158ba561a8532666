"""Markdown and MDX: CommonMark with tables, footnotes, definition lists, and front matter in YAML or TOML.

Headings are headlines, the texts of images captions, and paragraphs, items of lists, cells of tables and
notes are paragraphs. Code, blocks of HTML, tags and addresses are no prose.
"""

from __future__ import annotations

from newslint.core.errors import ParseError
from newslint.core.segments import DEFAULT_OPTIONS, ParseOptions
from newslint.core.source import Source
from newslint.formats.markdown import front_matter
from newslint.formats.markdown.body import parse_body
from newslint.formats.markdown.mdx import Mdx, hide_code
from newslint.formats.plain import refuse_short_lines
from newslint.text.document import Document, ParsedFile


def parse(source: Source, parse_options: ParseOptions = DEFAULT_OPTIONS) -> ParsedFile:
    """Read Markdown: one article, the prose of its front matter first.

    In files that end in `.mdx`, code and the tags of components are no prose.

    Raises:
        ParseError: the text holds half a character, which no file of Markdown can, or is data in short lines.

    """
    refuse_short_lines(source.text)
    head = front_matter.parse_front_matter(source.text, parse_options.front_matter)
    is_mdx = source.path.lower().endswith(".mdx")
    text = hide_code(source.text, head.end) if is_mdx else Mdx(source.text)
    try:
        body = parse_body(text.text, head.end, head.language, text.code)
    except UnicodeEncodeError as error:
        raise ParseError(
            f"half of a character (a lone surrogate) at character {head.end + error.start}"
        ) from None
    document = Document((*head.parts, *body.parts), parse_options)
    comments = sorted(
        (*head.comments, *body.comments.found, *text.comments), key=lambda comment: comment.span
    )
    frame = f"{head.texts} texts above {body.frame.hexdigest()}"
    return ParsedFile(source, (document,), tuple(comments), head.errors + text.errors, frame=frame)
