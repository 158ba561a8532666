"""One line per finding, for people and other tools."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.core.diagnostics import Safety
from newslint.core.report import FileReport
from newslint.core.source import Lines
from newslint.core.visible import visible
from newslint.reporters import Look, Reporter
from newslint.reporters.places import path_of, rule_of

MARKS = {Safety.SAFE: " [*]", Safety.UNSAFE: " [?]", Safety.HINT: ""}
"""After the rule: `newslint fix` fixes it, or does with --unsafe-fixes."""


class ConciseReporter(Reporter):
    """Prints `path:line:column: rule [*] message`."""

    def add(self, report: FileReport) -> str:
        """A line for each finding, and one for a failure."""
        return "".join(f"{line}\n" for line in _lines(report, self.look))


def _lines(report: FileReport, look: Look) -> Iterator[str]:
    paint = look.paint
    path = path_of(report, paint)
    if report.error:
        yield f"{path}: {paint.red('error')}: {visible(report.error)}"
    lines = Lines(report.after, report.first_line)
    for diagnostic in report.diagnostics:
        line, column = lines.position(diagnostic.span.start)
        where = paint.dim(f":{line}:{column}:")
        field = paint.dim(f" [{visible(diagnostic.field)}]") if diagnostic.field else ""
        mark = MARKS[diagnostic.safety]
        yield f"{path}{where} {rule_of(diagnostic, look)}{mark} {visible(diagnostic.message)}{field}"
