"""Runs over data sets: reads rows, checks them, writes shards."""

from __future__ import annotations

import zlib
from collections import deque
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Protocol

from msgspec import Struct, field

from newslint.core.errors import ParseError
from newslint.core.interrupts import raise_dropped
from newslint.corpus.batch_processor import BatchProcessor, BatchResult, Mode
from newslint.corpus.columns import Columns, NamedColumns
from newslint.corpus.extras import MissingExtra
from newslint.corpus.files.row_file import RowFile
from newslint.corpus.inputs import DataFile
from newslint.corpus.journal import Journal, Position, ShardEntry
from newslint.corpus.rows import RowBatch
from newslint.corpus.shards import Shard, WrittenFile
from newslint.corpus.tally import CorpusTally
from newslint.runner.process_map import process_map

SHARD_BYTES = 64_000_000
"""Bytes of rows in a shard, uncompressed."""
ROWS = "rows"
"""The folder of the rows that are written."""


class RunListener(Protocol):
    """Is told how a run goes on."""

    def advance(self, size: int, rows: int) -> None:
        """Hear how many more bytes of the files, and rows, are done."""
        ...

    def tell(self, line: str) -> None:
        """Hear something that a person should know."""
        ...


class FileEnd(Struct, frozen=True):
    """The end of a file, or of its readable part."""

    data: DataFile
    error: str = ""


class OpenShard(Struct):
    """A shard that is being written."""

    file: RowFile
    number: int
    records: Shard
    kept: Shard | None = None
    rows: int = 0
    kept_rows: int = 0
    record_count: int = 0
    size: int = 0
    end: int = 0
    tally: CorpusTally = field(default_factory=CorpusTally)


class CorpusRun:
    """A run over data sets, in order, without shards already finished."""

    def __init__(
        self,
        processor: BatchProcessor,
        inputs: Sequence[DataFile],
        named: NamedColumns,
        journal: Journal,
        listener: RunListener,
        *,
        shard_bytes: int = SHARD_BYTES,
    ) -> None:
        self._processor, self._inputs, self._named = processor, inputs, named
        self._journal, self._listener, self._shard_bytes = journal, listener, shard_bytes
        self._pending: deque[RowBatch | FileEnd] = deque()
        self._read: dict[str, int] = {}
        self._open: OpenShard | None = None
        self._told: set[Columns] = set()
        self.failed: dict[str, str] = {}
        """Why a file could not be read, or not to its end."""

    def run(self, processes: int | None = None) -> None:
        """Do what is left to do.

        Raises:
            OSError: the output cannot be written.

        """
        try:
            for result in process_map(self._processor, self._batches(), processes):
                self._end_files()
                batch = self._pending.popleft()
                assert isinstance(batch, RowBatch)  # noqa: S101 - the ends of files are gone
                self._write(batch, result)
                raise_dropped()
            self._end_files()
        finally:
            if self._open:
                _discard(self._open)

    def _batches(self) -> Iterator[RowBatch]:
        """Yield unfinished batches, and note them and the ends of files."""
        for data in self._inputs:
            position = self._journal.positions.get(data.name, Position())
            if position.is_done:
                self._listener.advance(data.size, position.row)
                continue
            self._listener.advance(0, position.row)
            error = ""
            read = 0
            try:
                file = data.open(self._named)
                self._tell_columns(file)
                for batch, now in file.batches(position.end, position.row):
                    self._pending.append(batch)
                    self._read[f"{data.name}@{batch.end}"] = now - read
                    read = now
                    yield batch
            except (ParseError, MissingExtra) as wrong:
                error = str(wrong)
            except (OSError, EOFError, zlib.error) as wrong:
                error = f"cannot be read: {getattr(wrong, 'strerror', None) or wrong}"
            self._pending.append(FileEnd(data, error))

    def _tell_columns(self, file: RowFile) -> None:
        columns = file.columns
        if columns in self._told:
            return
        self._told.add(columns)
        if columns.was_found:
            about = f"{file.name}: the articles are in “{columns.text}”"
            about += f", their identifiers in “{columns.id}”" if columns.id else ""
            about += f", their sources in “{columns.source}”" if columns.source else ""
            self._listener.tell(f"{about}; --text, --id and --source name others")

    def _write(self, batch: RowBatch, result: BatchResult) -> None:
        shard = self._open or self._begin(batch.file)
        shard.records.write(result.records)
        if shard.kept:
            shard.kept.write(result.rows)
        shard.rows += result.tally.rows
        shard.kept_rows += result.row_count
        shard.record_count += result.record_count
        shard.size += batch.size
        shard.end = batch.end
        shard.tally.add(result.tally)
        size = self._read.pop(f"{batch.file.name}@{batch.end}")
        self._listener.advance(size, result.tally.rows)
        if shard.size >= self._shard_bytes:
            self._commit(is_last=False)

    def _begin(self, file: RowFile) -> OpenShard:
        mode, out = self._processor.mode, self._journal.out
        number = self._journal.positions.get(file.name, Position()).number
        records = file.open_record_shard(out / mode.kind, number, mode.kind)
        self._open = OpenShard(file, number, records)
        if mode is Mode.FIX:
            self._open.kept = file.open_shard(out / ROWS, number)
        return self._open

    def _end_files(self) -> None:
        """Finish the shards of files of which all batches are done."""
        while self._pending and isinstance(self._pending[0], FileEnd):
            end = self._pending.popleft()
            assert isinstance(end, FileEnd)  # noqa: S101 - as above
            if end.error:
                self.failed[end.data.path] = end.error
                self._listener.tell(f"{end.data.path}: {end.error}")
            if self._open:
                self._commit(is_last=not end.error)
            elif not end.error:
                position = self._journal.positions.get(end.data.name, Position())
                self._journal.add(
                    ShardEntry(end.data.name, position.number, 0, position.end, (), CorpusTally(), True)
                )

    def _commit(self, *, is_last: bool) -> None:
        shard = self._open
        assert shard is not None  # noqa: S101 - callers have one
        self._open = None
        try:
            outputs = shard.records.commit(shard.record_count)
            outputs += shard.kept.commit(shard.kept_rows) if shard.kept else []
        finally:
            _discard(shard)
        relative = tuple(
            WrittenFile(
                Path(one.path).relative_to(self._journal.out).as_posix(), one.rows, one.size, one.sha256
            )
            for one in outputs
        )
        self._journal.add(
            ShardEntry(shard.file.name, shard.number, shard.rows, shard.end, relative, shard.tally, is_last)
        )


def _discard(shard: OpenShard) -> None:
    shard.records.discard()
    if shard.kept:
        shard.kept.discard()
