"""What a process does with a batch of rows."""

from __future__ import annotations

import gc
from collections.abc import Iterator, Sequence
from enum import StrEnum
from typing import Any

from msgspec import Struct, field
from msgspec.structs import replace

from newslint.core.errors import ParseError
from newslint.core.report import FileReport
from newslint.core.source import Source
from newslint.corpus.files.row_file import RowFile
from newslint.corpus.grading import RowGrade, grade_of
from newslint.corpus.policy import Decision, Policy
from newslint.corpus.records import Record, finding_records, grade_record
from newslint.corpus.rows import CorpusRow, RowBatch
from newslint.corpus.settings import CorpusSettings
from newslint.corpus.tally import CorpusTally
from newslint.linter.comparison import comparing
from newslint.runner.text_linter import TextLinter
from newslint.runner.workers import WorkerPool


class Mode(StrEnum):
    """What is done with a corpus."""

    CHECK = "check"
    """Findings are written."""
    FIX = "fix"
    """Rows are written with their texts fixed, and their grades."""
    GRADE = "grade"
    """Grades are written."""

    @property
    def kind(self) -> str:
        """What is written of each row, besides the row itself."""
        return "findings" if self is Mode.CHECK else "grades"


class BatchResult(Struct):
    """The result of a batch: rows, records and their counts."""

    rows: Any = None
    row_count: int = 0
    records: Any = None
    record_count: int = 0
    tally: CorpusTally = field(default_factory=CorpusTally)


class BatchProcessor(Struct, frozen=True):
    """Checks, fixes or grades rows; `text_format` overrides that of the files."""

    mode: Mode
    settings: CorpusSettings
    policy: Policy = Policy()
    language: str = "en"
    text_format: str | None = None

    def process(self, batch: RowBatch) -> BatchResult:
        """Return the result of a batch."""
        rows = list(batch.file.rows(batch))
        checker = self._row_processor(batch.file)
        result = self._result(batch, rows, [checker.process(row) for row in rows])
        gc.collect()  # blocks know their articles and these their blocks; millions would pile up
        return result

    def failure(self, batch: RowBatch, reason: str) -> BatchResult:  # noqa: ARG002 - rows fail one by one
        """Return the results of a batch that ended its process, by row."""
        rows = list(batch.file.rows(batch))
        pool = WorkerPool(self._row_processor(batch.file), 1)
        reports: list[FileReport] = []
        try:
            for row in rows:
                pool.submit((row,))
                reports += pool.take()
        finally:
            pool.close()
        return self._result(batch, rows, reports)

    def size(self, batch: RowBatch) -> int:
        """The bytes of a batch."""
        return batch.size

    def _row_processor(self, file: RowFile) -> RowProcessor:
        settings = replace(self.settings, text_format=self.text_format or file.text_format)
        return RowProcessor(settings, self.language, self.mode is not Mode.CHECK)

    def _result(
        self, batch: RowBatch, rows: Sequence[CorpusRow], reports: Sequence[FileReport]
    ) -> BatchResult:
        """What is to be written, and the counts."""
        result = BatchResult()
        outcomes = [self._outcome(report) for report in reports]
        if self.mode is Mode.FIX:
            texts = [one.report.after if one.decision is Decision.FIXED else None for one in outcomes]
            dropped = {n for n, one in enumerate(outcomes) if one.decision is Decision.DROPPED}
            result.rows, unwritable = batch.file.output(batch, texts, frozenset(dropped))
            result.row_count = len(rows) - len(dropped)
            for number, reason in unwritable.items():
                outcomes[number] = outcomes[number].not_written(reason)
        records: list[Record] = []
        for row, one in zip(rows, outcomes, strict=True):
            result.tally.count(row, one.report, one.grade, one.decision)
            records += self._records(row, one)
        result.records = batch.file.encode_records(records, self.mode.kind)
        result.record_count = len(records)
        return result

    def _outcome(self, report: FileReport) -> _Outcome:
        grade = grade_of(report)
        has_failed = report.error is not None and not report.has_changes
        decision = self.policy.decide(grade, is_changed=report.has_changes, has_failed=has_failed)
        return _Outcome(report, grade, decision)

    def _records(self, row: CorpusRow, outcome: _Outcome) -> Iterator[Record]:
        if self.mode is Mode.CHECK:
            yield from finding_records(row.id, outcome.report)
        else:
            record = grade_record(row.id, outcome.report, outcome.grade)
            yield record | {"decision": str(outcome.decision)}


class RowProcessor(Struct, frozen=True):
    """Checks or fixes rows one by one."""

    settings: CorpusSettings
    language: str
    fixes: bool

    def process(self, row: CorpusRow) -> FileReport:
        """The report of a row."""
        if row.error:
            return FileReport(row.id, error=row.error)
        language = row.language or self.language
        linter = self.settings.fixing(language) if self.fixes else self.settings.checking(language)
        try:
            return (linter if row.original is None else self._comparing(linter, row.original)).process(
                row.text
            )
        except ParseError as error:
            return FileReport(row.id, error=f"its original: {error}")

    def _comparing(self, linter: TextLinter, original: object) -> TextLinter:
        parsed = linter.linter.parse(Source(original if isinstance(original, str) else ""))
        settings = self.settings
        return replace(
            linter, linter=comparing(linter.linter, parsed, settings.select or (), settings.ignore)
        )

    def failure(self, row: CorpusRow, reason: str) -> FileReport:
        """The report of a row that ended its process."""
        return FileReport(row.id, error=reason)

    def size(self, row: CorpusRow) -> int:
        """About the bytes of a row."""
        return len(row.text) if isinstance(row.text, str | bytes) else 0


class _Outcome(Struct, frozen=True):
    """The report of a row, and what becomes of it."""

    report: FileReport
    grade: RowGrade
    decision: Decision

    def not_written(self, reason: str) -> _Outcome:
        """The same, but the file cannot hold the new text."""
        report = self.report
        same = replace(report, after=report.before, fixed=(), error=f"nothing was fixed: {reason}")
        return _Outcome(same, self.grade, Decision.FAILED)
