"""`newslint learn swaps`."""

from __future__ import annotations

from pathlib import Path

import click

from newslint.cli import CLEAN
from newslint.cli.console import out
from newslint.cli.options import FILE_PATH
from newslint.core.atomic_write import write
from newslint.learning.swaps import NoSiblings, SwapCounter, is_usual, table
from newslint.text.word_choice.news_words import news_words

TABLE = "newslint-swaps.tsv"
SHOWN = 20
"""Swaps that are printed, unless all are wanted."""


@click.command()
@click.argument("folders", metavar="SIBLINGS…", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("-o", "--output", type=FILE_PATH, default=TABLE, show_default=True, help="Table to write.")
@click.option(
    "--least",
    type=click.IntRange(min=1),
    default=3,
    show_default=True,
    help="Minimum number of stories in which a swap was found.",
)
@click.option(
    "--common",
    type=click.FloatRange(min=0),
    default=1.0,
    show_default=True,
    metavar="RATE",
    help="Leave out wrong words that a million words of news have more often.",
)
@click.option("--list", "listed", is_flag=True, help="Show all swaps and write nothing.")
def command(folders: tuple[Path, ...], *, output: Path, least: int, common: float, listed: bool) -> int:
    """Learn a table of wrong and right words from near-copies.

    SIBLINGS are folders that `newslint corpus siblings` wrote. A swap is taken if several stories have it, in
    one direction only, and if news hardly uses the wrong word, which would be right elsewhere. With
    `phrase-tables` in the configuration, the rule `own-phrase` finds the words of the table. Read it first.
    """
    counter = SwapCounter()
    try:
        for folder in folders:
            counter.add(folder)
    except NoSiblings as error:
        raise click.UsageError(str(error)) from None
    frequent = counter.swaps(least)
    taken = [one for one in frequent if not is_usual(one.wrong, news_words(), common)]
    for one in taken if listed else taken[:SHOWN]:
        out(f"{one.stories:>6}  {one.wrong} → {one.right}\n")
    out(
        f"{len(taken):,} of {len(counter):,} swaps;"
        f" {len(frequent) - len(taken):,} left out because news uses the wrong word\n"
    )
    if taken and not listed:
        write(output, table(taken).encode())
        out(f'add to newslint.toml: phrase-tables = ["{output.as_posix()}"]\n')
    return CLEAN
