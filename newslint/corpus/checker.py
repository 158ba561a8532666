"""Checks, fixes and grades the rows of Arrow batches."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from newslint.core.report import FileReport
from newslint.corpus import text_columns
from newslint.corpus.extras import require
from newslint.corpus.grading import grade_of
from newslint.corpus.records import finding_records, fix_record, grade_record
from newslint.corpus.schemas import findings_schema, fixed_schema, grades_schema
from newslint.corpus.settings import CorpusSettings
from newslint.formats.fields import is_language
from newslint.linter.linter import MAX_FALSE_POSITIVES
from newslint.runner.text_linter import TextLinter

if TYPE_CHECKING:
    import pyarrow as pa
else:
    pa = require("pyarrow", "newslint.corpus")

LanguageOf = Callable[[int], str]


class Checker:
    """Checks Arrow batches of articles, a row each; cheap to send.

    A row that cannot be checked (null, not UTF-8, far too long) has an `error`, and so has one in which a
    rule fails; the others are not affected. Offsets count code points of the text.
    """

    def __init__(
        self,
        *,
        select: Iterable[str] | None = None,
        ignore: Iterable[str] = (),
        options: Mapping[str, Mapping[str, object]] | None = None,
        style: str | None = None,
        words: str | Path | None = None,
        max_fp: float = MAX_FALSE_POSITIVES,
        unsafe: bool = False,
        text: str = "text",
        id: str | None = "id",  # noqa: A002 - the usual name of the column
        language: str = "en",
        text_format: str = "value",
    ) -> None:
        """Choose rules, as for `newslint.create_linter`, and columns.

        Args:
            select: Rules, categories or `all` to run; the default rules if None.
            ignore: Rules and categories not to run.
            options: The options of each rule, by rule name.
            style: A house style to enforce, where `select` names no rules.
            words: A file made by `newslint learn words`, for the rule `unlikely-word`.
            max_fp: Expected false findings per 1,000 words up to which statistical rules report.
            unsafe: Whether to apply also fixes that need review.
            text: The column of the articles.
            id: The column that identifies them; None for the number of the row in its batch.
            language: The language that the articles are declared to be in, unless a column such as `language`
                or `lang` says so row by row. Whether a text is English is judged by its words, too.
            text_format: The format of the articles: `value`, read by its looks as JSON Lines are, or `plain`,
                `markdown` or `html`.

        Raises:
            newslint.ConfigError: `words` cannot be read.
            newslint.UnknownName: there is no such rule, category, option or style.
            newslint.BadRule: an option has the wrong type.
            ValueError: the format is unknown, or `max_fp` is no rate.

        """
        self.settings = CorpusSettings(
            select=None if select is None else tuple(select),
            ignore=tuple(ignore),
            options=options or {},
            style=style,
            words=None if words is None else str(words),
            max_fp=max_fp,
            unsafe=unsafe,
            text_format=text_format,
        )
        self.text, self.id, self.language = text, id, language
        self.settings.require_valid()

    def check_batch(self, batch: pa.RecordBatch) -> pa.RecordBatch:
        """Return the findings in a batch, with the columns of `FINDINGS`.

        Raises:
            KeyError: a column is missing.

        """
        reports = self._reports(batch, self.settings.checking)
        found = [record for id_, report in reports for record in finding_records(id_, report)]
        return text_columns.record_batch(found, self.findings_schema(batch.schema))

    def fix_batch(self, batch: pa.RecordBatch) -> pa.RecordBatch:
        """Return the rows with their texts fixed, and what `fixed_schema` adds.

        Raises:
            KeyError: a column is missing.
            ValueError: the batch has a column of the name of one that is added.

        """
        schema = self.fixed_schema(batch.schema)
        index = self._index(batch.schema, self.text)
        reports = [report for _, report in self._reports(batch, self.settings.fixing)]
        columns = list(batch.columns)
        if any(report.has_changes for report in reports):
            columns[index] = text_columns.replaced(
                columns[index], [report.after if report.has_changes else None for report in reports]
            )
        about = [fix_record(report) for report in reports]
        added = list(schema)[len(columns) :]
        columns += (pa.array([row[field.name] for row in about], field.type) for field in added)
        return pa.RecordBatch.from_arrays(columns, schema=schema)

    def grade_batch(self, batch: pa.RecordBatch) -> pa.RecordBatch:
        """Return the grades of the rows, with the columns of `GRADES`.

        Raises:
            KeyError: a column is missing.

        """
        reports = self._reports(batch, self.settings.fixing)
        grades = [grade_record(id_, report, grade_of(report)) for id_, report in reports]
        return text_columns.record_batch(grades, self.grades_schema(batch.schema))

    def findings_schema(self, rows: pa.Schema) -> pa.Schema:
        """The schema of the findings in rows of a schema."""
        return findings_schema(self._id_type(rows))

    def grades_schema(self, rows: pa.Schema) -> pa.Schema:
        """The schema of the grades of rows of a schema."""
        return grades_schema(self._id_type(rows))

    def fixed_schema(self, rows: pa.Schema) -> pa.Schema:
        """The schema of fixed rows of a schema.

        Raises:
            KeyError: the column of the texts is missing.
            ValueError: there is a column of the name of one that is added.

        """
        self._index(rows, self.text)
        return fixed_schema(rows)

    def _reports(
        self, batch: pa.RecordBatch, linter_for: Callable[[str], TextLinter]
    ) -> Iterator[tuple[object, FileReport]]:
        """The identifier and the report of each row."""
        texts = text_columns.values(batch.column(self._index(batch.schema, self.text)))
        ids: Iterable[object] = range(batch.num_rows)
        if self.id is not None:
            ids = batch.column(self._index(batch.schema, self.id)).to_pylist()
        language_of = self._languages(batch)
        for number, (id_, text) in enumerate(zip(ids, texts, strict=True)):
            yield id_, linter_for(language_of(number)).process(text)

    def _languages(self, batch: pa.RecordBatch) -> LanguageOf:
        """The declared language of a row, by its number."""
        named = next((name for name in batch.schema.names if is_language(name) and name != self.text), None)
        if named is None:
            return lambda _: self.language
        column = batch.column(batch.schema.get_field_index(named)).to_pylist()
        return lambda number: language if isinstance(language := column[number], str) else self.language

    def _id_type(self, rows: pa.Schema) -> pa.DataType:
        return pa.int64() if self.id is None else rows.field(self._index(rows, self.id)).type

    def _index(self, rows: pa.Schema, name: str) -> int:
        index: int = rows.get_field_index(name)
        if index < 0:
            raise KeyError(f"no column “{name}”; there are {', '.join(rows.names)}")
        return index
