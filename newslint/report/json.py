"""For programs: one JSON document, `schema.json`."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from newslint.model import FileReport
from newslint.report import Look
from newslint.report.record import record
from newslint.report.tally import Tally
from newslint.source import Lines

VERSION = 1


def render(reports: Iterable[FileReport], _look: Look) -> Iterator[str]:
    """Yield the document piece by piece, one file a line."""
    tally = Tally()
    yield f'{{"version": {VERSION}, "files": ['
    for number, report in enumerate(tally.watch(reports)):
        yield (",\n" if number else "\n") + json.dumps(_file(report), ensure_ascii=False)
    yield f'\n], "summary": {json.dumps(tally.as_table(), ensure_ascii=False)}}}\n'


def _file(report: FileReport) -> dict[str, object]:
    lines = Lines(report.after)
    return {
        "path": report.path,
        "diagnostics": [record(diagnostic, lines) for diagnostic in report.diagnostics],
        "error": report.error,
    }
