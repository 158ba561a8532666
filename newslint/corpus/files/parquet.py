"""Parquet: the rows of a table, whose other columns stay."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from newslint.core.errors import ParseError
from newslint.corpus.columns import SAMPLE, NamedColumns, Sample, choose
from newslint.corpus.extras import require
from newslint.corpus.files.row_file import BATCH_BYTES, BATCH_ROWS, Record, RowFile, Unwritable
from newslint.corpus.rows import CorpusRow, RowBatch
from newslint.corpus.shards import RowWriter, ShardFile

if TYPE_CHECKING:
    import pyarrow as pa
    import pyarrow.parquet as pq
else:
    pa = require("pyarrow", "Parquet")
    pq = require("pyarrow.parquet", "Parquet")

pa.set_memory_pool(pa.system_memory_pool())  # others keep a tenth more memory than they use

GROUP_BYTES = 32_000_000
"""Bytes of rows in a row group of a shard, uncompressed."""
GROUP_ROWS = 50_000


class ParquetFile(RowFile, frozen=True):
    """A file of Parquet."""

    @property
    def suffix(self) -> str:
        """The suffix of its shards."""
        return ".parquet"

    @property
    def record_suffix(self) -> str:
        """The suffix of the shards of findings and grades."""
        return ".parquet"

    def batches(self, position: int, row: int) -> Iterator[tuple[RowBatch, int]]:
        """Yield the rows from a position on, with the bytes read."""
        file = _open(self.path)
        size, total = file.metadata.serialized_size, max(file.metadata.num_rows, 1)
        groups = [file.metadata.row_group(number) for number in range(file.num_row_groups)]
        stored = sum(group.total_byte_size for group in groups)
        end = 0
        for number, group in enumerate(groups):
            if end + group.num_rows <= position:
                end += group.num_rows
                continue
            for batch in file.iter_batches(_batch_rows(group), row_groups=[number], use_threads=False):
                end += batch.num_rows
                if end > position:
                    part = batch.slice(max(position - (end - batch.num_rows), 0))
                    yield (
                        RowBatch(self, row, part, part.num_rows, end, part.nbytes),
                        stored * end // total + size,
                    )
                    row += part.num_rows

    def rows(self, batch: RowBatch) -> Iterator[CorpusRow]:
        """Yield the rows of a batch."""
        from newslint.corpus import text_columns

        columns = self.columns
        texts = text_columns.values(batch.data.column(columns.text))
        others = {
            name: batch.data.column(name).to_pylist()
            for name in (columns.id, columns.source, columns.language, columns.original)
            if name
        }
        for number, text in enumerate(texts):
            row = {name: values[number] for name, values in others.items()}
            id_, language = row.get(columns.id), row.get(columns.language)
            yield CorpusRow(
                f"{self.name}:{batch.first_row + number + 1}" if id_ is None else str(id_),
                text,
                columns.source_of(row.get(columns.source)),
                language if isinstance(language, str) else "",
                row.get(columns.original),
            )

    def output(
        self, batch: RowBatch, texts: Sequence[str | None], dropped: frozenset[int]
    ) -> tuple[pa.RecordBatch, Unwritable]:
        """The batch with new texts and without dropped rows."""
        from newslint.corpus import text_columns

        data = batch.data
        if any(text is not None for text in texts):
            index = data.schema.get_field_index(self.columns.text)
            changed = text_columns.replaced(data.column(index), texts)
            data = data.set_column(index, data.schema.field(index), changed)
        if dropped:
            data = data.filter(pa.array([number not in dropped for number in range(data.num_rows)]))
        return data, {}

    def row_writer(self, draft: ShardFile) -> RowWriter:
        """A writer of batches to a shard's draft, compressed likewise."""
        file = _open(self.path)
        codec = "snappy"
        if file.metadata.num_row_groups and file.metadata.num_columns:
            codec = file.metadata.row_group(0).column(0).compression.lower()
        return _GroupWriter(draft, file.schema_arrow, "none" if codec == "uncompressed" else codec)

    def encode_records(self, records: Iterable[Record], kind: str) -> pa.RecordBatch:
        """Findings or grades as a batch."""
        from newslint.corpus import text_columns

        return text_columns.record_batch(records, _record_schema(kind))

    def record_writer(self, kind: str, draft: ShardFile) -> RowWriter:
        """What writes findings or grades to the draft of a shard."""
        return _GroupWriter(draft, _record_schema(kind), "zstd")


def open_file(path: str, name: str, named: NamedColumns) -> ParquetFile:
    """Open a file of Parquet, and find its columns.

    Raises:
        ParseError: it is not Parquet, or has no such column.
        OSError: it cannot be read.
        MissingExtra: pyarrow is not installed.

    """
    file = _open(path)
    names = tuple(file.schema_arrow.names)
    first = next(file.iter_batches(SAMPLE, use_threads=False), None)
    wanted = [] if first is None else _sample_rows(first)
    return ParquetFile(path, name, choose(Sample(names, tuple(wanted)), named))


def _sample_rows(batch: pa.RecordBatch) -> list[Record]:
    from newslint.corpus import text_columns

    texts = [
        name
        for name, field in zip(batch.schema.names, batch.schema, strict=True)
        if text_columns.is_text(field.type) or text_columns.is_binary(field.type)
    ]
    columns = {name: text_columns.values(batch.column(name)) for name in texts}
    return [{name: columns[name][number] for name in texts} for number in range(batch.num_rows)]


class _GroupWriter:
    """Collects batches into row groups of a useful size."""

    def __init__(self, draft: ShardFile, schema: pa.Schema, codec: str) -> None:
        self._writer = pq.ParquetWriter(pa.PythonFile(draft, "w"), schema, compression=codec)
        self._schema = schema
        self._waiting: list[Any] = []
        self._size = self._rows = 0

    def write(self, batch: pa.RecordBatch) -> None:
        self._waiting.append(batch)
        self._size += batch.nbytes
        self._rows += batch.num_rows
        if self._size >= GROUP_BYTES or self._rows >= GROUP_ROWS:
            self._flush()

    def close(self) -> None:
        self._flush()
        self._writer.close()

    def _flush(self) -> None:
        if self._rows:
            self._writer.write_table(pa.Table.from_batches(self._waiting, self._schema))
        self._waiting, self._size, self._rows = [], 0, 0


def _record_schema(kind: str) -> pa.Schema:
    from newslint.corpus import schemas

    if kind == "findings":
        return schemas.FINDINGS
    return schemas.GRADES.append(pa.field("decision", pa.string()))


def _open(path: str) -> pq.ParquetFile:
    try:
        return pq.ParquetFile(path, memory_map=False)
    except pa.ArrowInvalid as error:
        raise ParseError(f"not Parquet: {error}") from None


def _batch_rows(group: pq.RowGroupMetaData) -> int:
    """The number of rows for a batch of a useful size.

    This depends on the group alone, so that a run that goes on has the batches of one that was not stopped.
    """
    rows: int = BATCH_BYTES * group.num_rows // max(group.total_byte_size, 1)
    return min(max(rows, 1), BATCH_ROWS)
