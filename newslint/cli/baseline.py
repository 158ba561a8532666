"""`newslint baseline`."""

from __future__ import annotations

import click

from newslint.cli.remember import rewrite
from newslint.cli.request import Request, choosing
from newslint.reporters.tally import Tally


@click.command("baseline")
@choosing
def command(request: Request) -> int:
    """Record current findings; report only new ones from then on.

    Entries match on rule and sentence, so lines may move. Reasons and the entries of files that are not
    checked are kept. An entry that no longer matches becomes a finding of `check`.
    """
    tally = Tally()
    reports = tally.watch(request.run(baseline=False))
    return rewrite(request, tally, reports)
