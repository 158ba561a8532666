"""Logging commands of Azure Pipelines, which annotate builds."""

from __future__ import annotations

from newslint.core.diagnostics import Severity
from newslint.core.report import FileReport
from newslint.core.source import Lines
from newslint.core.visible import visible, visible_lines
from newslint.reporters import Reporter

TYPES = {Severity.INFO: "warning", Severity.WARNING: "warning", Severity.ERROR: "error"}
"""Azure knows no lesser type than a warning."""
ESCAPES = {"%": "%AZP25", ";": "%3B", "\r": "%0D", "\n": "%0A", "]": "%5D"}


class AzureReporter(Reporter):
    """Prints a logging command for each finding and failure."""

    def add(self, report: FileReport) -> str:
        """The commands of a report."""
        commands = (
            [] if report.error is None else [_command(report.error, type="error", sourcepath=report.path)]
        )
        lines = Lines(report.after, report.first_line)
        for diagnostic in report.diagnostics:
            line, column = lines.position(diagnostic.span.start)
            commands.append(
                _command(
                    diagnostic.message,
                    type=TYPES[diagnostic.severity],
                    sourcepath=report.path,
                    linenumber=line,
                    columnnumber=column,
                    code=diagnostic.rule,
                )
            )
        return "".join(commands)


def _command(message: str, **properties: object) -> str:
    said = "".join(f"{key}={_escape(visible(str(value)))};" for key, value in properties.items())
    return f"##vso[task.logissue {said}]{_escape_message(visible_lines(message))}\n"


def _escape(text: str) -> str:
    return "".join(ESCAPES.get(letter, letter) for letter in text)


def _escape_message(text: str) -> str:
    """A message on one line; only properties end at marks."""
    return text.replace("%", ESCAPES["%"]).replace("\n", ESCAPES["\n"])
