"""Reviewdog diagnostics as JSON Lines."""

from __future__ import annotations

from newslint.core.report import FileReport
from newslint.reporters import Reporter
from newslint.reporters.json_text import json_text
from newslint.reporters.reviewdog import diagnostics_of


class RdjsonlReporter(Reporter):
    """Renders a line for each finding and failed file."""

    def add(self, report: FileReport) -> str:
        """Render the lines of a report."""
        return "".join(f"{json_text(found)}\n" for found in diagnostics_of(report, self.look.info))
