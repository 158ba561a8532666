"""The parts of the corpora that stay apart: what teaches, what weights are fitted on, what is measured with.

An article belongs to a part by a checksum of its text, a pair of phrases by one of its words; so a part stays
what it is whatever else a set holds.
"""

from __future__ import annotations

from collections.abc import Iterable
from zlib import crc32

QUARTERS = 4
Article = tuple[str, ...]
Pair = tuple[str, str]


def quarter(text: str) -> int:
    """Which of four parts a text is in."""
    return crc32(text.encode()) % QUARTERS


def halves(texts: Iterable[Article]) -> tuple[list[Article], list[Article]]:
    """The articles that teach, and those to measure with."""
    found: tuple[list[Article], list[Article]] = ([], [])
    for text in texts:
        found[quarter("\n".join(text)) // 2].append(text)
    return found


def pairs_of(pairs: Iterable[Pair], quarters: Iterable[int]) -> list[Pair]:
    """The wrong phrases and right ones of some parts."""
    return [pair for pair in pairs if quarter(" ".join(pair)) in quarters]
