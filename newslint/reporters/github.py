"""Workflow commands of GitHub Actions, which annotate pull requests."""

from __future__ import annotations

from newslint.core.diagnostics import Diagnostic, Severity
from newslint.core.report import FileReport
from newslint.core.source import Lines
from newslint.core.visible import visible, visible_lines
from newslint.reporters import Reporter

COMMANDS = {Severity.INFO: "notice", Severity.WARNING: "warning", Severity.ERROR: "error"}


class GithubReporter(Reporter):
    """Prints workflow commands."""

    def add(self, report: FileReport) -> str:
        """A command for each finding, and one for a failure."""
        failure = f"::error file={_property(report.path)},title=newslint::{_data(report.error or '')}\n"
        lines = Lines(report.after, report.first_line)
        commands = (_command(diagnostic, report.path, lines) for diagnostic in report.diagnostics)
        return "".join([failure if report.error else "", *commands])


def _command(diagnostic: Diagnostic, path: str, lines: Lines) -> str:
    line, column = lines.position(diagnostic.span.start)
    end_line, end_column = lines.position(diagnostic.span.end)
    place = {"file": path, "line": line, "endLine": end_line}
    if line == end_line:  # GitHub accepts columns only within one line
        place |= {"col": column, "endColumn": end_column}
    place["title"] = f"newslint ({diagnostic.rule})"
    properties = ",".join(f"{key}={_property(str(value))}" for key, value in place.items())
    message = f"{path}:{line}:{column}: {diagnostic.rule} {diagnostic.message}"
    return f"::{COMMANDS[diagnostic.severity]} {properties}::{_data(message)}\n"


def _data(text: str) -> str:
    """A message with line ends escaped and control characters visible."""
    return visible_lines(text).replace("%", "%25").replace("\n", "%0A")


def _property(text: str) -> str:
    """A property value, on one line."""
    return visible(text).replace("%", "%25").replace(":", "%3A").replace(",", "%2C")
