"""The patch from the new bytes of a file to the old."""

from __future__ import annotations

import zlib
from collections.abc import Callable

from msgspec import Struct

FAST = 1
"""The level of zlib; text shrinks to a half in a hundredth of a second a megabyte."""


class OldBytes(Struct, frozen=True, array_like=True):
    """The packed old bytes of `start` to `end` of the new file."""

    start: int
    end: int
    packed: bytes

    @property
    def data(self) -> bytes:
        """The bytes as they were.

        Raises:
            zlib.error: they are damaged.

        """
        return zlib.decompress(self.packed)


def old_bytes(old: bytes, new: bytes, offset: int = 0) -> OldBytes:
    """The part of old bytes that differs from those at `offset`."""
    shorter = min(len(old), len(new))
    head = _count_equal(lambda size: old[:size] == new[:size], shorter)
    tail = _count_equal(lambda size: old[len(old) - size :] == new[len(new) - size :], shorter - head)
    changed = old[head : len(old) - tail]
    return OldBytes(offset + head, offset + len(new) - tail, zlib.compress(changed, FAST))


def _count_equal(are_equal: Callable[[int], bool], most: int) -> int:
    """The greatest number up to `most` for which bytes are equal."""
    least = 0
    while least < most:
        middle = (least + most + 1) // 2
        if are_equal(middle):
            least = middle
        else:
            most = middle - 1
    return least
