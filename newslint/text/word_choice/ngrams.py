"""Counts of word sequences in few bytes, without the words.

A table keeps only a mark of each sequence.
"""

from __future__ import annotations

import sys
from array import array
from collections.abc import Iterable
from dataclasses import dataclass
from zlib import crc32

SLOTS = 1 << 22
"""Of 16 bits each: twelve bits of a mark, and four of the count's binary logarithm. Half of them would
hold what ten million words say more than once."""
BUCKET = 8
"""Slots among which a sequence may lie."""
FULL = 0.8
"""How much of a table is filled; beyond that many a bucket would overflow."""
LARGEST_LOG = 15
MARK = 0xFFF0
"""The bits of a slot that are the mark: those of a code that the place does not tell, never all zero, as an
empty slot is."""


@dataclass(frozen=True)
class Ngrams:
    """A packed table of sequences; what it has not kept counts 0.

    A sequence that was never put in is taken for another in about one of five hundred cases.
    """

    slots: array[int]

    def count(self, ngram: tuple[str, ...]) -> int:
        """How often a sequence occurred, rounded down to a power of two."""
        code = crc32(" ".join(ngram).encode())
        at = code % (len(self.slots) // BUCKET) * BUCKET
        mark = (code >> 20 or 1) << 4
        for slot in self.slots[at : at + BUCKET]:
            if slot & MARK == mark:
                return 1 << (slot & 15)
            if not slot:
                break
        return 0

    def packed(self) -> bytes:
        """The table as bytes, the low one of each slot first."""
        return _little(self.slots).tobytes()


def unpacked(data: bytes) -> Ngrams:
    """The table that `packed` wrote."""
    slots = array("H")
    slots.frombytes(data)
    return Ngrams(_little(slots))


def pack(ngrams: Iterable[tuple[str, int]], slots: int = SLOTS) -> Ngrams:
    """A table of sequences with counts; the first are kept.

    Words are joined by spaces; later sequences are dropped where not all fit.
    """
    table = array("H", bytes(2 * slots))
    for ngram, count in ngrams:
        code = crc32(ngram.encode())
        at = code % (slots // BUCKET) * BUCKET
        mark = (code >> 20 or 1) << 4
        for place in range(at, at + BUCKET):
            if not table[place]:
                table[place] = mark | min(count.bit_length() - 1, LARGEST_LOG)
                break
            if table[place] & MARK == mark:
                break
    return Ngrams(table)


def _little(slots: array[int]) -> array[int]:
    if sys.byteorder == "big":
        slots = slots[:]
        slots.byteswap()
    return slots
