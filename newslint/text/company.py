"""The words of an article in their company, and what speaks for each of the neighbours of a word there."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from heapq import nlargest
from math import log

from newslint.patterns import REMEMBERED
from newslint.text.house_words import Words
from newslint.text.terms import lemma_of
from newslint.text.tokens import STOP, Tokens

SHORTEST = 4
"""Letters of a word that may be unlikely."""
ATTESTED = 8
"""A word that the archive has so often between these two words is where it belongs."""
USUAL = 64
"""The same, next to each of them."""
JUDGED = 4
"""Of the neighbours, those that fit best at first sight are looked at closely."""
FRAME = 2
"""Words around two that agree make it the same phrase."""
FARTHEST = 6
"""How far the company of two words is compared."""
ENDS = ("ing", "ed", "e")

Features = tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Proposal:
    """A word that a neighbour may have to stand for; `features` are what speaks for and against it."""

    number: int
    right: str
    features: Features


@dataclass(frozen=True, slots=True)
class _Place:
    """Two words on each side of one, and how often each of these stands in the archive."""

    word: str
    before: tuple[str, str]
    after: tuple[str, str]


class Company:
    """The words of an article, each in its company."""

    def __init__(self, read: Tokens, words: Words) -> None:
        """Look at an article with an archive’s eyes."""
        self.words = words
        self._known: dict[tuple[str, ...], int] = {}
        self.capitals = read.capitals
        self.forms = read.named(self._count)

    def proposals(self) -> Iterator[list[Proposal]]:
        """For each word that has neighbours which fit somehow, the best of these."""
        return filter(None, map(self.at, range(len(self.forms))))

    def at(self, number: int) -> list[Proposal]:
        """The neighbours of one word that fit in its place somehow; none for a name."""
        form = self.forms[number]
        if len(form) < SHORTEST or self.capitals[number]:
            return []
        near = self.words.neighbours(form)
        return self._of(number, near) if near else []

    def said(self, form: str) -> int | None:
        """The number of the first word of the article that is a form of this one."""
        return next(iter(self._stems.get(stem(form), ())), None)

    def _of(self, number: int, near: tuple[str, ...]) -> list[Proposal]:
        place = self._place(number)
        (_, left), (right, _) = place.before, place.after
        if min(self._count((left, place.word)), self._count((place.word, right))) >= USUAL:
            return []
        if self._count((left, place.word, right)) >= ATTESTED:
            return []
        fitting, known = [], self._count((place.word,)) > 0
        for rank, form in enumerate(near):
            if stem(form) == stem(place.word):
                continue
            before, after = self._count((left, form)), self._count((form, right))
            said = self._stems.get(stem(form), ())
            if (before or after or said) if known else self._framed(number, form, said):
                fitting.append((before.bit_length() + after.bit_length() + 3 * len(said[:5]), -rank, form))
        if not fitting:
            return []
        about = self._about_word(place, len(near))
        return [
            Proposal(number, form, about + self._about_neighbour(number, place, form, -rank))
            for _, rank, form in nlargest(JUDGED, fitting)
        ]

    def _place(self, number: int) -> _Place:
        row = self.forms
        after = row[number + 1 : number + 3]
        return _Place(
            row[number],
            (row[number - 2] if number > 1 else STOP, row[number - 1]),
            (after[0] if after else STOP, after[1] if len(after) > 1 else STOP),
        )

    def _about_word(self, place: _Place, neighbours: int) -> Features:
        """What speaks for the word itself."""
        (_, left), (right, _) = place.before, place.after
        often = self._count((place.word,))
        again = len(self._stems[stem(place.word)]) - 1
        beside = (self._pairs[left, place.word] > 1) + (self._pairs[place.word, right] > 1)
        fit = self._fit(place, place.word)
        rarity = _log(often)
        return (
            rarity,
            rarity * rarity / 10,
            float(often == 0),
            float(again > 0),
            log(1 + again),
            float(beside > 0),
            *fit,
            float(fit[0] == fit[1] == _log(0)),
            _log(self._count((left,))),
            _log(self._count((right,))),
            log(1 + neighbours),
            log(len(place.word)),
        )

    def _about_neighbour(self, number: int, place: _Place, form: str, rank: int) -> Features:
        """What speaks for another word in its place."""
        (_, left), (right, _) = place.before, place.after
        often, said = _log(self._count((form,))), self._stems.get(stem(form), ())
        fit = self._fit(place, form)
        return (
            often,
            often * often / 10,
            *fit,
            float(min(fit[:2]) > _log(0)),
            float(fit[5] > _log(0)),
            float(bool(said)),
            log(1 + len(said)),
            log(1 + self._own[form]),
            float((left, form) in self._pairs),
            float((form, right) in self._pairs),
            float(max((self._shared(number, other) for other in said), default=0)),
            log(1 + rank),
            log(1 + self.words.wanted(form)),
            float(form[:3] == place.word[:3]),
        )

    def _fit(self, place: _Place, form: str) -> Features:
        """How often a form stands in this company, next to what chance would have, and in rows of three."""
        (farther, left), (right, beyond) = place.before, place.after
        often = self._count((form,))
        before, after = self._count((left, form)), self._count((form, right))
        chance = often / max(self.words.size, 1)
        return (
            _log(before),
            _log(after),
            _log(before) - log(0.5 + chance * self._count((left,))),
            _log(after) - log(0.5 + chance * self._count((right,))),
            _log(before and self._count((farther, left, form))),
            _log(before and after and self._count((left, form, right))),
            _log(after and self._count((form, right, beyond))),
        )

    def _framed(self, number: int, form: str, said: Iterable[int]) -> bool:
        """Whether a form stands in the same phrase in the archive, or at one of some places of the article.

        Then even a word may be doubted that the archive does not know.
        """
        place = self._place(number)
        if self._count((place.before[1], form, place.after[0])):
            return True
        return any(self._shared(number, other) >= FRAME for other in said)

    def _shared(self, one: int, other: int) -> int:
        """How many words in a row around two places agree, on both sides together."""
        row, shared = self.forms, 0
        for step in (-1, 1):
            for distance in range(step, step * (FARTHEST + 1), step):
                here, there = one + distance, other + distance
                if min(here, there) < 0 or max(here, there) >= len(row) or row[here] != row[there]:
                    break
                shared += 1
        return shared

    def _count(self, ngram: tuple[str, ...]) -> int:
        count = self._known.get(ngram)
        if count is None:
            count = self._known[ngram] = self.words.count(ngram)
        return count

    @cached_property
    def _own(self) -> Counter[str]:
        return Counter(self.forms)

    @cached_property
    def _pairs(self) -> Counter[tuple[str, str]]:
        return Counter(zip(self.forms, self.forms[1:], strict=False))

    @cached_property
    def _stems(self) -> dict[str, list[int]]:
        """Where the words of each stem stand."""
        found: dict[str, list[int]] = defaultdict(list)
        for number, form in enumerate(self.forms):
            found[stem(form)].append(number)
        return dict(found)


@lru_cache(100 * REMEMBERED)
def stem(form: str) -> str:
    """What the forms of a word have in common, by spelling alone."""
    lemma = lemma_of(form)
    for end in ENDS:
        if len(lemma) > len(end) + 3 and lemma.endswith(end):
            return lemma[: -len(end)]
    return lemma


def _log(count: int) -> float:
    """The logarithm of a count, with a half for what may have been missed."""
    return log(count + 0.5)
