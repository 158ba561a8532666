"""`newslint learn`: rules from your own archive, one subcommand a module."""

from __future__ import annotations

import click

from newslint.cli import Lazy

LEARNERS = {
    "boilerplate": "Find the lines that a site's pages repeat around their articles.",
    "words": "Learn which words go together, for the rule `unlikely-word`.",
}


@click.group(cls=Lazy, modules=LEARNERS, package=__name__)
def command() -> None:
    """Learn words and boilerplate from your own archive."""
