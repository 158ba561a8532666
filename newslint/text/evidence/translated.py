"""Signs of machine translation: phrases and marks of the original language."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from newslint.core.positions import Place
from newslint.lexicon.translated_phrases import translated_rates
from newslint.text.evidence.sign import Places, Sign, weight_of_repeats

TRANSLATED = 1e-4
"""How often a translated text has a phrase of its language, per word."""
SHARES = (0.1, 0.3, 1.0, 3.0)
"""How many times that is tried."""
RARE = 1e-7
"""Added to the rates of clean news: what was not counted there may occur."""
MOST = 4.0


class Translation(NamedTuple):
    """A probable language of the original, its signs, and their score."""

    language: str
    signs: tuple[Sign, ...]
    score: float


def translation_of(places: Places, words: int) -> Translation:
    """Return the likeliest language of the original, by phrases and marks.

    `words` is the length of the text.
    """
    return max((_weigh(language, places, words) for language in translated_rates()), key=lambda t: t.score)


def translation_score(counts: Mapping[str, int], words: int) -> float:
    """Return what phrases and marks prove at most, by their frequency."""
    known = [(rates, counts.keys() & rates.keys()) for rates in translated_rates().values()]
    return max(
        (
            _likeliest_share({phrase: counts[phrase] for phrase in phrases}, words, rates)[0]
            for rates, phrases in known
            if phrases
        ),
        default=0.0,
    )


def _likeliest_share(
    counts: Mapping[str, int], words: int, rates: Mapping[str, float]
) -> tuple[float, float]:
    """The best score of a language's phrases, and the share behind it."""
    known = [(rates[phrase], weight_of_repeats(count)) for phrase, count in counts.items()]
    return max(
        (
            sum(_weight(rate, share) * repeats for rate, repeats in known)
            - share * TRANSLATED * len(rates) * words,
            share,
        )
        for share in SHARES
    )


def _weigh(language: str, places: Places, words: int) -> Translation:
    rates = translated_rates()[language]
    known = dict(_apart({phrase: places[phrase] for phrase in rates if phrase in places}))
    if not known:
        return Translation(language, (), 0.0)
    score, share = _likeliest_share({phrase: len(at) for phrase, at in known.items()}, words, rates)
    signs = tuple(Sign(p.strip("^<>"), at, _weight(rates[p], share), language) for p, at in known.items())
    return Translation(language, signs, score)


def _apart(places: Places) -> Iterator[tuple[str, tuple[Place, ...]]]:
    """Yield phrases and marks without the places that an earlier one shares."""
    taken: list[Place] = []
    for phrase in sorted(places, key=lambda phrase: (phrase[0] != "<", -len(phrase))):
        free = tuple(place for place in places[phrase] if not any(_overlap(place, other) for other in taken))
        taken += free
        if free:
            yield phrase, free


def _overlap(one: Place, other: Place) -> bool:
    return one.block == other.block and one.at.touches(other.at)


def _weight(rate: float, share: float) -> float:
    return min(math.log1p(share * TRANSLATED / (rate + RARE)), MOST)
