"""For people and other tools: a line for each finding."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from newslint.core.report import FileReport
from newslint.core.source import Lines
from newslint.core.visible import visible
from newslint.reporters import Look
from newslint.reporters.paint import Paint


def render(reports: Iterable[FileReport], look: Look) -> Iterator[str]:
    """Yield `path:line:column: rule message`."""
    paint = Paint(look.colour)
    for report in reports:
        path = paint.bold(visible(report.path))
        if report.error:
            yield f"{path}: {paint.red('error')}: {visible(report.error)}\n"
        lines = Lines(report.after, report.first_line)
        for diagnostic in report.diagnostics:
            line, column = lines.position(diagnostic.span.start)
            where = paint.dim(f":{line}:{column}:")
            field = paint.dim(f" [{visible(diagnostic.field)}]") if diagnostic.field else ""
            yield f"{path}{where} {paint.red(diagnostic.rule)} {visible(diagnostic.message)}{field}\n"
