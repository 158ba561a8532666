"""Findings and grades as records, with the names of the published schemas."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.core.report import FileReport
from newslint.corpus.grading import VERDICTS, RowGrade, grade_of

Record = dict[str, object]

NO_FINDING: Record = dict.fromkeys(
    ("rule", "category", "safety", "start", "end", "message", "quote", "suggestions", "confidence")
)


def finding_records(id_: object, report: FileReport) -> Iterator[Record]:
    """Yield a record for each finding, and one for an error."""
    for diagnostic in report.diagnostics:
        yield {
            "id": id_,
            "rule": diagnostic.rule,
            "category": diagnostic.category,
            "safety": str(diagnostic.safety),
            "start": diagnostic.span.start,
            "end": diagnostic.span.end,
            "message": diagnostic.message,
            "quote": diagnostic.quote,
            "suggestions": list(diagnostic.suggestions),
            "confidence": diagnostic.confidence,
            "error": None,
        }
    if report.error is not None:
        yield {"id": id_, **NO_FINDING, "error": report.error}


def grade_record(id_: object, report: FileReport, grade: RowGrade) -> Record:
    """The grade of a text, and the rules that found something."""
    found = {one.rule for one in (*report.fixed, *report.diagnostics)} - VERDICTS.keys()
    return {
        "id": id_,
        "words": grade.words,
        "damage": grade.damage,
        "left": grade.left,
        "verdicts": list(grade.verdicts),
        "rules": sorted(found),
        "error": report.error,
    }


def fix_record(report: FileReport) -> Record:
    """What a fixed row says besides its own columns."""
    grade = grade_of(report)
    return {
        "damage": grade.damage,
        "left": grade.left,
        "verdicts": list(grade.verdicts),
        "rules": sorted({one.rule for one in report.fixed}),
        "error": report.error,
    }
