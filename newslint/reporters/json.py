"""One JSON document, as in `schema.json`."""

from __future__ import annotations

from newslint.core.report import FileReport
from newslint.core.source import Lines
from newslint.reporters import Look, Reporter
from newslint.reporters.json_text import json_text
from newslint.reporters.record import record
from newslint.reporters.tally import Tally

VERSION = 1
HEAD = f'{{"version": {VERSION}, "files": ['


class JsonReporter(Reporter):
    """Renders one JSON document, with a line for each file."""

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self._path: str | None = None
        self._errors: list[str] = []
        self._is_empty = True
        """Whether the entry of the file has no diagnostic yet."""

    def add(self, report: FileReport) -> str:
        """Render diagnostics; chunks of a file share an entry."""
        parts: list[str] = []
        if report.path != self._path:
            parts.append(HEAD if self._path is None else f"{self._end_entry()},")
            parts.append(f'\n{{"path": {json_text(report.path)}, "diagnostics": [')
            self._path, self._errors, self._is_empty = report.path, [], True
        if report.error:
            self._errors.append(report.error)
        lines = Lines(report.after, report.first_line)
        for diagnostic in report.diagnostics:
            parts.append("" if self._is_empty else ", ")
            parts.append(json_text(record(diagnostic, lines, report.first_offset)))
            self._is_empty = False
        return "".join(parts)

    def finish(self, tally: Tally) -> str:
        """End the last entry, and add the summary."""
        start = HEAD if self._path is None else self._end_entry()
        return f'{start}\n], "summary": {json_text(tally.as_table())}}}\n'

    def _end_entry(self) -> str:
        return f'], "error": {json_text("; ".join(self._errors) or None)}}}'
