"""`newslint learn boilerplate`."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import click

from newslint.boilerplate import Line, Recurring, write_lines
from newslint.cli import CLEAN, FAILED
from newslint.cli.console import out, paint, say
from newslint.config import ConfigError
from newslint.view import PROSE

TABLE = "newslint-lines.tsv"
ASKED = "take it? [y]es [n]o [a]ll [q]uit "


@click.command()
@click.argument("paths", nargs=-1, required=True, type=click.Path(exists=True))
@click.option(
    "-o",
    "--output",
    type=click.Path(dir_okay=False, path_type=Path),
    default=TABLE,
    show_default=True,
    help="The table that lines are added to.",
)
@click.option(
    "--least",
    type=click.IntRange(min=2),
    default=5,
    show_default=True,
    help="In how many articles, at least.",
)
@click.option(
    "--share",
    type=click.FloatRange(0, 1),
    default=0.01,
    show_default=True,
    help="In what share of them, at least.",
)
@click.option("--yes", is_flag=True, help="Take every line unasked.")
@click.option("--list", "listed", is_flag=True, help="Only show the lines; write nothing.")
def command(
    paths: tuple[str, ...], *, output: Path, least: int, share: float, yes: bool, listed: bool
) -> int:
    """Find the lines that a site's pages repeat around their articles.

    PATHS hold articles of one site. Lines among the first three or the last five paragraphs that recur are
    shown with their counts and examples; those that you take are added to a table. `line-tables` in the
    configuration names it, and the rule `own-line` finds the lines from then on.
    """
    recurring = Recurring()
    for name, paragraphs in _articles(paths):
        recurring.add(name, paragraphs)
    lines = list(recurring.lines(least, share))
    out(f"{recurring.articles:,} articles, {len(lines):,} lines that recur\n")
    taken = lines if yes else list(_taken(lines, recurring.articles, ask=not listed))
    if listed or not taken:
        return CLEAN
    try:
        count = write_lines(output, taken)
    except OSError as error:
        say(f"newslint: {output}: {error.strerror}")
        return FAILED
    out(f"{output}: {count:,} lines more\n")
    out(f'name it in the configuration: line-tables = ["{output.as_posix()}"]\n')
    return CLEAN


def _taken(lines: list[Line], articles: int, *, ask: bool) -> Iterator[Line]:
    """The lines that a person wants, asked one by one."""
    look, everything = paint(), False
    for line in lines:
        out(f"\n{look.bold(line.text)}\n")
        share = f"{line.count:,} articles ({line.count / articles:.0%})"
        share = f"{line.count:,} articles ({line.count / articles:.0%})"
        out(f"  {line.place}; in {share}: {', '.join(line.examples)}\n")
        if not ask:
            continue
        answer = "y" if everything else _answer()
        if answer == "q":
            return
        everything = everything or answer == "a"
        if answer in "ya":
            yield line


def _answer() -> str:
    while True:
        out(ASKED)
        said = click.getchar() if sys.stdin.isatty() else sys.stdin.read(1)
        out(f"{said.strip()}\n")
        if said.lower() in ("y", "n", "a", "q"):
            return said.lower()
        if not said or said in "\x03\x04":
            return "q"


def _articles(paths: tuple[str, ...]) -> Iterator[tuple[str, list[str]]]:
    """The name and the paragraphs of every article; what cannot be read is told of and passed over."""
    from newslint.engine import read
    from newslint.source import SourceError
    from newslint.view import UnreadableProse
    from newslint.walk import Walk
    from newslint.workspace import Settings, Workspace

    workspace = Workspace(Settings())
    for target in Walk(workspace).targets(paths):
        path = Path(target.path)
        try:
            profile = workspace.profile_of(path)
            reading = read(profile.format.decode(path.read_bytes(), target.path), profile)
        except (ConfigError, OSError, SourceError, UnreadableProse) as error:
            say(f"{path}: {error}")
            continue
        for document in reading.documents:
            yield target.path, [block.text for block in document.blocks if block.kind in PROSE]
