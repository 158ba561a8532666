"""Steps for datatrove: a filter by damage, and a formatter that fixes.

Both leave the grade of each document in its metadata, under `newslint`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from newslint.core.report import FileReport
from newslint.corpus.extras import require
from newslint.corpus.grading import grade_of
from newslint.corpus.policy import Decision, Policy
from newslint.corpus.records import Record, grade_record
from newslint.corpus.settings import CorpusSettings

if TYPE_CHECKING:
    from datatrove.data import Document
    from datatrove.pipeline.filters.base_filter import BaseFilter
    from datatrove.pipeline.formatters.base import BaseFormatter
else:
    BaseFilter = require(
        "datatrove.pipeline.filters.base_filter", "newslint.corpus.datatrove", "datatrove"
    ).BaseFilter
    BaseFormatter = require(
        "datatrove.pipeline.formatters.base", "newslint.corpus.datatrove", "datatrove"
    ).BaseFormatter

KEY = "newslint"
"""The key of the grade in the metadata of a document."""


class DamageFilter(BaseFilter):  # type: ignore[misc] # datatrove is optional
    """Drops documents by their damage and verdicts."""

    name = "newslint damage"

    def __init__(
        self,
        *,
        drop: float | None = None,
        verdicts: Iterable[str] = (),
        language: str = "en",
        exclusion_writer: Any = None,  # noqa: ANN401 - a writer of datatrove
        **settings: Any,  # noqa: ANN401 - those of `CorpusSettings`
    ) -> None:
        """Drop documents with too many findings per 1,000 words, or a verdict.

        The verdict `error` is that of documents that cannot be checked. `settings` are `select`, `ignore` and
        the others of `CorpusSettings`.

        Raises:
            newslint.UnknownName: there is no such rule.
            ValueError: an option is wrong.

        """
        super().__init__(exclusion_writer)
        self.policy = Policy(drop=drop, drop_verdicts=frozenset(verdicts))
        self.settings, self.language = CorpusSettings(**settings), language
        self.settings.require_valid()

    def filter(self, doc: Document) -> bool | tuple[bool, str]:
        """Whether to keep a document; why not, if it is dropped."""
        report = self.settings.fixing(self.language).process(doc.text)
        doc.metadata[KEY] = _grade(doc, report)
        has_failed = report.error is not None and not report.has_changes
        grade = grade_of(report)
        if self.policy.decide(grade, is_changed=False, has_failed=has_failed) is not Decision.DROPPED:
            return True
        verdicts = sorted(self.policy.drop_verdicts.intersection(grade.verdicts))
        return False, verdicts[0] if verdicts else "error" if has_failed else "damage"


class DamageFormatter(BaseFormatter):  # type: ignore[misc] # as above
    """Fixes the text of documents."""

    name = "newslint fix"

    def __init__(self, *, language: str = "en", **settings: Any) -> None:  # noqa: ANN401 - as above
        """Take the rules: `select`, `ignore` and the others of `CorpusSettings`.

        Raises:
            newslint.UnknownName: there is no such rule.
            ValueError: an option is wrong.

        """
        super().__init__()
        self.settings, self.language = CorpusSettings(**settings), language
        self.settings.require_valid()

    def format(self, text: str) -> str:
        """The text with its damage fixed."""
        return self._fix(text).after

    def run(self, data: Iterable[Document], rank: int = 0, world_size: int = 1) -> Iterator[Document]:  # noqa: ARG002
        """Yield the documents with their texts fixed."""
        for doc in data:
            self.stat_update("total")
            with self.track_time():
                report = self._fix(doc.text)
            if report.has_changes:
                self.stat_update("fixed")
                doc.text = report.after
            if report.error is not None:
                self.stat_update("failed")
            doc.metadata[KEY] = _grade(doc, report)
            yield doc

    def _fix(self, text: str) -> FileReport:
        return self.settings.fixing(self.language).process(text)


def _grade(doc: Document, report: FileReport) -> Record:
    record = grade_record(doc.id, report, grade_of(report))
    del record["id"]
    return record
