"""Checks, fixes and grades articles in Spark, on any number of machines.

Spark hands rows to Python as Arrow batches; a `Checker` does the rest, so results are those of
`newslint corpus` row by row. A `DataFrame` of Spark Connect works, too.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import TYPE_CHECKING, Any

from newslint.corpus.checker import Checker
from newslint.corpus.extras import require
from newslint.formats.fields import is_language

if TYPE_CHECKING:
    import pyarrow as pa
    from pyspark.sql import DataFrame

OnBatch = Callable[["pa.RecordBatch"], "pa.RecordBatch"]


def check(df: DataFrame, **options: Any) -> DataFrame:  # noqa: ANN401 - those of `Checker`
    """Return a row for each finding, with the columns of `newslint.corpus.FINDINGS`.

    `options` are those of `Checker`: `text`, `id`, `select` and so on. Exceptions are its own, and a column
    that is missing raises `KeyError`, both before anything runs.
    """
    checker = Checker(**options)
    wanted = _wanted(df, checker)
    return _map(wanted, checker.check_batch, checker.findings_schema(_arrow_schema(wanted)))


def fix(df: DataFrame, **options: Any) -> DataFrame:  # noqa: ANN401 - those of `Checker`
    """Return the rows with their texts fixed, and the columns damage, left, verdicts, rules and error.

    `options` are those of `Checker`. A column of one of these names raises `ValueError`.
    """
    checker = Checker(**options)
    return _map(df, checker.fix_batch, checker.fixed_schema(_arrow_schema(df)))


def grade(df: DataFrame, **options: Any) -> DataFrame:  # noqa: ANN401 - those of `Checker`
    """Return the grade of each article, with the columns of `newslint.corpus.GRADES`.

    `options` are those of `Checker`.
    """
    checker = Checker(**options)
    wanted = _wanted(df, checker)
    return _map(wanted, checker.grade_batch, checker.grades_schema(_arrow_schema(wanted)))


def _wanted(df: DataFrame, checker: Checker) -> DataFrame:
    """The columns that are read; the others need not go to Python."""
    names = [name for name in df.columns if name in (checker.text, checker.id) or is_language(name)]
    missing = [name for name in (checker.text, checker.id) if name is not None and name not in names]
    if missing:
        raise KeyError(f"no column “{missing[0]}”; there are {', '.join(df.columns)}")
    return df.select(*(f"`{name.replace('`', '``')}`" for name in names))


def _map(df: DataFrame, on_batch: OnBatch, schema: pa.Schema) -> DataFrame:
    types = require("pyspark.sql.pandas.types", "newslint.corpus.spark", "spark")
    return df.mapInArrow(partial(_each, on_batch), types.from_arrow_schema(schema))


def _arrow_schema(df: DataFrame) -> pa.Schema:
    types = require("pyspark.sql.pandas.types", "newslint.corpus.spark", "spark")
    return types.to_arrow_schema(df.schema)


def _each(on_batch: OnBatch, batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
    """Apply a function to each batch; runs on the executors."""
    return map(on_batch, batches)
