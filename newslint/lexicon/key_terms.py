"""Wrong words for the key terms of the news, from `key_terms.toml` beside this file."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from newslint.tables import read_table


@dataclass(frozen=True, slots=True)
class Stand:
    """A wrong word, the right one, and what must hold for the one to stand for the other.

    One of the `topics` must be spoken of, and the right word be said at least so often.
    """

    wrong: str
    right: str
    topics: frozenset[str]
    least: int


LEAST = {"wrong": 3, "verb": 1}
"""How often the article must say the right word, by what kind of word the wrong one is."""


@cache
def stands() -> Mapping[str, tuple[Stand, ...]]:
    """Every pair, by the wrong word."""
    table = read_table(Path(__file__).with_suffix(".toml"))
    found: dict[str, list[Stand]] = defaultdict(list)
    for topic in table.values():
        for right, kinds in topic["terms"].items():
            for kind, least in LEAST.items():
                for wrong in kinds.get(kind, ()):
                    topics = frozenset(topic["words"]) - {wrong, right}
                    found[wrong].append(Stand(wrong, right, topics, least))
    return {wrong: tuple(pairs) for wrong, pairs in found.items()}
