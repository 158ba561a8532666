"""`newslint grade`."""

from __future__ import annotations

import click

from newslint.cli import CLEAN, FAILED, FOUND
from newslint.cli.options import takes_paths
from newslint.cli.request import Request
from newslint.cli.run_output import Printer
from newslint.core.report import FileReport
from newslint.reporters import Look, Reporter
from newslint.reporters.grades import REPORTERS


@click.command()
@takes_paths
@click.option(
    "--output-format",
    type=click.Choice(tuple(REPORTERS)),
    default="text",
    show_default=True,
    help="Output format.",
)
def command(request: Request) -> int:
    """Grade articles: what happened to each, how damaged it is, what fixes would leave.

    PATHS are files, directories, or - for standard input; the current directory if none is given. Prints a
    line for each article: the verdicts (spun, translated, scraped) with confidence and reasons, findings per
    1,000 words, and how many would remain after `newslint fix`. Nothing is written. Exits with 0 if no
    article has a verdict, 1 if one has, 2 if newslint was called or configured wrongly, 3 if a file could not
    be read or a rule failed.
    """
    request.require_baseline()
    reports = request.grade()
    with GradePrinter(request) as printer:
        for report in reports:
            printer.add(report)
    printer.finish("")
    if printer.tally.failed:
        return FAILED
    return FOUND if printer.has_verdict else CLEAN


class GradePrinter(Printer):
    """Prints the grades of articles, and knows whether any has a verdict."""

    def __init__(self, request: Request) -> None:
        """Begin."""
        super().__init__(request)
        self.has_verdict = False

    def add(self, report: FileReport) -> None:
        """Print the grades of a report."""
        self.has_verdict |= any(grade.verdicts for grade in report.grades)
        super().add(report)

    def finish(self, summary: str) -> None:  # noqa: ARG002 - each article has its line
        """Print the end of the format."""
        self._print(self._reporter.finish(self.tally))

    def _create_reporter(self, look: Look) -> Reporter:
        return REPORTERS[self._request.output_format](look)
