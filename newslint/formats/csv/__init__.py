"""CSV and TSV: each row is an article with fields by column.

The delimiter is the one that yields the most known column names; the extension `.tsv` means tabs.
"""

from __future__ import annotations

import codecs
from collections.abc import Iterator, Sequence
from functools import partial
from itertools import chain, islice
from pathlib import PurePath
from typing import BinaryIO

from msgspec import Struct

from newslint.core.patterns import pattern
from newslint.core.segments import DEFAULT_OPTIONS, BlockSource, Comment, ParseOptions
from newslint.core.source import Lines, Source
from newslint.formats.csv.cells import DELIMITERS, Record, ends_inside_quotes, records, segments
from newslint.formats.fields import Content, Fields, is_language
from newslint.formats.language_tags import language_tag
from newslint.formats.records import (
    LONGEST_RECORD,
    UNDECODABLE,
    RecordSource,
    describe_errors,
    describe_undecodable,
    record_too_long,
)
from newslint.formats.unread import UnreadFields, as_key, is_prose
from newslint.formats.values import prose
from newslint.text.document import Document, ParsedFile

MIN_WORDS_IN_A_ROW = 6
NUMBER = pattern(r"[-+]?\d[\d.,:/ -]*")
SAMPLE = 50
"""Rows that are searched for prose in unread columns."""
SHOWN = 8
"""Column names that a message lists."""


class Header(Struct, frozen=True):
    """The first row: the delimiter, the column names, and their content.

    Without a header, columns are named by their numbers. `language` is the number of the
    column that names the language of each row, if one does.
    """

    delimiter: str
    end: int
    names: tuple[str, ...]
    prose: dict[int, Content]
    language: int | None = None

    @property
    def is_numbered(self) -> bool:
        """Whether columns are named by their numbers, for want of a header."""
        return self.end == 0 and bool(self.names)


def parse(source: Source, parse_options: ParseOptions = DEFAULT_OPTIONS) -> ParsedFile:
    """Read a sheet; `errors` are rows that do not fit the header."""
    begins = source.is_first
    fields = Fields(parse_options.fields)
    header = _header(source.head or source.text, source.path, fields, named=begins or bool(source.head))
    rows = records(source.text, header.delimiter, 0 if source.head else header.end)
    sample = list(islice(rows, SAMPLE))
    unread = _unread(source.text, sample, header, fields) if begins else ""
    if not header.prose:
        note = (unread or _unknown(header)) if begins else ""
        return ParsedFile(source, (), note=note, has_unread_prose=bool(unread))
    text, lines = source.text, Lines(source.text, source.first_line)
    documents: list[Document] = []
    comments: list[Comment] = []
    wrong = []
    holds_no_text = UNDECODABLE.search(text) is not None
    for record in chain(sample, rows):
        if record.blank(text):
            continue
        if holds_no_text:
            record.problem = (
                describe_undecodable(text, record.start, record.end, source.encoding) or record.problem
            )
        if problem := record.problem or _misfit(text, record, header):
            wrong.append((lines.position(record.start)[0], problem))
        if problem and (record.problem or len(record.cells) > len(header.names)):
            continue  # which cell belongs to which column is unknown
        parts, said = _prose(text, record, header)
        comments += said
        if parts:
            documents.append(Document(tuple(parts), parse_options, len(documents)))
    return ParsedFile(
        source,
        tuple(documents),
        tuple(comments),
        describe_errors(wrong),
        unread,
        has_unread_prose=bool(unread),
    )


def decode(data: bytes, path: str, encoding: str | None) -> Source:
    """Decode a file, keeping undecodable bytes in a minority of rows.

    Raises:
        SourceError: most lines hold such bytes.

    """
    return RecordSource.decode(data, path, encoding)


def head(source: Source) -> str:
    """The header of a file, verbatim, which every later chunk needs."""
    return source.text[: _header(source.text, source.path, Fields({})).end]


def split_points(file: BinaryIO, size: int, lines: int) -> Iterator[tuple[int, int]]:
    """Where to cut a file into chunks of whole rows.

    Raises:
        ParseError: a row is too long.

    """
    file.seek(0)
    start = record = at = count = 0
    within = False
    while line := file.readline(LONGEST_RECORD):
        within = ends_inside_quotes(line if at else line.removeprefix(codecs.BOM_UTF8), within=within)
        at += len(line)
        count += 1
        if at - record > LONGEST_RECORD or len(line) == LONGEST_RECORD:
            raise record_too_long(record, "is a quotation mark missing?")
        if not within:
            record = at
            if at - start >= size or count >= lines:
                yield start, at
                start, count = file.seek(at), 0
    if start < at:
        yield start, at


def _header(text: str, path: str, fields: Fields, *, named: bool = True) -> Header:
    """The header, split at the delimiter that yields most known columns."""
    delimiters = "\t" if PurePath(path).suffix.lower() == ".tsv" else DELIMITERS
    return max(
        (_header_by(delimiter, text, fields, named=named) for delimiter in delimiters),
        key=lambda header: (len(header.prose), len(header.names)),
    )


def _header_by(delimiter: str, text: str, fields: Fields, *, named: bool) -> Header:
    """The header, split at this delimiter."""
    rows = records(text, delimiter)
    first = next((row for row in rows if not row.blank(text)), Record(0))
    names = tuple(
        "".join(segment.text for segment in segments(text, cell, delimiter)).strip() for cell in first.cells
    )
    end = first.end
    if not named or _is_data(names, fields):
        names, end = tuple(f"column {number}" for number in range(1, len(names) + 1)), 0
    known = ((number, fields.at(name.split("."))) for number, name in enumerate(names))
    prose = {number: content for number, content in known if content}
    language = next((number for number, name in enumerate(names) if is_language(name)), None)
    return Header(delimiter, end, names, prose, language)


def _is_data(names: Sequence[str], fields: Fields) -> bool:
    """Whether the first row is data: a sentence or number, no field."""
    if any(fields.is_listed(name.split(".")) for name in names):
        return False
    return any(NUMBER.fullmatch(name) or is_prose(name, MIN_WORDS_IN_A_ROW) for name in names)


def _unread(text: str, sample: Sequence[Record], header: Header, fields: Fields) -> str:
    """A note about unread columns that hold prose, or an empty string."""
    unread = UnreadFields("fields")
    for record in sample:
        for name, cell in zip(header.names, record.cells, strict=False):
            if not fields.is_listed(name.split(".")) and not record.problem:
                unread.add(name, cell.end - cell.start, partial(cell.of, text))
    without = "the first row is not a header, so columns are named by their numbers; "
    return without + unread.note if unread.note and header.is_numbered else unread.note


def _unknown(header: Header) -> str:
    shown = ", ".join(name or "(no name)" for name in header.names[:SHOWN]) or "none"
    more = len(header.names) - SHOWN
    name = as_key(header.names[0]) if header.is_numbered else "NAME"
    return (
        f"no known prose column among {shown}{f' and {more} more' if more > 0 else ''}; "
        f'name one in the configuration: [fields], then {name} = "text"'
    )


def _misfit(text: str, record: Record, header: Header) -> str:
    """A message about the number of cells; extra blank ones are accepted."""
    cells, names = len(record.cells), len(header.names)
    beyond = record.cells[names:]
    if cells == names or (beyond and not any(cell.of(text).strip() for cell in beyond)):
        return ""
    return f"{cells} cells, but the header has {names}"


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
