"""For programs: one JSON document, `schema.json`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from newslint.core.report import FileReport
from newslint.core.source import Lines
from newslint.reporters import Look
from newslint.reporters.json_text import json_text
from newslint.reporters.record import record
from newslint.reporters.tally import Tally

VERSION = 1


def render(reports: Iterable[FileReport], _look: Look) -> Iterator[str]:
    """Yield the document piece by piece, one file a line; stretches of one file are one entry."""
    tally = Tally()
    yield f'{{"version": {VERSION}, "files": ['
    by_path = groupby(tally.watch(reports), key=lambda report: report.path)
    for number, (path, stretches) in enumerate(by_path):
        yield (",\n" if number else "\n") + f'{{"path": {json_text(path)}, "diagnostics": ['
        errors: list[str] = []
        yield from _diagnostics(stretches, errors)
        yield f'], "error": {json_text("; ".join(errors) or None)}}}'
    yield f'\n], "summary": {json_text(tally.as_table())}}}\n'


def _diagnostics(stretches: Iterable[FileReport], errors: list[str]) -> Iterator[str]:
    """What was found in a file, as it comes; what failed in it is put down in `errors`."""
    first = True
    for report in stretches:
        errors += [report.error] if report.error else []
        lines = Lines(report.after, report.first_line)
        for diagnostic in report.diagnostics:
            yield ("" if first else ", ") + json_text(record(diagnostic, lines, report.first_offset))
            first = False
