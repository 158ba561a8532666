"""The Arrow schemas of findings, fixed rows and grades.

They are versioned: within a version columns are neither renamed nor removed nor retyped. A table says which
it has in its schema's metadata, under `newslint.schema` and `newslint.version`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newslint.corpus.extras import require

if TYPE_CHECKING:
    import pyarrow as pa
else:
    pa = require("pyarrow", "newslint.corpus")

VERSION = 1

_STRINGS = pa.list_(pa.string())


def _schema(name: str, *fields: pa.Field) -> pa.Schema:
    return pa.schema(fields, {"newslint.schema": name, "newslint.version": str(VERSION)})


FINDINGS = _schema(
    "findings",
    pa.field("id", pa.string()),
    pa.field("rule", pa.string()),
    pa.field("category", pa.string()),
    pa.field("safety", pa.string()),
    pa.field("start", pa.int64()),
    pa.field("end", pa.int64()),
    pa.field("message", pa.string()),
    pa.field("quote", pa.string()),
    pa.field("suggestions", _STRINGS),
    pa.field("confidence", pa.float64()),
    pa.field("error", pa.string()),
)
"""A row a finding, in code points of the text; a row with only `id` and `error` for a text that failed."""

GRADES = _schema(
    "grades",
    pa.field("id", pa.string()),
    pa.field("words", pa.int64()),
    pa.field("damage", pa.float64()),
    pa.field("left", pa.float64()),
    pa.field("verdicts", _STRINGS),
    pa.field("rules", _STRINGS),
    pa.field("error", pa.string()),
)
"""A row a text: findings per 1,000 words before and after safe fixes, verdicts, the rules that found them."""

ABOUT = (
    pa.field("damage", pa.float64()),
    pa.field("left", pa.float64()),
    pa.field("verdicts", _STRINGS),
    pa.field("rules", _STRINGS),
    pa.field("error", pa.string()),
)
"""What a fixed row says besides its own columns; `rules` are those whose fixes were applied."""


def findings_schema(id_type: pa.DataType) -> pa.Schema:
    """The schema of findings, with identifiers of a type."""
    return FINDINGS.set(0, pa.field("id", id_type))


def grades_schema(id_type: pa.DataType) -> pa.Schema:
    """The schema of grades, with identifiers of a type."""
    return GRADES.set(0, pa.field("id", id_type))


def fixed_schema(rows: pa.Schema) -> pa.Schema:
    """The schema of fixed rows, with the columns of the rows first.

    Raises:
        ValueError: the rows have a column of the same name as one that is added.

    """
    taken = [field.name for field in ABOUT if field.name in rows.names]
    if taken:
        raise ValueError(f"the rows already have a column {taken[0]}; rename it before fixing")
    about = {b"newslint.schema": b"fixed", b"newslint.version": str(VERSION).encode()}
    return pa.schema([*rows, *ABOUT], {**(rows.metadata or {}), **about})
