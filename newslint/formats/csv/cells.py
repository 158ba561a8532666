"""Where the cells of a sheet stand in its text: a scanner of RFC 4180 that keeps places.

As in spreadsheets and Python's `csv`, a quotation mark within a cell that does not begin with one is
just a letter; lines end at LF, CRLF or CR.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import AnyStr, NamedTuple

from newslint.core.positions import Span
from newslint.core.segments import Editability, Encoder, Segment

DELIMITERS = ",;\t|"
OPENING = re.compile(rb'(?:\A|[,;\t|])"')
LINE_END = re.compile(r"\r\n|\r|\n")


class Cell(NamedTuple):
    """A cell: where what it holds begins and ends, without the quotation marks around it."""

    start: int
    end: int
    quoted: bool

    def of(self, text: str) -> str:
        """What it holds, as it is written."""
        return text[self.start : self.end]


@dataclass(slots=True)
class Record:
    """The cells of a row, where it begins and ends, and what is wrong with it if its cells cannot be told."""

    start: int
    end: int = 0
    cells: list[Cell] = field(default_factory=list)
    problem: str = ""

    def blank(self, text: str) -> bool:
        """Whether nothing stands in the row."""
        return all(not cell.quoted and not cell.of(text).strip() for cell in self.cells)


def records(text: str, delimiter: str, at: int = 0) -> Iterator[Record]:
    """The rows from a place on; after one whose quotation mark is never closed goes on with the next line."""
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
    """Read the cell at a place into a record: where it ends."""
    plain = _plain(delimiter)
    quoted = text.startswith('"', at)
    start = at + 1 if quoted else at
    end = closing(text, start) if quoted else _end(plain, text, at)
    if end < 0:
        record.problem = "a quotation mark is never closed"
        found = LINE_END.search(text, at)
        return found.start() if found else len(text)
    record.cells.append(Cell(start, end, quoted))
    if not quoted:
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


def closing(text: AnyStr, at: int) -> int:
    """Where the quotation mark stands that closes what begins at a place; -1 if none does."""
    mark = text[:0] + ('"' if isinstance(text, str) else b'"')
    while True:
        at = text.find(mark, at)
        if at < 0 or not text.startswith(mark, at + 1):
            return at
        at += 2


def left_open(line: bytes, *, within: bool) -> bool:
    """Whether a quoted cell goes on after a line; `within` tells whether the line began in one."""
    at = 0
    while True:
        if within:
            at = closing(line, at) + 1
            if not at:
                return True
        found = OPENING.search(line, at)
        if not found:
            return False
        at, within = found.end(), True


def segments(text: str, cell: Cell, delimiter: str) -> tuple[Segment, ...]:
    """The pieces of a cell."""
    raw = cell.of(text)
    encoder: Encoder = quoted if cell.quoted else unquoted(delimiter)
    if not cell.quoted or '"' not in raw:
        return (Segment(raw, Span(cell.start, cell.end), Editability.EDITABLE, encoder),) if raw else ()
    return tuple(_quoted_pieces(raw, cell.start, encoder))


def _quoted_pieces(raw: str, start: int, encoder: Encoder) -> Iterator[Segment]:
    at = 0
    for run in raw.split('""'):
        if at:
            yield Segment('"', Span(start + at - 2, start + at), Editability.ATOMIC, encoder)
        if run:
            yield Segment(run, Span(start + at, start + at + len(run)), Editability.EDITABLE, encoder)
        at += len(run) + 2


def quoted(text: str) -> str | None:
    """New text in a cell between quotation marks."""
    return None if "\0" in text else text.replace('"', '""')


@lru_cache(maxsize=8)
def unquoted(delimiter: str) -> Encoder:
    """The spelling of a cell without quotation marks: what would end it cannot be written."""
    ends = re.compile(rf'[{re.escape(delimiter)}"\r\n\0]')

    def spelled(text: str) -> str | None:
        return None if ends.search(text) else text

    return spelled
