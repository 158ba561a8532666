"""Grades of articles: as lines, one JSON document, or JSON Lines."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec.structs import replace

from newslint.core.grade import Grade, Judgment
from newslint.core.report import FileReport
from newslint.core.visible import visible
from newslint.reporters import Look, Reporter
from newslint.reporters.json_text import json_text
from newslint.reporters.paint import Paint
from newslint.reporters.tally import Tally, count_noun

VERSION = 1


class _GradesReporter(Reporter):
    """Numbers the articles of a file, whose chunks are consecutive."""

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self._path: str | None = None
        self._count = 0

    def _number_grades(self, report: FileReport) -> Iterator[Grade]:
        """Yield the grades of a report, with the articles' numbers."""
        if report.path != self._path:
            self._path, self._count = report.path, 0
        for grade in report.grades:
            yield replace(grade, article=self._count)
            self._count += 1


class GradesTextReporter(_GradesReporter):
    """Renders a line for each article."""

    def add(self, report: FileReport) -> str:
        """Render the lines of a report."""
        paint = Paint(self.look.colour)
        failure = [f"{visible(report.path)}: error: {visible(report.error)}\n"] if report.error else []
        lines = (f"{visible(report.path)}:{_line(grade, paint)}\n" for grade in self._number_grades(report))
        return "".join([*failure, *lines])


class GradesJsonlReporter(_GradesReporter):
    """Renders a JSON object for each article and failed file."""

    def add(self, report: FileReport) -> str:
        """Render the lines of a report."""
        path = {"path": report.path}
        failure = [{"type": "error", **path, "error": report.error}] if report.error else []
        grades = ({"type": "grade", **path, **grade_record(grade)} for grade in self._number_grades(report))
        return "".join(json_text(line) + "\n" for line in (*failure, *grades))


class GradesJsonReporter(_GradesReporter):
    """Renders one JSON document with an entry for each file."""

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self._files: dict[str, tuple[list[Mapping[str, object]], list[str]]] = {}

    def add(self, report: FileReport) -> str:
        """Collect the grades of a report."""
        articles, errors = self._files.setdefault(report.path, ([], []))
        articles += map(grade_record, self._number_grades(report))
        errors += [report.error] if report.error else []
        return ""

    def finish(self, tally: Tally) -> str:  # noqa: ARG002 - grades are not counted
        """Render the document."""
        files = ",\n".join(
            json_text({"path": path, "articles": articles, "error": "; ".join(errors) or None})
            for path, (articles, errors) in self._files.items()
        )
        return f'{{"version": {VERSION}, "files": [\n{files}\n]}}\n'


REPORTERS: Mapping[str, type[Reporter]] = {
    "text": GradesTextReporter,
    "json": GradesJsonReporter,
    "jsonl": GradesJsonlReporter,
}


def grade_record(grade: Grade) -> dict[str, object]:
    """A grade as a record, as documented in docs/reports.md."""
    return {
        "article": grade.article,
        "line": grade.line,
        "words": grade.words,
        "findings": grade.findings,
        "left": grade.left,
        "damage_per_1000_words": round(grade.damage_per_thousand_words, 2),
        "left_per_1000_words": round(grade.left_per_thousand_words, 2),
        "verdicts": [judgment_record(judgment) for judgment in grade.verdicts],
    }


def judgment_record(judgment: Judgment) -> dict[str, object]:
    """A verdict as a record."""
    return {
        "verdict": str(judgment.verdict),
        "confidence": judgment.confidence,
        "reasons": judgment.reasons,
        "language": judgment.language,
    }


def _line(grade: Grade, paint: Paint) -> str:
    judged = "; ".join(
        f"{paint.red(str(judgment.verdict))} {judgment.confidence:.2f} ({visible(judgment.reasons)})"
        for judgment in grade.verdicts
    )
    damage = f"{grade.damage_per_thousand_words:.1f} findings per 1,000 words"
    left = f"{grade.left_per_thousand_words:.1f} after fixes"
    return f"{grade.line}: {judged or 'no verdict'}; {damage}, {left}; {count_noun(grade.words, 'word')}"
