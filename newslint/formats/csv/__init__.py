"""CSV and its kin: a row is an article, and its prose stands in the columns that the header names so.

The delimiter is that of the header under which most columns are known; the end `.tsv` means tabs.
"""

from __future__ import annotations

import codecs
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePath
from typing import BinaryIO

from newslint.core.segments import DEFAULT_OPTIONS, BlockSource, Comment, ParseOptions
from newslint.core.source import Lines, Source
from newslint.formats.csv.cells import DELIMITERS, Record, left_open, records, segments
from newslint.formats.fields import Content, Fields, is_language
from newslint.formats.language_tags import language_tag
from newslint.formats.records import LONGEST_RECORD, endless, told
from newslint.formats.values import prose
from newslint.text.document import Document, ParsedFile

SHOWN = 8
"""Names of columns that a complaint lists."""


@dataclass(frozen=True)
class Header:
    """The first row: the delimiter, the names of the columns, and what those with prose hold.

    `language` is the number of the column that names the language of each row, if one does.
    """

    delimiter: str
    end: int
    names: tuple[str, ...]
    prose: dict[int, Content]
    language: int | None = None


def parse(source: Source, parse_options: ParseOptions = DEFAULT_OPTIONS) -> ParsedFile:
    """Read a sheet; `errors` of the reading tell of rows that do not fit the header."""
    header = _header(source.head or source.text, source.path, Fields(parse_options.fields))
    if not header.prose:
        return ParsedFile(source, (), note=_unknown(header) if source.first_line == 1 else "")
    text, lines = source.text, Lines(source.text, source.first_line)
    documents: list[Document] = []
    comments: list[Comment] = []
    wrong = []
    for record in records(text, header.delimiter, 0 if source.head else header.end):
        if record.blank(text):
            continue
        if problem := record.problem or _misfit(text, record, header):
            wrong.append((lines.position(record.start)[0], problem))
        if problem and (record.problem or len(record.cells) > len(header.names)):
            continue  # nobody knows which cell is which
        parts, said = _prose(text, record, header)
        comments += said
        if parts:
            documents.append(Document(tuple(parts), parse_options, len(documents)))
    return ParsedFile(source, tuple(documents), tuple(comments), told(wrong))


def head(source: Source) -> str:
    """The header of a file as it stands there, which every later stretch of it needs."""
    return source.text[: _header(source.text, source.path, Fields({})).end]


def cuts(file: BinaryIO, size: int) -> Iterator[tuple[int, int]]:
    """Where to cut a file into stretches of whole rows, each of about `size` bytes and in bytes.

    Raises:
        UnreadableProse: a row has no end within bounds.

    """
    file.seek(0)
    start = record = at = 0
    within = False
    while line := file.readline(LONGEST_RECORD):
        within = left_open(line if at else line.removeprefix(codecs.BOM_UTF8), within=within)
        at += len(line)
        if at - record > LONGEST_RECORD or len(line) == LONGEST_RECORD:
            raise endless(record, "is a quotation mark missing?")
        if not within:
            record = at
            if at - start >= size:
                yield start, at
                start = file.seek(at)
    if start < at:
        yield start, at


def _header(text: str, path: str, fields: Fields) -> Header:
    delimiters = "\t" if PurePath(path).suffix.lower() == ".tsv" else DELIMITERS
    return max(
        (_header_by(delimiter, text, fields) for delimiter in delimiters),
        key=lambda header: (len(header.prose), len(header.names)),
    )


def _header_by(delimiter: str, text: str, fields: Fields) -> Header:
    """The header if this is the delimiter."""
    rows = records(text, delimiter)
    first = next((row for row in rows if not row.blank(text)), Record(0))
    names = tuple(
        "".join(segment.text for segment in segments(text, cell, delimiter)).strip() for cell in first.cells
    )
    known = ((number, fields.at(name.split("."))) for number, name in enumerate(names))
    prose = {number: content for number, content in known if content}
    language = next((number for number, name in enumerate(names) if is_language(name)), None)
    return Header(delimiter, first.end, names, prose, language)


def _unknown(header: Header) -> str:
    shown = ", ".join(name or "(no name)" for name in header.names[:SHOWN]) or "none"
    more = len(header.names) - SHOWN
    return (
        f"no column is known to hold prose, but there are: {shown}{f' and {more} more' if more > 0 else ''}; "
        'name one in the configuration: [fields], then NAME = "text"'
    )


def _misfit(text: str, record: Record, header: Header) -> str:
    """What is wrong with the number of cells; blank ones at the end are nothing wrong."""
    cells, names = len(record.cells), len(header.names)
    beyond = record.cells[names:]
    if cells == names or (beyond and not any(cell.of(text).strip() for cell in beyond)):
        return ""
    return f"{cells} cells under a header of {names}"


def _prose(text: str, record: Record, header: Header) -> tuple[list[BlockSource], list[Comment]]:
    parts: list[BlockSource] = []
    comments: list[Comment] = []
    language = ""
    if header.language is not None and header.language < len(record.cells):
        language = language_tag(record.cells[header.language].of(text))
    for number, content in header.prose.items():
        if number < len(record.cells) and record.cells[number].of(text):
            shown = segments(text, record.cells[number], header.delimiter)
            cell = BlockSource(content.kind, shown, header.names[number], f"column {number}", language)
            said, told = prose(cell, content)
            parts += said
            comments += told
    return parts, comments
