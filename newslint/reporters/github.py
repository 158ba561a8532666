"""For GitHub Actions: workflow commands that annotate the lines of a pull request."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from newslint.core.diagnostics import Diagnostic, Severity
from newslint.core.report import FileReport
from newslint.core.source import Lines
from newslint.core.visible import visible, visible_lines
from newslint.reporters import Look

COMMANDS = {Severity.INFO: "notice", Severity.WARNING: "warning", Severity.ERROR: "error"}


def render(reports: Iterable[FileReport], _look: Look) -> Iterator[str]:
    """Yield a command for each finding and each failure."""
    for report in reports:
        if report.error:
            yield f"::error file={_property(report.path)},title=newslint::{_data(report.error)}\n"
        lines = Lines(report.after, report.first_line)
        for diagnostic in report.diagnostics:
            yield _command(diagnostic, report.path, lines)


def _command(diagnostic: Diagnostic, path: str, lines: Lines) -> str:
    line, column = lines.position(diagnostic.span.start)
    end_line, end_column = lines.position(diagnostic.span.end)
    place = {"file": path, "line": line, "endLine": end_line}
    if line == end_line:  # GitHub takes columns within one line only
        place |= {"col": column, "endColumn": end_column}
    place["title"] = f"newslint ({diagnostic.rule})"
    properties = ",".join(f"{key}={_property(str(value))}" for key, value in place.items())
    message = f"{path}:{line}:{column}: {diagnostic.rule} {diagnostic.message}"
    return f"::{COMMANDS[diagnostic.severity]} {properties}::{_data(message)}\n"


def _data(text: str) -> str:
    """A message with line ends escaped and control characters shown."""
    return visible_lines(text).replace("%", "%25").replace("\n", "%0A")


def _property(text: str) -> str:
    """The value of a property, which is on one line."""
    return visible(text).replace("%", "%25").replace(":", "%3A").replace(",", "%2C")
