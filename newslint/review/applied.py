"""What applying decisions came to: notes for each file, and a summary."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from newslint.core.source import Lines
from newslint.fixer.chosen import ChosenReport
from newslint.reporters.tally import count_noun

UNKNOWN = "newslint does not propose this here; review the file again"


class AppliedTally(Struct):
    """Counts the fixes that a person accepted by what became of them."""

    fixed: int = 0
    settled: int = 0
    refused: int = 0
    changed: int = 0
    """Files."""
    failed: int = 0
    """Files."""

    def add(self, done: ChosenReport) -> None:
        """Count a file."""
        report = done.report
        self.fixed += len(report.fixed)
        self.settled += len(done.settled)
        self.refused += len(report.refused) + len(done.unknown)
        self.changed += bool(report.fixed)
        self.failed += report.error is not None

    def summary(self, verb: str = "Applied", *, names_files: bool = True) -> str:
        """The counts in a sentence."""
        where = f" in {count_noun(self.changed, 'file')}" if names_files else ""
        parts = [f"{verb} {self.fixed:,} {'fix' if self.fixed == 1 else 'fixes'}{where}"]
        if self.settled:
            parts.append(f"{self.settled:,} more had nothing left to do")
        if self.refused:
            parts.append(f"{self.refused:,} accepted but not applied")
        if self.failed:
            parts.append(f"{count_noun(self.failed, 'file')} left alone")
        return "; ".join(parts) + "."


def notes(done: ChosenReport) -> Iterator[str]:
    """What was not applied to a file, and why."""
    report, lines = done.report, Lines(done.report.before)
    if report.error:
        yield f"{report.path}: error: {report.error}"
    for choice in done.unknown:
        yield f"{report.path}: not applied ({choice.rule} at {choice.span.start}): {UNKNOWN}"
    for refusal in report.refused:
        line, _ = lines.position(refusal.diagnostic.span.start)
        yield f"{report.path}:{line}: not applied ({refusal.diagnostic.rule}): {refusal.reason}"
