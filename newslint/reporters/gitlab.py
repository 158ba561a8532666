"""The code quality report of GitLab, for the widget of merge requests."""

from __future__ import annotations

from newslint.core.diagnostics import Diagnostic, Severity
from newslint.core.report import FileReport
from newslint.core.source import Lines
from newslint.core.visible import visible
from newslint.reporters import Look, Reporter
from newslint.reporters.file_path import relative_path
from newslint.reporters.fingerprints import Fingerprints, hash_of
from newslint.reporters.json_text import json_text
from newslint.reporters.tally import Tally

SEVERITIES = {Severity.INFO: "info", Severity.WARNING: "minor", Severity.ERROR: "major"}


class GitlabReporter(Reporter):
    """Renders a JSON array with an entry for each finding and failure."""

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self._fingerprints = Fingerprints()
        self._has_entries = False

    def add(self, report: FileReport) -> str:
        """Render the entries of a report."""
        path = relative_path(report.path)
        lines = Lines(report.after, report.first_line)
        entries = [self._entry(diagnostic, path, lines) for diagnostic in report.diagnostics]
        if report.error:
            entries.insert(0, _failure(path, report))
        return "".join(f"{self._separator()}\n{json_text(entry)}" for entry in entries)

    def finish(self, tally: Tally) -> str:  # noqa: ARG002 - the report has no counts
        """End the array."""
        return "\n]\n" if self._has_entries else "[]\n"

    def _separator(self) -> str:
        had, self._has_entries = self._has_entries, True
        return "," if had else "["

    def _entry(self, diagnostic: Diagnostic, path: str, lines: Lines) -> dict[str, object]:
        line, column = lines.position(diagnostic.span.start)
        end_line, end_column = lines.position(diagnostic.span.end)
        begin, end = {"line": line, "column": column}, {"line": end_line, "column": end_column}
        return {
            "description": f"{diagnostic.rule}: {visible(diagnostic.message)}",
            "check_name": diagnostic.rule,
            "fingerprint": hash_of(path, self._fingerprints.add(path, diagnostic)),
            "severity": SEVERITIES[diagnostic.severity],
            "location": {
                "path": path,
                "lines": {"begin": line, "end": end_line},
                "positions": {"begin": begin, "end": end},
            },
        }


def _failure(path: str, report: FileReport) -> dict[str, object]:
    return {
        "description": f"newslint: {visible(report.error or '')}",
        "check_name": "newslint",
        "fingerprint": hash_of(path, "newslint", str(report.first_line), report.error or ""),
        "severity": "critical",
        "location": {"path": path, "lines": {"begin": report.first_line}},
    }
