"""CSV and TSV, plain or compressed: unchanged rows keep their bytes."""

from __future__ import annotations

import codecs
from collections.abc import Iterator, Sequence
from pathlib import PurePath
from typing import IO

from newslint.core.errors import ParseError
from newslint.corpus.columns import SAMPLE, NamedColumns, Sample, choose
from newslint.corpus.files.compression import compression_of, compressor, open_to_read
from newslint.corpus.files.row_file import BATCH_BYTES, BATCH_ROWS, RowFile, Unwritable
from newslint.corpus.rows import CorpusRow, RowBatch
from newslint.corpus.shards import RowWriter, ShardFile
from newslint.formats.csv.cells import (
    DELIMITERS,
    Cell,
    Record,
    bare_encoder,
    encode_quoted,
    ends_inside_quotes,
    records,
    segments,
)
from newslint.formats.records import LONGEST_RECORD, describe_undecodable

KEEP = "surrogateescape"
SAMPLE_BYTES = 1_000_000


class TableFile(RowFile, frozen=True):
    """A file of CSV or TSV with a header."""

    delimiter: str = ","
    names: tuple[str, ...] = ()
    header: bytes = b""
    """The first record as written, which each shard begins with."""

    @property
    def suffix(self) -> str:
        """The suffix of its shards, compressed as the file is."""
        kind = ".tsv" if self.delimiter == "\t" else ".csv"
        return f"{kind}{compression_of(self.path)}"

    def batches(self, position: int, row: int) -> Iterator[tuple[RowBatch, int]]:
        """Yield the rows from a position on, with the bytes read."""
        with open_to_read(self.path) as file:
            position = position or len(self.header)
            file.skip(position)
            for data, count in _batches(file.stream):
                position += len(data)
                yield RowBatch(self, row, data, count, position, len(data)), file.bytes_read
                row += count

    def rows(self, batch: RowBatch) -> Iterator[CorpusRow]:
        """Yield the rows of a batch."""
        text = batch.data.decode("utf-8", KEEP)
        for number, record in enumerate(_records(text, self.delimiter), batch.first_row):
            yield self._row(text, record, number)

    def output(
        self, batch: RowBatch, texts: Sequence[str | None], dropped: frozenset[int]
    ) -> tuple[bytes, Unwritable]:
        """The batch with new texts and without dropped rows."""
        source = batch.data.decode("utf-8", KEEP)
        parts: list[str] = []
        unwritable: dict[int, str] = {}
        at = 0
        for number, record in enumerate(_records(source, self.delimiter)):
            parts.append(source[at : record.start])  # blank lines
            at, text = record.end, texts[number]
            if number in dropped:
                continue
            changed = source[record.start : record.end]
            try:
                parts.append(changed if text is None else self._replace(source, record, text))
            except ValueError as error:
                unwritable[number] = str(error)
                parts.append(changed)
        return "".join([*parts, source[at:]]).encode("utf-8", KEEP), unwritable

    def row_writer(self, draft: ShardFile) -> RowWriter:
        """A writer of batches to a shard's draft, below the header."""
        stream = compressor(str(draft.path), draft)  # type: ignore[arg-type]
        stream.write(self.header)
        return stream

    def _row(self, text: str, record: Record, number: int) -> CorpusRow:
        place = f"{self.name}:{number + 1}"
        cells, names = len(record.cells), len(self.names)
        problem = describe_undecodable(text, record.start, record.end, "utf-8") or record.problem
        if problem or cells != names:
            return CorpusRow(place, error=problem or f"{cells} cells, but the header has {names}")
        columns = self.columns
        values = {
            name: self._value(text, record, name)
            for name in (columns.text, columns.id, columns.source, columns.language, columns.original)
            if name
        }
        return CorpusRow(
            values.get(columns.id) or place,
            values[columns.text],
            columns.source_of(values.get(columns.source)),
            values.get(columns.language, ""),
            values.get(columns.original),
        )

    def _value(self, text: str, record: Record, name: str) -> str:
        return cell_text(text, record.cells[self.names.index(name)], self.delimiter)

    def _replace(self, text: str, record: Record, new: str) -> str:
        cell = record.cells[self.names.index(self.columns.text)]
        encoded = encode_quoted(new)
        if encoded is None:
            raise ValueError("CSV cannot hold the new text")
        if not cell.is_quoted:
            encoded = bare_encoder(self.delimiter)(new) or f'"{encoded}"'
        return text[record.start : cell.start] + encoded + text[cell.end : record.end]


def open_file(path: str, name: str, named: NamedColumns) -> TableFile:
    """Open a table, and find its columns.

    Raises:
        ParseError: it is no table with a header, or has no such column.
        OSError: it cannot be read.

    """
    with open_to_read(path) as file:
        data = file.stream.read(SAMPLE_BYTES)
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        raise ParseError("UTF-16, but newslint reads tables in UTF-8; convert the file")
    text = data.decode("utf-8", KEEP)
    begin = len(text) - len(text.removeprefix("\ufeff"))
    delimiter = _delimiter(path, text, begin)
    all_records = records(text, delimiter, begin)
    first = next(all_records, None)
    if first is None:
        raise ParseError("it is empty")
    names = tuple(cell_text(text, cell, delimiter).strip() for cell in first.cells)
    rows = []
    for record in all_records:
        if len(record.cells) == len(names) and not record.problem and record.end < len(text) + begin:
            rows.append({n: cell_text(text, c, delimiter) for n, c in zip(names, record.cells, strict=True)})
        if len(rows) == SAMPLE:
            break
    columns = choose(Sample(names, tuple(rows)), named)
    return TableFile(path, name, columns, delimiter, names, text[: first.end].encode("utf-8", KEEP))


def cell_text(text: str, cell: Cell, delimiter: str) -> str:
    """The content of a cell."""
    return "".join(segment.text for segment in segments(text, cell, delimiter))


def _delimiter(path: str, text: str, begin: int) -> str:
    """The delimiter that divides the first record into most cells."""
    if ".tsv" in [suffix.lower() for suffix in PurePath(path).suffixes]:
        return "\t"
    return max(DELIMITERS, key=lambda mark: len(next(records(text, mark, begin), Record(0)).cells))


def _records(text: str, delimiter: str) -> Iterator[Record]:
    return (record for record in records(text, delimiter) if not record.blank(text))


def _batches(stream: IO[bytes]) -> Iterator[tuple[bytes, int]]:
    """Yield some whole records, and about how many they are."""
    lines: list[bytes] = []
    size = rows = record = 0
    within = False
    while line := stream.readline(LONGEST_RECORD):
        within = ends_inside_quotes(line, within=within)
        lines.append(line)
        size += len(line)
        record += len(line)
        if record > LONGEST_RECORD:
            raise ParseError(
                f"a record is longer than {LONGEST_RECORD // 2**20} MB; is a quotation mark missing?"
            )
        if not within:
            record = 0
            rows += 1
            if size >= BATCH_BYTES or rows == BATCH_ROWS:
                yield b"".join(lines), rows
                lines, size, rows = [], 0, 0
    if lines:
        yield b"".join(lines), rows
