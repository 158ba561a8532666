"""Reviewdog diagnostics as one JSON document."""

from __future__ import annotations

from newslint.core.report import FileReport
from newslint.reporters import Look, Reporter
from newslint.reporters.json_text import json_text
from newslint.reporters.reviewdog import SOURCE, diagnostics_of
from newslint.reporters.tally import Tally

HEAD = f'{{"source": {json_text(SOURCE)}, "diagnostics": ['


class RdjsonReporter(Reporter):
    """Renders one document, with a line for each finding and failed file."""

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self._separator = HEAD

    def add(self, report: FileReport) -> str:
        """Render the diagnostics of a report."""
        parts = []
        for found in diagnostics_of(report, self.look.info):
            parts.append(f"{self._separator}\n{json_text(found)}")
            self._separator = ","
        return "".join(parts)

    def finish(self, tally: Tally) -> str:  # noqa: ARG002 - the document has no counts
        """End the document."""
        return (HEAD if self._separator == HEAD else "\n") + "]}\n"
