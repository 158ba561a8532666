"""`newslint corpus siblings`."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import click

from newslint.cli import CLEAN, FOUND
from newslint.cli.console import out, say
from newslint.cli.options import DIRECTORY
from newslint.core.errors import ParseError
from newslint.corpus.columns import NamedColumns
from newslint.corpus.extras import MissingExtra
from newslint.corpus.inputs import NoInput, find_inputs
from newslint.corpus.shards import ShardFile
from newslint.reporters.json_text import json_text

if TYPE_CHECKING:
    from newslint.corpus.siblings.search import SiblingGroup

SHOWN = 10
"""Swaps that are printed."""


@click.command()
@click.argument("inputs", metavar="IN…", nargs=-1, required=True, type=click.Path())
@click.option("--out", "folder", required=True, type=DIRECTORY, help="New directory to write to.")
@click.option("--text", metavar="COLUMN", help="Column of the articles (default: found).")
@click.option("--id", "identifier", metavar="COLUMN", help="Column that identifies them (default: found).")
@click.option("--source", metavar="COLUMN", help="Column of their sources (default: found).")
@click.option(
    "--alike",
    type=click.FloatRange(0.1, 1),
    default=0.5,
    show_default=True,
    help="Share of words that near-copies have in common.",
)
@click.option(
    "--least",
    type=click.IntRange(min=4),
    default=4,
    show_default=True,
    help="Least number of near-copies in a group.",
)
@click.option("-j", "--jobs", type=click.IntRange(min=1), help="Number of processes (default: automatic).")
@click.option("-q", "--quiet", is_flag=True, help="Print errors only.")
def command(
    inputs: tuple[str, ...],
    *,
    folder: Path,
    text: str | None,
    identifier: str | None,
    source: str | None,
    alike: float,
    least: int,
    jobs: int | None,
    quiet: bool,
) -> int:
    """Compare near-copies of the same story, and report where one differs.

    IN is as for `newslint corpus`. Where three copies, of three sources if these are known, agree on a word
    and one has another, that is a finding with the right word. The directory will hold
    `findings.jsonl`, `groups.jsonl` (which articles are near-copies) and `swaps.tsv`, a table of wrong and
    right words that `phrase-tables` reads. Exits with 0 if nothing was found, 1 if something was, 2 if
    newslint was called wrongly.
    """
    if folder.exists() and any(folder.iterdir()):
        raise click.UsageError(f"{folder} is not empty; name a new folder")
    named = NamedColumns(text, identifier, source)
    with TemporaryDirectory() as work, SiblingOutput(folder) as output:
        try:
            from newslint.corpus.siblings.search import sibling_groups

            files = find_inputs(inputs, folder, lambda line: None if quiet else say(line))
            for group in sibling_groups(
                files,
                named,
                least_alike=alike,
                smallest=least,
                database=Path(work) / "copies",
                processes=jobs,
            ):
                output.add(group)
        except (NoInput, MissingExtra, ParseError) as error:
            raise click.UsageError(str(error)) from None
        output.commit()
    if not quiet:
        out(f"{output.summary}; see {folder}\n")
        for (wrong, right), count in output.swaps.most_common(SHOWN):
            out(f"{count:>6}  {wrong} → {right}\n")
    return FOUND if output.found else CLEAN


class SiblingOutput:
    """The files of a search, named together at the end."""

    def __init__(self, folder: Path) -> None:
        self.swaps: Counter[tuple[str, str]] = Counter()
        self.copies = self.groups = self.found = 0
        self._findings, self._members, self._table = self._drafts = [
            ShardFile(folder / name) for name in ("findings.jsonl", "groups.jsonl", "swaps.tsv")
        ]

    def __enter__(self) -> SiblingOutput:
        """Begin."""
        return self

    def __exit__(self, *_: object) -> None:
        """Remove what was not completed."""
        for draft in self._drafts:
            draft.discard()

    @property
    def summary(self) -> str:
        """The counts in words."""
        stories = "1 story" if self.groups == 1 else f"{self.groups:,} stories"
        return f"{self.found:,} findings in {self.copies:,} near-copies of {stories}"

    def add(self, group: SiblingGroup) -> None:
        """Write a group and its findings."""
        from newslint.corpus.siblings.search import count_swaps, finding_record

        ids = {"group": self.groups, "ids": [one.id for one in group.siblings]}
        self._members.write(f"{json_text(ids)}\n".encode())
        for drift in group.drifts:
            self._findings.write(f"{json_text(finding_record(drift))}\n".encode())
        self.swaps += count_swaps(group)
        self.copies += len(group.siblings)
        self.groups += 1
        self.found += len(group.drifts)

    def commit(self) -> None:
        """Give the files their names.

        Raises:
            OSError: one cannot be written.

        """
        from newslint.corpus.siblings.search import swap_table

        self._table.write(swap_table(self.swaps).encode())
        for draft in self._drafts:
            draft.commit()
