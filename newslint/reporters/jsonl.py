"""JSON Lines with typed objects, as under `line` in `schema.json`."""

from __future__ import annotations

from collections.abc import Mapping

from newslint.core.report import FileReport
from newslint.core.source import Lines
from newslint.reporters import Reporter
from newslint.reporters.json_text import json_text
from newslint.reporters.record import record
from newslint.reporters.tally import Tally


class JsonlReporter(Reporter):
    """Renders a line for each diagnostic and failed file, then the summary."""

    def add(self, report: FileReport) -> str:
        """Render the lines of a report."""
        path = {"path": report.path}
        failure = [] if report.error is None else [_line("error", path | {"error": report.error})]
        lines = Lines(report.after, report.first_line)
        records = (record(diagnostic, lines, report.first_offset) for diagnostic in report.diagnostics)
        return "".join([*failure, *(_line("diagnostic", path | found) for found in records)])

    def finish(self, tally: Tally) -> str:
        """Render the summary."""
        return _line("summary", tally.as_table())


def _line(kind: str, values: Mapping[str, object]) -> str:
    return json_text({"type": kind, **values}) + "\n"
