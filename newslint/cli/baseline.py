"""`newslint baseline`."""

from __future__ import annotations

import click

from newslint.cli.remember import rewrite
from newslint.cli.request import Request, choosing
from newslint.reporters.tally import Tally


@click.command("baseline")
@choosing
def command(request: Request) -> int:
    """Write down all that is found now, so that only what is new is reported.

    Findings are known again by rule and sentence, so that lines may move. Entries of files that are
    not looked at stay, and so do reasons. An entry that no longer fits becomes a finding of `check`.
    """
    tally = Tally()
    reports = tally.watch(request.run(baseline=False))
    return rewrite(request, tally, reports)
