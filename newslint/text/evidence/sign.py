"""A sign: something in an article that clean news hardly has."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping
from itertools import islice
from typing import TYPE_CHECKING

from msgspec import Struct

from newslint.core.positions import Place
from newslint.text.phrase_index import PhraseIndex

if TYPE_CHECKING:
    from newslint.text.document import Block

Places = Mapping[str, tuple[Place, ...]]
"""Where each phrase is."""

SHOWN = 6
"""Signs that a list of reasons names."""


class Sign(Struct, frozen=True):
    """A phrase or mark with its places, and how much it proves.

    `weight` is the logarithm of how much more likely damaged copy has it than clean copy. The second time it
    proves less, as what is said once is said again.
    """

    name: str
    places: tuple[Place, ...]
    weight: float
    language: str = ""

    @property
    def total(self) -> float:
        """What all its places prove."""
        return self.weight * weight_of_repeats(len(self.places))


def weight_of_repeats(times: int) -> float:
    """How much more several occurrences prove than one."""
    return 1 + math.log(times)


def places_of_phrases(blocks: Iterable[Block], index: PhraseIndex) -> Places:
    """Return the places of phrases outside quotation marks."""
    found: defaultdict[str, list[Place]] = defaultdict(list)
    for block in blocks:
        for phrase, at in index.find(block.text):
            if not block.is_quoted(at):
                found[phrase].append(Place(block.index, at))
    return {phrase: tuple(places) for phrase, places in found.items()}


def reasons(signs: Iterable[Sign]) -> str:
    """The first signs in words: “7 × mentioned, 4 × stated”."""
    return ", ".join(
        f"{len(sign.places)} × {sign.name}" if len(sign.places) > 1 else sign.name
        for sign in islice(signs, SHOWN)
    )
