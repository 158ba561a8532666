"""A file of a data set: reading and writing its rows."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from msgspec import Struct

from newslint.corpus.columns import Columns
from newslint.corpus.rows import CorpusRow, RowBatch
from newslint.corpus.shards import FileShard, RowWriter, Shard, ShardFile

BATCH_BYTES = 250_000
"""Bytes of rows that a process works on at a time."""
BATCH_ROWS = 500

Record = Mapping[str, object]
Unwritable = Mapping[int, str]
"""Why the new text of a row cannot be written, by the number of the row in its batch."""


class RowFile(Struct, frozen=True):
    """A file of rows; small, as each batch is sent with it.

    `name` is that of its shards, without number and suffix.
    """

    path: str
    name: str
    columns: Columns

    @property
    def suffix(self) -> str:
        """The suffix of its shards."""
        raise NotImplementedError

    @property
    def text_format(self) -> str:
        """The format of its texts, unless a person names another."""
        return "value"

    @property
    def record_suffix(self) -> str:
        """The suffix of the shards of findings and grades."""
        return ".jsonl"

    def batches(self, position: int, row: int) -> Iterator[tuple[RowBatch, int]]:
        """Yield the rows from a position on, with the bytes read.

        Raises:
            ParseError: the file cannot be read on.
            OSError: it cannot be read.

        """
        raise NotImplementedError

    def rows(self, batch: RowBatch) -> Iterator[CorpusRow]:
        """Yield the rows of a batch."""
        raise NotImplementedError

    def output(
        self, batch: RowBatch, texts: Sequence[str | None], dropped: frozenset[int]
    ) -> tuple[Any, Unwritable]:
        """The batch with new texts, unless None, and without dropped rows.

        A row whose new text the file cannot hold stays as it was, and the reason is told by its number.
        """
        raise NotImplementedError

    def open_shard(self, folder: Path, number: int) -> Shard:
        """Begin to write a shard of rows."""
        return self._shard(folder, number, self.suffix, self.row_writer)

    def row_writer(self, draft: ShardFile) -> RowWriter:
        """What writes batches to the draft of a shard."""
        raise NotImplementedError

    def encode_records(self, records: Iterable[Record], kind: str) -> Any:  # noqa: ANN401, ARG002
        """Findings or grades as their shards hold them."""
        from newslint.reporters.json_text import json_text

        return "".join(json_text(dict(record)) + "\n" for record in records).encode()

    def open_record_shard(self, folder: Path, number: int, kind: str) -> Shard:
        """Begin to write a shard of findings or grades."""
        return self._shard(folder, number, self.record_suffix, partial(self.record_writer, kind))

    def record_writer(self, kind: str, draft: ShardFile) -> RowWriter:  # noqa: ARG002
        """What writes findings or grades to the draft of a shard."""
        return draft

    def _shard(
        self, folder: Path, number: int, suffix: str, writer: Callable[[ShardFile], RowWriter]
    ) -> Shard:
        draft = ShardFile(folder / f"{self.name}-{number:05}{suffix}")
        return FileShard(draft, writer(draft))
