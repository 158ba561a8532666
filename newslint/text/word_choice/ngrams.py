"""A compact table of word sequence counts.

It stores a fingerprint of each sequence, not the words.
"""

from __future__ import annotations

import sys
from array import array
from collections.abc import Iterable, Sequence
from zlib import crc32

from msgspec import Struct

SLOTS = 1 << 22
"""Slots of 16 bits: twelve bits of a fingerprint, and four of the count's binary logarithm. Half of them
would hold all repeated sequences of ten million words."""
BUCKET = 8
"""Slots in which a sequence may be stored."""
FULL = 0.8
"""The maximum load; beyond it, many buckets would overflow."""
LARGEST_LOG = 15
MARK = 0xFFF0
"""The bits of a slot that hold the fingerprint; it is never zero, which marks an empty slot."""


class Ngrams(Struct, frozen=True):
    """A compact table of sequences; missing ones count 0.

    About one in five hundred missing sequences is mistaken for another.
    """

    slots: Sequence[int]

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

    def to_bytes(self) -> bytes:
        """The table as little-endian bytes."""
        return _little(array("H", self.slots)).tobytes()


def unpack_table(data: bytes) -> Ngrams:
    """Read the table that `to_bytes` wrote."""
    slots = array("H")
    slots.frombytes(data)
    return Ngrams(_little(slots))


def pack(ngrams: Iterable[tuple[str, int]], slots: int = SLOTS) -> Ngrams:
    """Build a table of sequences with counts.

    Words are joined by spaces; later sequences are dropped if not all fit.
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
