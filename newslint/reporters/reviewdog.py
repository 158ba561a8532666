"""Diagnostics of the Reviewdog Diagnostic Format.

Columns count the bytes of UTF-8, from 1.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from newslint.core.diagnostics import Diagnostic, RuleInfo, Severity
from newslint.core.positions import Span
from newslint.core.report import FileReport
from newslint.core.source import Lines, Unit
from newslint.reporters.file_path import relative_path
from newslint.reporters.replacement import replacement

SOURCE = {"name": "newslint"}
SEVERITIES = {Severity.INFO: "INFO", Severity.WARNING: "WARNING", Severity.ERROR: "ERROR"}

Record = dict[str, object]


def diagnostics_of(report: FileReport, info: Callable[[str], RuleInfo]) -> Iterator[Record]:
    """Yield the failure and the findings of a report as records."""
    path = relative_path(report.path)
    if report.error:
        yield {"message": report.error, "location": {"path": path}, "severity": "ERROR", "source": SOURCE}
    lines = Lines(report.after, report.first_line)
    for diagnostic in report.diagnostics:
        found: Record = {
            "message": diagnostic.message,
            "location": {"path": path, "range": _range(diagnostic.span, lines)},
            "severity": SEVERITIES[diagnostic.severity],
            "source": SOURCE,
            "code": _code(diagnostic, info),
        }
        if suggestions := [] if report.transcript else list(_suggestions(diagnostic, lines)):
            found["suggestions"] = suggestions
        if diagnostic.related:
            found["related_locations"] = [
                {"message": note.message, "location": {"path": path, "range": _range(note.span, lines)}}
                for note in diagnostic.related
            ]
        yield found


def _code(diagnostic: Diagnostic, info: Callable[[str], RuleInfo]) -> Record:
    url = diagnostic.url or info(diagnostic.rule).url
    return {"value": diagnostic.rule, **({"url": url} if url else {})}


def _suggestions(diagnostic: Diagnostic, lines: Lines) -> Iterator[Record]:
    if diagnostic.fix:
        edit = replacement(diagnostic.fix, lines.text)
        yield {"range": _range(edit.span, lines), "text": edit.text}


def _range(span: Span, lines: Lines) -> Record:
    (line, column), (end_line, end_column) = (
        lines.position(offset, Unit.UTF8) for offset in (span.start, span.end)
    )
    return {
        "start": {"line": line, "column": column},
        "end": {"line": end_line, "column": end_column},
    }
