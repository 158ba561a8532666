"""`newslint check`."""

from __future__ import annotations

import click

from newslint.cli import CLEAN, FAILED, FOUND
from newslint.cli.request import Request, reporting
from newslint.reporters.tally import Tally, checked


@click.command()
@reporting
@click.option("--add-ignore", metavar="REASON", help="Add the findings to the baseline, with this reason.")
def command(request: Request, add_ignore: str | None) -> int:
    """Check news copy and report what is wrong.

    PATHS are files, directories, or - for standard input; the current directory if none is given.
    Exits with 0 if there is nothing to report, 1 if there is, 2 if newslint was called or configured
    wrongly, 3 if a file could not be read or a rule failed.
    """
    tally = Tally()
    reports = tally.watch(request.run())
    if add_ignore is not None:
        from newslint.cli.remember import remember

        return remember(request, tally, reports, add_ignore)
    request.require_baseline()
    request.show(reports, tally)
    request.conclude(checked(tally))
    if tally.failed:
        return FAILED
    return FOUND if tally.findings else CLEAN
