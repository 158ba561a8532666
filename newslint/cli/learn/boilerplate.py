"""`newslint learn boilerplate`."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

from newslint.cli import CLEAN, FAILED
from newslint.cli.console import answer, out, paint, say
from newslint.cli.options import FILE_PATH
from newslint.config.line_tables import TableLine, write_lines
from newslint.config.settings import Settings
from newslint.learning.archive import ReadErrors, articles
from newslint.learning.boilerplate import EdgeLines
from newslint.runner.discovery import FileFinder
from newslint.runner.file_linter import FileLinter

TABLE = "newslint-lines.tsv"
ASKED = "take it? [y]es [n]o [a]ll [q]uit "


@click.command()
@click.argument("paths", nargs=-1, required=True, type=click.Path(exists=True))
@click.option(
    "-o",
    "--output",
    type=FILE_PATH,
    default=TABLE,
    show_default=True,
    help="Table to add the lines to.",
)
@click.option(
    "--least",
    type=click.IntRange(min=2),
    default=5,
    show_default=True,
    help="Minimum number of articles that have the line.",
)
@click.option(
    "--share",
    type=click.FloatRange(0, 1),
    default=0.01,
    show_default=True,
    help="Minimum share of articles that have the line.",
)
@click.option("--yes", is_flag=True, help="Take every line without asking.")
@click.option("--list", "listed", is_flag=True, help="Show the lines and write nothing.")
def command(
    paths: tuple[str, ...], *, output: Path, least: int, share: float, yes: bool, listed: bool
) -> int:
    """Find the lines that a site's pages repeat around their articles.

    PATHS contain articles of one site. Recurring lines among the first three or the last five paragraphs are
    shown with their counts and examples; those you take are added to a table. With `line-tables` in the
    configuration, the rule `own-line` finds them from then on.
    """
    job = FileLinter(Settings(select=(), use_baseline=False))
    recurring, failures = EdgeLines(), ReadErrors(say)
    for name, paragraphs in articles(job, FileFinder(job.workspace, tell=say).targets(paths), failures):
        recurring.add(name, paragraphs)
    lines = list(recurring.lines(least, share))
    out(f"{recurring.articles:,} articles, {len(lines):,} recurring lines\n")
    taken = lines if yes else list(_choose_lines(lines, recurring.articles, ask=not listed))
    if listed or not taken:
        return FAILED if failures.count else CLEAN
    try:
        count = write_lines(output, taken)
    except OSError as error:
        say(f"newslint: {output}: {error.strerror}")
        return FAILED
    out(f"{output}: {count:,} new lines\n")
    out(f'add to newslint.toml: line-tables = ["{output.as_posix()}"]\n')
    return FAILED if failures.count else CLEAN


def _choose_lines(lines: list[TableLine], total: int, *, ask: bool) -> Iterator[TableLine]:
    """The lines that a person wants, asked one by one."""
    look, everything = paint(), False
    for line in lines:
        out(f"\n{look.bold(line.text)}\n")
        share = f"{line.count:,} articles ({line.count / total:.0%})"
        out(f"  {line.place}; in {share}: {', '.join(line.examples)}\n")
        if not ask:
            continue
        reply = "y" if everything else answer(ASKED, "ynaq")
        if reply == "q":
            return
        everything = everything or reply == "a"
        if reply in "ya":
            yield line
