"""For streams: a JSON object a line, each with its `type`; `schema.json` has them under `line`."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from newslint.model import FileReport
from newslint.report import Look
from newslint.report.record import record
from newslint.report.tally import Tally
from newslint.source import Lines


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
    return json.dumps({"type": kind, **said}, ensure_ascii=False) + "\n"
