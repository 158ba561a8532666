"""Reads and rewrites Arrow columns of text, even if not valid UTF-8."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from newslint.corpus.extras import require

if TYPE_CHECKING:
    import pyarrow as pa
else:
    pa = require("pyarrow", "newslint.corpus")


def values(column: pa.Array) -> list[object]:
    """The values of a column; text as bytes, perhaps not valid UTF-8."""
    raw = _raw(column)
    if raw is None:
        return list(column.to_pylist())
    return [value.as_buffer().to_pybytes() if value.is_valid else None for value in raw]


def replaced(column: pa.Array, texts: Sequence[str | None]) -> pa.Array:
    """The column with new texts; None leaves a value as it is."""
    data = [
        old if new is None else new.encode("utf-8") for old, new in zip(values(column), texts, strict=True)
    ]
    made = pa.array(data, pa.large_binary())
    if is_binary(column.type):
        return made.cast(column.type)
    made = made.view(pa.large_string())  # without a look at the bytes
    return made if column.type == made.type else made.cast(column.type)


def record_batch(records: Iterable[Mapping[str, object]], schema: pa.Schema) -> pa.RecordBatch:
    """Records as a batch of a schema; lone surrogates become question marks."""
    rows = [{name: _encodable(value) for name, value in record.items()} for record in records]
    return pa.RecordBatch.from_pylist(rows, schema=schema)


def is_binary(type_: pa.DataType) -> bool:
    """Whether a type is that of bytes."""
    return bool(pa.types.is_binary(type_) or pa.types.is_large_binary(type_))


def is_text(type_: pa.DataType) -> bool:
    """Whether a type is that of text, dictionaries of text included."""
    plain = type_.value_type if pa.types.is_dictionary(type_) else type_
    checks = (pa.types.is_string, pa.types.is_large_string, pa.types.is_string_view)
    return any(check(plain) for check in checks)


def _raw(column: pa.Array) -> pa.Array | None:
    """The column as bytes; None if it is neither text nor bytes."""
    if not is_text(column.type) and not is_binary(column.type):
        return None
    if pa.types.is_dictionary(column.type):
        column = column.dictionary_decode()
    if pa.types.is_string(column.type):
        return column.view(pa.binary())
    if pa.types.is_large_string(column.type):
        return column.view(pa.large_binary())
    return column if is_binary(column.type) else column.cast(pa.large_binary())


def _encodable(value: object) -> object:
    if isinstance(value, list):
        return [_encodable(item) for item in value]
    return value.encode("utf-8", "replace").decode("utf-8") if isinstance(value, str) else value
