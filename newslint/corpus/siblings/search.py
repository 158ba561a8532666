"""Searches data sets for near-copies, and compares those of each group."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path

from msgspec import Struct

from newslint.corpus.columns import NamedColumns
from newslint.corpus.inputs import DataFile
from newslint.corpus.records import Record
from newslint.corpus.rows import CorpusRow
from newslint.corpus.siblings.agreement import RULE, Drift, Sibling, drifts, swaps
from newslint.corpus.siblings.near_copies import NearCopies
from newslint.runner.process_map import process_map
from newslint.runner.text_linter import MAX_TEXT

MOST_COPIES = 50
"""Copies of a group that are compared; the first ones."""


class SiblingGroup(Struct, frozen=True):
    """Near-copies, and where they differ."""

    siblings: tuple[Sibling, ...]
    drifts: tuple[Drift, ...] = ()


class AgreementProcessor(Struct, frozen=True):
    """Compares the copies of a group."""

    def process(self, group: SiblingGroup) -> SiblingGroup:
        """The group with its drifts."""
        return SiblingGroup(group.siblings, tuple(drifts(group.siblings)))

    def failure(self, group: SiblingGroup, reason: str) -> SiblingGroup:  # noqa: ARG002 - it has no place
        """The group without drifts."""
        return group

    def size(self, group: SiblingGroup) -> int:
        """About the bytes of a group."""
        return sum(len(one.text) for one in group.siblings)


def sibling_groups(
    inputs: Sequence[DataFile],
    named: NamedColumns,
    *,
    least_alike: float,
    smallest: int,
    database: Path,
    processes: int | None,
) -> Iterator[SiblingGroup]:
    """Yield the groups of near-copies with their drifts.

    The texts of groups are kept in a database meanwhile, so that they need no memory.

    Raises:
        ParseError: a file cannot be read.
        OSError: a file cannot be read, or the database not be written.

    """
    known = NearCopies(least_alike)
    for number, row in enumerate(_rows(inputs, named)):
        known.add(number, _text(row))
    group_of = {n: g for g, members in enumerate(known.groups(smallest)) for n in members[:MOST_COPIES]}
    with closing(sqlite3.connect(database)) as store:
        store.execute("create table copies (grouped integer, id text, source text, text text)")
        for number, row in enumerate(_rows(inputs, named)):
            if number in group_of:
                values = (group_of[number], row.id, row.source, _text(row))
                store.execute("insert into copies values (?, ?, ?, ?)", values)
        store.execute("create index by_group on copies (grouped)")
        store.commit()
        groups = (_group(store, number) for number in range(max(group_of.values(), default=-1) + 1))
        yield from process_map(AgreementProcessor(), groups, processes)


def finding_record(drift: Drift) -> Record:
    """A drift as a row of the schema of findings."""
    return {
        "id": drift.id,
        "rule": RULE,
        "category": "wording",
        "safety": "hint",
        "start": drift.at.start,
        "end": drift.at.end,
        "message": drift.message,
        "quote": drift.said,
        "suggestions": [drift.right],
        "confidence": None,
        "error": None,
    }


def swap_table(found: Counter[tuple[str, str]]) -> str:
    """The swaps as a table, the most frequent first."""
    ordered = sorted(found.items(), key=lambda item: (-item[1], item[0]))
    lines = [f"{wrong}\t{right}\t{count}" for (wrong, right), count in ordered]
    return "\n".join(["wrong\tright\ttimes", *lines]) + "\n"


def count_swaps(group: SiblingGroup) -> Counter[tuple[str, str]]:
    """The swaps in a group."""
    return swaps(group.drifts)


def _group(store: sqlite3.Connection, number: int) -> SiblingGroup:
    rows = store.execute("select id, source, text from copies where grouped = ? order by rowid", (number,))
    return SiblingGroup(tuple(Sibling(*row) for row in rows))


def _rows(inputs: Sequence[DataFile], named: NamedColumns) -> Iterator[CorpusRow]:
    for data in inputs:
        file = data.open(named)
        for batch, _ in file.batches(0, 0):
            yield from file.rows(batch)


def _text(row: CorpusRow) -> str:
    """The text of a row; empty if it has none."""
    text = row.text
    if isinstance(text, bytes):
        text = text.decode("utf-8", "replace")
    return text if isinstance(text, str) and len(text) <= MAX_TEXT else ""
