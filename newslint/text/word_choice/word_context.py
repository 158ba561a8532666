"""The words of an article in context, with features of their neighbours."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from heapq import nlargest
from math import log

from newslint.core.patterns import REMEMBERED
from newslint.text.terms import lemma_of
from newslint.text.word_choice.archive_words import ArchiveWords, WordRelation
from newslint.text.word_choice.likelihood import Likelihood
from newslint.text.word_choice.word_tokens import STOP, Tokens

SHORTEST = 4
"""Letters of a word that may be unlikely."""
ATTESTED = 2
"""A word that the archive has so often between these two words is where it belongs."""
DEFAULT_OPTIONS = 8
"""The same, next to each of them. Of the words that are doubted in the end one in a hundred is left out by
these two, of all words every fourth."""
OUTDONE = 1.0
"""How much likelier all neighbours together must be than the word, as a logarithm, to be looked at closely;
of the words that are doubted in the end a hundredth would be left out by it."""
JUDGED = 5
"""Of the neighbours, so many that fit best at first sight are looked at closely."""
SAID, FAR = 0.9, 0.15
"""At first sight: what it counts that the article says a neighbour, and that others are nearer."""
FRAME = 2
"""Words around two that agree make it the same phrase."""
FARTHEST = 6
"""How far the company of two words is compared."""
ENDS = ("ing", "ed", "e")

Features = tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Proposal:
    """A word that may replace a neighbour; `features` are the evidence."""

    number: int
    right: str
    features: Features


@dataclass(frozen=True, slots=True)
class _WordPlace:
    """A word by its number, with the two on each side."""

    number: int
    word: str
    farther: str
    left: str
    right: str
    beyond: str


@dataclass(frozen=True, slots=True)
class _Sight:
    """A neighbour at first sight: how well it fits, and its rank."""

    fit: float
    likely: float
    rank: int
    form: str
    kin: WordRelation


class WordContext:
    """The words of an article, each in its company."""

    def __init__(self, read: Tokens, words: ArchiveWords) -> None:
        """Look at an article with an archive’s eyes."""
        self.words = words
        self._likely = Likelihood(words)
        self._count = self._likely.count
        self.capitals = read.capitals
        self.forms = read.named(self._count)

    def proposals(self) -> Iterator[list[Proposal]]:
        """For each word, the best of the neighbours that fit better."""
        return filter(None, map(self.at, range(len(self.forms))))

    def at(self, number: int) -> list[Proposal]:
        """The neighbours of a word that may fit better; none for names."""
        form = self.forms[number]
        if len(form) < SHORTEST or self.capitals[number]:
            return []
        near = self.words.neighbours(form)
        if not near:
            return []
        place = self._place(number)
        beside = self._count((place.left, form)), self._count((form, place.right))
        if min(beside) >= DEFAULT_OPTIONS or self._count((place.left, form, place.right)) >= ATTESTED:
            return []
        seen = self._at_first_sight(place, near)
        together = sum(sight.likely for sight in seen)
        (likely,) = self._likely.between(place.left, (form,), place.right)
        if together <= 0 or log(together / likely) < OUTDONE:
            return []
        return self._closely(place, seen, likely, together)

    def said(self, form: str) -> int | None:
        """The article's first word that is a form of this one."""
        return next(iter(self._stems.get(stem(form), ())), None)

    def _place(self, number: int) -> _WordPlace:
        row = self.forms
        after = (*row[number + 1 : number + 3], STOP, STOP)
        before = (STOP, STOP, *row[max(number - 2, 0) : number])
        return _WordPlace(number, row[number], *before[-2:], *after[:2])

    def _at_first_sight(self, place: _WordPlace, near: tuple[tuple[str, WordRelation], ...]) -> list[_Sight]:
        """The neighbours that are other words, and how each fits."""
        own = stem(place.word)
        others = [(rank, form, kin, stem(form)) for rank, (form, kin) in enumerate(near)]
        others = [other for other in others if other[3] != own]
        likely = self._likely.between(place.left, (form for _, form, _, _ in others), place.right)
        seen = []
        for (rank, form, kin, root), chance in zip(others, likely, strict=True):
            said = self._stems.get(root)
            fit = log(chance) + (SAID * log(1 + len(said)) if said else 0) - FAR * log(1 + rank)
            seen.append(_Sight(fit, chance, rank, form, kin))
        return seen

    def _closely(
        self, place: _WordPlace, seen: list[_Sight], likely: float, together: float
    ) -> list[Proposal]:
        known = self._count((place.word,)) > 0
        best = nlargest(
            JUDGED,
            (sight for sight in seen if known or self._framed(place, sight.form)),
            key=lambda sight: sight.fit,
        )
        if not best:
            return []
        own = self._features(place, place.word)
        about = (
            log(together / likely),
            sum(sight.likely > likely for sight in seen) / len(seen),
            log(1 + len(seen)),
            _log(self._count((place.left,))),
            _log(self._count((place.right,))),
            self._strange,
        )
        proposals = []
        for sight in best:
            other = self._features(place, sight.form)
            between = (
                float(sight.kin),
                log(1 + sight.rank),
                log(sight.likely / likely),
                log(sight.likely / together),
                *(new - old for new, old in zip(other[:4], own[:4], strict=True)),
                float(sight.form[:3] == place.word[:3]),
                float(sight.form[-2:] == place.word[-2:]),
            )
            proposals.append(Proposal(place.number, sight.form, own + other + about + between))
        return proposals

    def _features(self, place: _WordPlace, form: str) -> Features:
        """The evidence for a form here: archive, article, then the word itself."""
        three = self._likely.of_three
        row = (
            log(three(place.farther, place.left, form)),
            log(three(place.left, form, place.right)),
            log(three(form, place.right, place.beyond)),
        )
        often, chance = self._count((form,)), self._likely.of_one(form)
        said = [number for number in self._stems.get(stem(form), ()) if number != place.number]
        here = form == place.word
        return (
            *row,
            sum(row),
            self._beside(place.left, form, chance * self._count((place.left,))),
            self._beside(form, place.right, chance * self._count((place.right,))),
            _log(often),
            float(bool(said)),
            log(1 + len(said)),
            float(self._own[form] > here),
            float(self._pairs[place.left, form] > here),
            float(self._pairs[form, place.right] > here),
            float(max((self._shared(place.number, other) for other in said), default=0)),
            log(len(form)),
            log(1 + self.words.wanted(form)),
        )

    def _beside(self, one: str, other: str, chance: float) -> float:
        """How much more often than by chance two words are adjacent."""
        return _log(self._count((one, other))) - log(0.5 + chance)

    def _framed(self, place: _WordPlace, form: str) -> bool:
        """Whether a form is known between these words, here or there.

        Then even a word may be doubted that the archive does not know.
        """
        if self._count((place.left, form)) and self._count((form, place.right)):
            return True
        said = self._stems.get(stem(form), ())
        return any(self._shared(place.number, other) >= FRAME for other in said)

    def _shared(self, one: int, other: int) -> int:
        """How many adjoining words agree around two places, on both sides."""
        row, shared = self.forms, 0
        for step in (-1, 1):
            for distance in range(step, step * (FARTHEST + 1), step):
                here, there = one + distance, other + distance
                if min(here, there) < 0 or max(here, there) >= len(row) or row[here] != row[there]:
                    break
                shared += 1
        return shared

    @cached_property
    def _strange(self) -> float:
        """The logarithm of the article's share unknown to the archive."""
        unknown = sum(not self._count((form,)) for form in self.forms)
        return log(0.001 + unknown / len(self.forms))

    @cached_property
    def _own(self) -> Counter[str]:
        return Counter(self.forms)

    @cached_property
    def _pairs(self) -> Counter[tuple[str, str]]:
        return Counter(zip(self.forms, self.forms[1:], strict=False))

    @cached_property
    def _stems(self) -> dict[str, list[int]]:
        """The positions of the words of each stem."""
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
    """The logarithm of a count plus a half, for what was missed."""
    return log(count + 0.5)
