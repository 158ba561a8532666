"""For streams: a JSON object a line, each with its `type`; `schema.json` has them under `line`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from newslint.core.report import FileReport
from newslint.core.source import Lines
from newslint.reporters import Look
from newslint.reporters.json_text import json_text
from newslint.reporters.record import record
from newslint.reporters.tally import Tally


def render(reports: Iterable[FileReport], _look: Look) -> Iterator[str]:
    """Yield a line for each diagnostic, a line for each file that failed, and the summary last."""
    tally = Tally()
    for report in tally.watch(reports):
        if report.error is not None:
            yield _line("error", {"path": report.path, "error": report.error})
        lines = Lines(report.after, report.first_line)
        for diagnostic in report.diagnostics:
            yield _line("diagnostic", {"path": report.path, **record(diagnostic, lines, report.first_offset)})
    yield _line("summary", tally.as_table())


def _line(kind: str, said: dict[str, object]) -> str:
    return json_text({"type": kind, **said}) + "\n"
