"""Markdown: CommonMark with tables, footnotes, definition lists, and front matter in YAML or TOML.

Headings are headlines, the texts of images captions, and paragraphs, items of lists, cells of tables and
notes are paragraphs. Code, blocks of HTML, tags and addresses are no prose.
"""

from __future__ import annotations

from newslint.document import Document, Reading
from newslint.readers import front_matter, markdown_body
from newslint.source import Source
from newslint.view import USUAL, Conventions, UnreadableProse


def read(source: Source, conventions: Conventions = USUAL) -> Reading:
    """Read Markdown: one article, the prose of its front matter first.

    Raises:
        UnreadableProse: the text holds half a character, which no file of Markdown can.

    """
    head = front_matter.read(source.text, conventions.front_matter)
    try:
        parts, comments = markdown_body.parse(source.text, head.end)
    except UnicodeEncodeError as error:
        raise UnreadableProse(
            f"half of a character (a lone surrogate) at character {head.end + error.start}"
        ) from None
    document = Document((*head.parts, *parts), conventions)
    return Reading(source, (document,), tuple(comments), head.errors)
