"""Groups texts that are near-copies of each other, by MinHash.

A text is known by its distinct words of four letters or more, figures included; a spinner leaves enough of
them. A signature takes half a kilobyte, so a million texts take half a gigabyte.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any
from zlib import crc32

from newslint.corpus.extras import require
from newslint.text.tokens import tokens_of

if TYPE_CHECKING:
    import numpy as np
else:
    np = require("numpy", "newslint corpus siblings", "siblings")

HASHES = 128
ROWS = 4
"""Hashes of a band; texts with an equal band are compared."""
PRIME = (1 << 61) - 1
SHORTEST = 4
LEAST_WORDS = 30
"""Distinct words without which a text is too short to be known by them."""
MOST_IN_BAND = 200
"""Texts of a band that are compared; more have it by chance, or are boilerplate."""


class NearCopies:
    """Collects signatures of texts by number, and groups them."""

    def __init__(self, least: float) -> None:
        """Take the share of words that near-copies have in common."""
        self.least = least
        made = np.random.default_rng(1)
        self._factors = made.integers(1, 1 << 31, HASHES, dtype=np.uint64)
        self._offsets = made.integers(0, 1 << 31, HASHES, dtype=np.uint64)
        self._signatures: list[Any] = []
        self._numbers: list[int] = []

    def add(self, number: int, text: str) -> None:
        """Add a text; a short one is left out."""
        words = {word for word in tokens_of(text).lower if len(word) >= SHORTEST or word[0].isdigit()}
        if len(words) < LEAST_WORDS:
            return
        hashes = np.fromiter((crc32(word.encode("utf-8", "replace")) for word in words), np.uint64)
        mixed = hashes[:, None] * self._factors[None, :] + self._offsets[None, :]
        self._signatures.append(((mixed >> np.uint64(16)) & np.uint64(0xFFFFFFFF)).min(0).astype(np.uint32))
        self._numbers.append(number)

    def groups(self, smallest: int) -> Iterator[list[int]]:
        """Yield the numbers of texts that are near-copies, at least so many."""
        if not self._signatures:
            return
        signatures = np.stack(self._signatures)
        parents = list(range(len(signatures)))
        for start in range(0, HASHES, ROWS):
            for members in _equal(signatures[:, start : start + ROWS]):
                self._join(members, signatures, parents)
        groups = defaultdict(list)
        for member in range(len(parents)):
            groups[_root(parents, member)].append(self._numbers[member])
        yield from (group for group in groups.values() if len(group) >= smallest)

    def _join(self, members: Sequence[int], signatures: Any, parents: list[int]) -> None:  # noqa: ANN401
        """Join the texts that have enough in common with the first."""
        first = members[0]
        for other in members[1:MOST_IN_BAND]:
            one, two = _root(parents, first), _root(parents, other)
            if one != two and (signatures[first] == signatures[other]).mean() >= self.least:
                parents[two] = one


def _equal(band: Any) -> Iterator[Sequence[int]]:  # noqa: ANN401 - an array
    """Yield the texts that have the same band."""
    keys = np.ascontiguousarray(band).view([("", band.dtype)] * band.shape[1]).ravel()
    order = np.argsort(keys, kind="stable")
    ordered = keys[order]
    cuts = np.flatnonzero(ordered[1:] != ordered[:-1]) + 1
    for members in np.split(order, cuts):
        if len(members) > 1:
            yield members.tolist()


def _root(parents: list[int], member: int) -> int:
    while parents[member] != member:
        parents[member] = parents[parents[member]]
        member = parents[member]
    return member
