"""Separate parts of the corpora for training, fitting and measuring.

An article belongs to a part by a checksum of its text, a pair of phrases by one of its words, so that a part
does not depend on the rest of a set.
"""

from __future__ import annotations

from collections.abc import Iterable
from zlib import crc32

QUARTERS = 4
Article = tuple[str, ...]
Pair = tuple[str, str]


def quarter(text: str) -> int:
    """The quarter that a text belongs to."""
    return crc32(text.encode()) % QUARTERS


def halves(texts: Iterable[Article]) -> tuple[list[Article], list[Article]]:
    """Split articles into those for training and those for measuring."""
    found: tuple[list[Article], list[Article]] = ([], [])
    for text in texts:
        found[quarter("\n".join(text)) // 2].append(text)
    return found


def part(texts: Iterable[Article], quarters: Iterable[int]) -> list[Article]:
    """The articles of some quarters."""
    return [text for text in texts if quarter("\n".join(text)) in quarters]


def pairs_of(pairs: Iterable[Pair], quarters: Iterable[int]) -> list[Pair]:
    """The pairs of phrases in some quarters."""
    return [pair for pair in pairs if quarter(" ".join(pair)) in quarters]
