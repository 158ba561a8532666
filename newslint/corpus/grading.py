"""How damaged a text is, by the report of its safe fixes."""

from __future__ import annotations

from msgspec import Struct

from newslint.core.diagnostics import Diagnostic
from newslint.core.grade import PER, Verdict
from newslint.core.report import FileReport

VERDICTS = {f"{verdict}-article": str(verdict) for verdict in Verdict}
"""The verdict of each rule that judges a whole article, which is no damage of a place."""


class RowGrade(Struct, frozen=True):
    """The grade of a row: words, damage per 1,000 words, and verdicts."""

    words: int = 0
    damage: float = 0.0
    left: float = 0.0
    verdicts: tuple[str, ...] = ()


def grade_of(report: FileReport) -> RowGrade:
    """Return the grade of a text, perhaps by its findings alone."""
    if report.grades:
        grade = report.grades[0]
        return RowGrade(
            grade.words,
            round(grade.damage_per_thousand_words, 2),
            round(grade.left_per_thousand_words, 2),
            tuple(str(judgment.verdict) for judgment in grade.verdicts),
        )
    words = len(report.before.split())
    found = (*report.fixed, *report.diagnostics)
    verdicts = sorted({VERDICTS[one.rule] for one in found if one.rule in VERDICTS})
    return RowGrade(words, _rate(found, words), _rate(report.diagnostics, words), tuple(verdicts))


def _rate(found: tuple[Diagnostic, ...], words: int) -> float:
    """Findings per 1,000 words, rounded to hundredths."""
    count = sum(one.rule not in VERDICTS for one in found)
    return round(count * PER / words, 2) if words else 0.0
