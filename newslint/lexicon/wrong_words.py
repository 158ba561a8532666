"""Words that engines and spinners put for the words of the news, from `wrong_words.toml` beside this file."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path

from newslint.core.toml_tables import read_table

KEY = 3
"""A term that an article says so often is one of its key terms."""


BUDGET = 0.5
"""Findings per million words of clean news that a pair may raise at most."""


class Slot(StrEnum):
    """Where a wrong word must stand."""

    ANY = "any"
    """Anywhere, in small letters: no writer of English uses it."""
    DEFINITE = "definite"
    """After “the”, “its” or the like, at the end of its phrase: it stands for something known."""


@dataclass(frozen=True, slots=True)
class Pair:
    """A wrong word, the right one, and what must hold for the one to stand for the other.

    One of the `topics` must be spoken of, two where the right word need not stand at all; the right word be
    said at `least` so often; and the wrong one stand but once, if it must be `alone`. `sources` are the
    languages whose translations have it, or `spinner`. `rate` is how often the pair was found in clean
    news, per million words.
    """

    wrong: str
    right: str
    topics: frozenset[str]
    slot: Slot
    least: int
    alone: bool
    sources: tuple[str, ...]
    rate: float


@cache
def pairs() -> Mapping[str, tuple[Pair, ...]]:
    """Every pair, by the wrong word."""
    found: dict[str, list[Pair]] = defaultdict(list)
    for topic in read_table(Path(__file__).with_suffix(".toml")).values():
        for row in topic["pairs"]:
            topics = frozenset(topic["words"]) - {row["wrong"], row["right"]}
            found[row["wrong"]].append(
                Pair(
                    wrong=row["wrong"],
                    right=row["right"],
                    topics=topics,
                    slot=Slot(row["slot"]),
                    least=row["least"],
                    alone=row["alone"],
                    sources=tuple(row["sources"].split()),
                    rate=row["rate"],
                )
            )
    return {wrong: tuple(rows) for wrong, rows in found.items()}


@cache
def strange() -> Mapping[str, tuple[Pair, ...]]:
    """The pairs of words that are wrong in their topic, whatever its key terms are."""
    return {wrong: rows for wrong, rows in pairs().items() if any(row.least < KEY for row in rows)}


@cache
def drifting() -> Mapping[str, tuple[Pair, ...]]:
    """The pairs of words that are wrong only beside a key term of the article."""
    return {wrong: rows for wrong, rows in pairs().items() if all(row.least >= KEY for row in rows)}
