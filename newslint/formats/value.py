"""A value, such as a cell of Parquet, in a guessed format.

It is read as the same value would be in JSON Lines: as HTML where it holds markup, else as plain text.
"""

from __future__ import annotations

from newslint.core.positions import Span
from newslint.core.segments import (
    DEFAULT_OPTIONS,
    BlockKind,
    BlockSource,
    FieldRole,
    ParseOptions,
    Segment,
)
from newslint.core.source import Source
from newslint.formats.fields import HOLDS
from newslint.formats.values import prose
from newslint.text.document import Document, ParsedFile

FLOW = "value"


def parse(source: Source, parse_options: ParseOptions = DEFAULT_OPTIONS) -> ParsedFile:
    """Parse a value as one article."""
    content = HOLDS[FieldRole.TEXT]
    if not source.text or content is None:
        return ParsedFile(source, ())
    segment = Segment(source.text, Span(0, len(source.text)))
    value = BlockSource(BlockKind.PARAGRAPH, (segment,), flow=FLOW, language=parse_options.language)
    parts, comments = prose(value, content)
    documents = (Document(tuple(parts), parse_options),) if parts else ()
    return ParsedFile(source, documents, tuple(comments))
