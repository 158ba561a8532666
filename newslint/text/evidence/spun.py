"""Signs of a spinner: words that it puts in place of others.

A spinner that swaps one word swaps hundreds. The likelihood of an article with some share of its words
swapped is compared with that of clean news; the rates of both were counted.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from functools import cache

from newslint.lexicon.spun_words import spun_rates
from newslint.text.evidence.sign import Places, Sign, weight_of_repeats

SHARES = (0.02, 0.05, 0.1, 0.2, 0.4)
"""The shares of swapped words that are tried."""
MOST = 4.0
"""The most that a word proves: one that no clean article has may be a new one."""


def spun_signs(places: Places, words: int) -> tuple[tuple[Sign, ...], float]:
    """Return which phrases are a spinner's, and what they prove together.

    `words` is the length of the text. Synonyms and frequent phrases come from different spinners, and are
    weighed apart.
    """
    signs: list[Sign] = []
    total = 0.0
    counts = {phrase: len(found) for phrase, found in places.items()}
    for family in _families():
        score, share = _likeliest_share(counts, words, family)
        known = {phrase: found for phrase, found in places.items() if phrase in family}
        signs += (Sign(phrase, found, _weight(phrase, share)) for phrase, found in known.items())
        total += max(score, 0.0)
    return tuple(signs), total


def spun_score(counts: Mapping[str, int], words: int) -> float:
    """Return what phrases prove together, by their frequency in a text."""
    return sum(max(_likeliest_share(counts, words, family)[0], 0.0) for family in _families())


def _likeliest_share(counts: Mapping[str, int], words: int, family: frozenset[str]) -> tuple[float, float]:
    """The log-likelihood of spinning, and the likeliest share of swapped words."""
    known = [(phrase, weight_of_repeats(count)) for phrase, count in counts.items() if phrase in family]
    return max(
        (
            sum(_weight(phrase, share) * repeats for phrase, repeats in known)
            - share * words * _swap_rate(family),
            share,
        )
        for share in SHARES
    )


@cache
def _weight(phrase: str, share: float) -> float:
    rate = spun_rates()[phrase]
    return min(math.log1p(share * rate.spun / rate.clean), MOST)


@cache
def _families() -> tuple[frozenset[str], ...]:
    """The synonyms of a thesaurus, and the phrases whose originals are known."""
    known = frozenset(phrase for phrase, rate in spun_rates().items() if rate.originals)
    return frozenset(spun_rates()) - known, known


@cache
def _swap_rate(family: frozenset[str]) -> float:
    """The share of a family's words in a wholly spun text."""
    return sum(spun_rates()[phrase].spun for phrase in family)
