"""Quotation marks of a whole article, paired."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from newslint.model import Place, Range


@dataclass(frozen=True, slots=True)
class Quotation:
    """Something quoted: its marks and what stands between them.

    `closing` is None when no mark closes it; then `closes_at` is the empty place where one should
    stand, or None when that cannot be told. `inner` has one place a block, marks excluded. `depth`
    is 0 for a quotation that stands in none other.
    """

    opening: Place
    closing: Place | None
    closes_at: Place | None
    inner: tuple[Place, ...]
    depth: int = 0


@dataclass(frozen=True)
class Quotes:
    """All quotations of an article, and closing marks that nothing opened."""

    quotations: tuple[Quotation, ...] = ()
    unopened: tuple[Place, ...] = ()

    @property
    def unclosed(self) -> tuple[Quotation, ...]:
        """Quotations that no mark closes."""
        return tuple(q for q in self.quotations if q.closing is None)

    def touches(self, block: int, at: Range) -> bool:
        """Whether any part of a range, or an empty one, stands between quotation marks."""
        return any(
            (place.at.start < at.end and at.start < place.at.end)
            or (at.start == at.end and place.at.start <= at.start <= place.at.end)
            for place in self._inner.get(block, ())
        )

    @cached_property
    def _inner(self) -> dict[int, list[Place]]:
        inner: dict[int, list[Place]] = {}
        for quotation in self.quotations:
            for place in quotation.inner:
                inner.setdefault(place.block, []).append(place)
        return inner


def pair_quotes(texts: Sequence[str], *, continued: bool = True) -> Quotes:
    """Pair the marks of all blocks; empty texts are gaps and count for nothing."""
    return Quotes()
