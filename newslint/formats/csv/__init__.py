"""CSV and its kin: a row is an article, and its prose stands in the columns that the header names so.

The delimiter is that of the header under which most columns are known; the end `.tsv` means tabs.
"""

from __future__ import annotations

import codecs
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import chain, islice
from pathlib import PurePath
from typing import BinaryIO

from newslint.core.patterns import pattern
from newslint.core.segments import DEFAULT_OPTIONS, BlockSource, Comment, ParseOptions
from newslint.core.source import Lines, Source
from newslint.formats.csv.cells import DELIMITERS, Record, left_open, records, segments
from newslint.formats.fields import Content, Fields, is_language
from newslint.formats.language_tags import language_tag
from newslint.formats.records import LONGEST_RECORD, NO_TEXT, RecordSource, endless, no_text, told
from newslint.formats.unread import UnreadFields, as_key, is_prose
from newslint.formats.values import prose
from newslint.text.document import Document, ParsedFile

MIN_WORDS_IN_A_ROW = 6
NUMBER = pattern(r"[-+]?\d[\d.,:/ -]*")
SAMPLE = 50
"""Rows of which columns are looked at that are not read."""
SHOWN = 8
"""Names of columns that a complaint lists."""


@dataclass(frozen=True)
class Header:
    """The first row: the delimiter, the names of the columns, and what those with prose hold.

    In a sheet without a header the columns are called by their numbers. `language` is the number of the
    column that names the language of each row, if one does.
    """

    delimiter: str
    end: int
    names: tuple[str, ...]
    prose: dict[int, Content]
    language: int | None = None

    @property
    def is_numbered(self) -> bool:
        """Whether there is no header."""
        return self.end == 0 and bool(self.names)


def parse(source: Source, parse_options: ParseOptions = DEFAULT_OPTIONS) -> ParsedFile:
    """Read a sheet; `errors` of the reading tell of rows that do not fit the header."""
    begins = source.first_line == 1
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
    holds_no_text = NO_TEXT.search(text) is not None
    for record in chain(sample, rows):
        if record.blank(text):
            continue
        if holds_no_text:
            record.problem = no_text(text, record.start, record.end, source.encoding) or record.problem
        if problem := record.problem or _misfit(text, record, header):
            wrong.append((lines.position(record.start)[0], problem))
        if problem and (record.problem or len(record.cells) > len(header.names)):
            continue  # nobody knows which cell is which
        parts, said = _prose(text, record, header)
        comments += said
        if parts:
            documents.append(Document(tuple(parts), parse_options, len(documents)))
    return ParsedFile(
        source,
        tuple(documents),
        tuple(comments),
        told(wrong),
        unread,
        has_unread_prose=bool(unread),
    )


def decode(data: bytes, path: str, encoding: str | None) -> Source:
    """The text of a file, in which some rows may hold bytes that are no text.

    Raises:
        SourceError: most lines do.

    """
    return RecordSource.decode(data, path, encoding)


def head(source: Source) -> str:
    """The header of a file as it stands there, which every later stretch of it needs; empty without one."""
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


def _header(text: str, path: str, fields: Fields, *, named: bool = True) -> Header:
    """The header under the delimiter by which most columns are known; `named` if there may be one."""
    delimiters = "\t" if PurePath(path).suffix.lower() == ".tsv" else DELIMITERS
    return max(
        (_header_by(delimiter, text, fields, named=named) for delimiter in delimiters),
        key=lambda header: (len(header.prose), len(header.names)),
    )


def _header_by(delimiter: str, text: str, fields: Fields, *, named: bool) -> Header:
    """The header if this is the delimiter."""
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
    """Whether the first row is no header: no name in it is known, and a cell is a sentence or a number."""
    if any(fields.names(name.split(".")) for name in names):
        return False
    return any(NUMBER.fullmatch(name) or is_prose(name, MIN_WORDS_IN_A_ROW) for name in names)


def _unread(text: str, sample: Sequence[Record], header: Header, fields: Fields) -> str:
    """What to say of columns that hold prose and are not read; empty if there are none."""
    unread = UnreadFields("fields")
    for record in sample:
        for name, cell in zip(header.names, record.cells, strict=False):
            if not fields.names(name.split(".")) and not record.problem:
                unread.add(name, cell.end - cell.start, partial(cell.of, text))
    without = "the first row is no header, so columns are called by their numbers; "
    return without + unread.note if unread.note and header.is_numbered else unread.note


def _unknown(header: Header) -> str:
    shown = ", ".join(name or "(no name)" for name in header.names[:SHOWN]) or "none"
    more = len(header.names) - SHOWN
    name = as_key(header.names[0]) if header.is_numbered else "NAME"
    return (
        f"no column is known to hold prose, but there are: {shown}{f' and {more} more' if more > 0 else ''}; "
        f'name one in the configuration: [fields], then {name} = "text"'
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
