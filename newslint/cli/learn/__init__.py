"""`newslint learn`, with a module for each subcommand."""

from __future__ import annotations

import click

from newslint.cli import Lazy

LEARNERS = {
    "boilerplate": "Find the lines that a site's pages repeat around their articles.",
    "swaps": "Learn a table of wrong and right words from near-copies.",
    "words": "Learn which words go together, for the rule `unlikely-word`.",
}


@click.group(cls=Lazy, modules=LEARNERS, package=__name__)
def command() -> None:
    """Learn words, boilerplate and swaps from your own archive."""
