"""Words that engines and spinners substitute, from `wrong_words.toml`."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from enum import StrEnum
from functools import cache
from pathlib import Path

from msgspec import Struct

from newslint.core.toml_tables import read_table

KEY = 3
"""Occurrences that make a term one of the key terms of an article."""


BUDGET = 0.5
"""The most findings per million words of clean news that a pair may raise."""


class Slot(StrEnum):
    """Where a wrong word must occur."""

    ANY = "any"
    """Anywhere, in lower case: no writer of English uses it."""
    DEFINITE = "definite"
    """After “the”, “its” or the like, at the end of its phrase: it refers to something known."""


class WordPair(Struct, frozen=True):
    """A wrong word, the right one, and when to report it.

    The article must mention one of the `topics`, or two where the right word need not occur. The right word
    must occur at least `least` times, and the wrong one only once if it must be `alone`. `sources` are the
    languages whose translations have it, or `spinner`. `rate` is the number of findings per million words of
    clean news.
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
def pairs() -> Mapping[str, tuple[WordPair, ...]]:
    """Every pair, by the wrong word."""
    found: dict[str, list[WordPair]] = defaultdict(list)
    for topic in read_table(Path(__file__).with_suffix(".toml")).values():
        for row in topic["pairs"]:
            topics = frozenset(topic["words"]) - {row["wrong"], row["right"]}
            found[row["wrong"]].append(
                WordPair(
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
def strange() -> Mapping[str, tuple[WordPair, ...]]:
    """The pairs whose wrong word is wrong in its topic."""
    return {wrong: rows for wrong, rows in pairs().items() if any(row.least < KEY for row in rows)}


@cache
def drift_pairs() -> Mapping[str, tuple[WordPair, ...]]:
    """The pairs whose wrong word is wrong next to a key term."""
    return {wrong: rows for wrong, rows in pairs().items() if all(row.least >= KEY for row in rows)}
