"""An RFC 4180 scanner that records the position of each cell.

As in spreadsheets and Python's `csv`, a quotation mark inside a cell that does not begin with one is an
ordinary character; lines end at LF, CRLF or CR.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import AnyStr, NamedTuple

from msgspec import Struct, field

from newslint.core.positions import Span
from newslint.core.segments import Editability, Encoder, Segment

DELIMITERS = ",;\t|"
OPENING = re.compile(rb'(?:\A|[,;\t|])"')
LINE_END = re.compile(r"\r\n|\r|\n")


class Cell(NamedTuple):
    """The position of a cell's content, inside any quotation marks."""

    start: int
    end: int
    is_quoted: bool

    def of(self, text: str) -> str:
        """The content as written."""
        return text[self.start : self.end]


class Record(Struct):
    """A row: its position, its cells, and why they are ambiguous."""

    start: int
    end: int = 0
    cells: list[Cell] = field(default_factory=list)
    problem: str = ""

    def blank(self, text: str) -> bool:
        """Whether the row is empty."""
        return all(not cell.is_quoted and not cell.of(text).strip() for cell in self.cells)


def records(text: str, delimiter: str, at: int = 0) -> Iterator[Record]:
    """Yield rows; after an unclosed quotation mark, resume at the next line."""
    while at < len(text):
        record = Record(at)
        while True:
            at = _cell(text, at, delimiter, record)
            if not text.startswith(delimiter, at):
                break
            at += 1
        end = LINE_END.match(text, at)
        at = record.end = end.end() if end else at
        yield record


def _cell(text: str, at: int, delimiter: str, record: Record) -> int:
    """Read a cell at an offset in a record; return its end."""
    plain = _plain(delimiter)
    is_quoted = text.startswith('"', at)
    start = at + 1 if is_quoted else at
    end = find_closing_quote(text, start) if is_quoted else _end(plain, text, at)
    if end < 0:
        record.problem = "a quotation mark is never closed"
        found = LINE_END.search(text, at)
        return found.start() if found else len(text)
    record.cells.append(Cell(start, end, is_quoted))
    if not is_quoted:
        return end
    after = _end(plain, text, end + 1)
    if after > end + 1:
        record.problem = "text follows a closing quotation mark; one that is part of the text is doubled"
    return after


def _end(plain: re.Pattern[str], text: str, at: int) -> int:
    found = plain.match(text, at)
    return found.end() if found else at


@lru_cache(maxsize=8)
def _plain(delimiter: str) -> re.Pattern[str]:
    return re.compile(rf"[^{re.escape(delimiter)}\r\n]*")


def find_closing_quote(text: AnyStr, at: int) -> int:
    """The offset of the closing quotation mark, or -1."""
    mark = text[:0] + ('"' if isinstance(text, str) else b'"')
    while True:
        at = text.find(mark, at)
        if at < 0 or not text.startswith(mark, at + 1):
            return at
        at += 2


def ends_inside_quotes(line: bytes, *, within: bool) -> bool:
    """Whether a line ends in a quoted cell, perhaps begun `within` one."""
    at = 0
    while True:
        if within:
            at = find_closing_quote(line, at) + 1
            if not at:
                return True
        found = OPENING.search(line, at)
        if not found:
            return False
        at, within = found.end(), True


def segments(text: str, cell: Cell, delimiter: str) -> tuple[Segment, ...]:
    """The segments of a cell."""
    raw = cell.of(text)
    encoder: Encoder = encode_quoted if cell.is_quoted else bare_encoder(delimiter)
    if not cell.is_quoted or '"' not in raw:
        return (Segment(raw, Span(cell.start, cell.end), Editability.EDITABLE, encoder),) if raw else ()
    return tuple(_quoted_segments(raw, cell.start, encoder))


def _quoted_segments(raw: str, start: int, encoder: Encoder) -> Iterator[Segment]:
    at = 0
    for run in raw.split('""'):
        if at:
            yield Segment('"', Span(start + at - 2, start + at), Editability.ATOMIC, encoder)
        if run:
            yield Segment(run, Span(start + at, start + at + len(run)), Editability.EDITABLE, encoder)
        at += len(run) + 2


def encode_quoted(text: str) -> str | None:
    """Encode text for a quoted cell."""
    return None if "\0" in text else text.replace('"', '""')


@lru_cache(maxsize=8)
def bare_encoder(delimiter: str) -> Encoder:
    """An encoder for unquoted cells, which rejects what would end one."""
    ends = re.compile(rf'[{re.escape(delimiter)}"\r\n\0]')

    def encode(text: str) -> str | None:
        return None if ends.search(text) else text

    return encode
