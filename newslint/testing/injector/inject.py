"""Damages articles, variant by variant, the same way for the same seed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from random import Random

from newslint.testing.injector.model import Outcome
from newslint.testing.injector.registry import Variant

TRIES_EACH, TRIES = 40, 200
"""Articles tried for each outcome wanted, and in addition, before a variant is given up."""


def inject(variant: Variant, articles: Sequence[str], seed: int, wanted: int) -> Iterator[Outcome]:
    """Yield up to `wanted` outcomes of a variant, each from another article."""
    chance = Random(f"{seed} {variant.name}")  # noqa: S311 - the same seed must give the same damage
    order = list(range(len(articles)))
    chance.shuffle(order)
    for number in order[: TRIES_EACH * wanted + TRIES]:
        if not wanted:
            return
        outcome = variant(articles[number], chance)
        if outcome is not None:
            wanted -= 1
            yield outcome
