"""The words of an article in context, with features of their neighbours."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from functools import cached_property, lru_cache
from heapq import nlargest
from itertools import groupby
from math import log
from operator import ne

from msgspec import Struct

from newslint.core.patterns import REMEMBERED
from newslint.lexicon.classes import words_of
from newslint.text.terms import lemma_of
from newslint.text.word_choice.archive_words import ArchiveWords, WordRelation
from newslint.text.word_choice.likelihood import Likelihood
from newslint.text.word_choice.word_tokens import STOP, WordTokens

SHORTEST = 4
"""Minimum letters of a word that may be unlikely."""
MIN_GAIN = 9.0
"""How much better than the word, as a logarithm, a neighbour must fit at first sight to be examined closely.

It skips nine in ten words of clean copy, and one in thirty that would be doubted in the end."""
MAX_PROPOSALS = 3
"""The number of neighbours, best at first sight, that are examined closely."""
FIRST_USE_WEIGHT, DISTANCE_WEIGHT, COLLOCATE_WEIGHT = 0.9, 0.15, 1.0
"""At first sight: bonus for a neighbour in the article, penalty for each nearer neighbour, and bonus for each
content word around the place that it goes with."""
FIXED = 4.0
"""The logarithm of how much more often than by chance the words of a fixed phrase are adjacent."""
FRAME = 2
"""Words in common around two words that make a phrase the same."""
WINDOW = 5
"""Content words before and after a word that are its company."""
FARTHEST = 6
"""Words around two words that are compared."""
ENDS = ("ing", "ed", "e")

Features = tuple[float, ...]


class Proposal(Struct, frozen=True):
    """A word that may replace a neighbour; `features` are the evidence."""

    number: int
    right: str
    features: Features


class _WordPlace(Struct, frozen=True):
    """A word by its number, with the two on each side."""

    number: int
    word: str
    farther: str
    left: str
    right: str
    beyond: str

    @property
    def around(self) -> tuple[str, str, str, str]:
        """The words before and after it."""
        return self.farther, self.left, self.right, self.beyond


class _Neighbour(Struct, frozen=True):
    """A form that could replace another, with its rank and its stem."""

    form: str
    kin: WordRelation
    rank: int
    stem: str


class _Neighbourhood(Struct, frozen=True):
    """The neighbours of a form, by themselves and by their stems."""

    by_form: Mapping[str, _Neighbour]
    by_stem: Mapping[str, list[_Neighbour]]


class _Sight(Struct, frozen=True):
    """A neighbour at first sight: how well it fits."""

    fit: float
    likely: float
    neighbour: _Neighbour


class WordContext:
    """The words of an article in context."""

    def __init__(self, read: WordTokens, words: ArchiveWords) -> None:
        """Take an article and a model of news."""
        self.words = words
        self._likely = Likelihood(words)
        self._count = self._likely.count
        self.capitals = read.capitals
        self.forms = read.with_name_tokens(self._count)

    def proposals(self) -> Iterator[list[Proposal]]:
        """For each word, the best of the neighbours that fit better."""
        trusted = self.words.trusted
        for number, (form, capital) in enumerate(zip(self.forms, self.capitals, strict=True)):
            if (
                form not in trusted
                and not capital
                and len(form) >= SHORTEST
                and (found := self._examine(number))
            ):
                yield found

    def at(self, number: int) -> list[Proposal]:
        """The neighbours of a word that may fit better; none for names."""
        form = self.forms[number]
        doubtful = len(form) >= SHORTEST and not self.capitals[number] and form not in self.words.trusted
        return self._examine(number) if doubtful else []

    def _examine(self, number: int) -> list[Proposal]:
        form = self.forms[number]
        near = _neighbours(self.words, form)
        if not near.by_form or self._is_attested(number, form):
            return []
        place = self._place(number)
        fitting = self._fitting(place, near)
        if not fitting:
            return []
        (likely,) = self._likely.between(place.left, (form,), place.right)
        seen = self._at_first_sight(place, fitting, MIN_GAIN + log(likely))
        return self._closely(place, seen, likely) if seen else []

    def first_use(self, form: str) -> int | None:
        """The number of the article's first word with the same stem."""
        return next(iter(self._stems.get(stem(form), ())), None)

    def partner(self, number: int, form: str) -> int | None:
        """The number of an adjacent word in a fixed phrase, if any."""
        place = self._place(number)
        _, before, after, _ = self.words.goes_with(form, place.around)
        found = [
            (self._beside_by_chance(one, other), at)
            for goes, one, other, at in (
                (before, place.left, form, number - 1),
                (after, form, place.right, number + 1),
            )
            if goes
        ]
        strength, at = max(found, default=(0.0, number))
        return at if strength >= FIXED else None

    def _beside_by_chance(self, one: str, other: str) -> float:
        return self._beside(one, other, self._likely.of_one(other) * self._count((one,)))

    def _place(self, number: int) -> _WordPlace:
        row = self.forms
        after = (*row[number + 1 : number + 3], STOP, STOP)
        before = (STOP, STOP, *row[max(number - 2, 0) : number])
        return _WordPlace(number, row[number], *before[-2:], *after[:2])

    def _is_attested(self, number: int, form: str) -> bool:
        """Whether a word is known next to its adjacent words."""
        words, left, right = self.words, self.forms[number - 1], self.forms[number + 1]
        if words.count((form, right)):
            return right not in words.grammar or words.count((left, form)) > 0
        return left not in words.grammar and words.count((left, form)) > 0

    def _fitting(self, place: _WordPlace, near: _Neighbourhood) -> dict[str, tuple[_Neighbour, int]]:
        """The neighbours that may fit, with the content words around them.

        Those are what news has near the content words around, and what the article uses elsewhere.
        """
        found = {
            form: (near.by_form[form], times)
            for form, times in self.words.collocates(place.word, place.around).items()
            if form in near.by_form
        }
        for root in near.by_stem.keys() & self._stems.keys():
            for neighbour in near.by_stem[root]:
                if neighbour.form not in found and self._is_known(place, neighbour.form):
                    found[neighbour.form] = neighbour, 0
        return found

    def _is_known(self, place: _WordPlace, form: str) -> bool:
        """Whether a form is known next to one of the words."""
        count = self.words.count
        return bool(count((form, place.right)) or count((place.left, form)))

    def _at_first_sight(
        self, place: _WordPlace, fitting: Mapping[str, tuple[_Neighbour, int]], least: float
    ) -> list[_Sight]:
        """The neighbours that fit at least so well."""
        likely = self._likely.between(place.left, fitting, place.right)
        seen = []
        for (neighbour, times), chance in zip(fitting.values(), likely, strict=True):
            said = self._stems.get(neighbour.stem)
            fit = (
                log(chance)
                + (FIRST_USE_WEIGHT * log(1 + len(said)) if said else 0)
                - DISTANCE_WEIGHT * log(1 + neighbour.rank)
                + COLLOCATE_WEIGHT * times
            )
            if fit >= least:
                seen.append(_Sight(fit, chance, neighbour))
        return seen

    def _closely(self, place: _WordPlace, seen: list[_Sight], likely: float) -> list[Proposal]:
        together = sum(sight.likely for sight in seen)
        known = self._count((place.word,)) > 0
        best = nlargest(
            MAX_PROPOSALS,
            (sight for sight in seen if known or self._fits_frame(place, sight.neighbour.form)),
            key=lambda sight: sight.fit,
        )
        if not best:
            return []
        own = self._features(place, place.word)
        about = (
            log(together / likely),
            log(1 + len(seen)),
            log(1 + len(_neighbours(self.words, place.word).by_form)),
            _log(self._count((place.left,))),
            _log(self._count((place.right,))),
            float(place.left in self.words.grammar),
            float(place.right in self.words.grammar),
            self._strange,
        )
        proposals = []
        for sight in best:
            other, neighbour = self._features(place, sight.neighbour.form), sight.neighbour
            between = (
                float(neighbour.kin),
                log(1 + neighbour.rank),
                log(sight.likely / likely),
                log(sight.likely / together),
                *(new - old for new, old in zip(other[:4], own[:4], strict=True)),
                float(neighbour.form[:3] == place.word[:3]),
                float(neighbour.form[-2:] == place.word[-2:]),
            )
            proposals.append(Proposal(place.number, neighbour.form, own + other + about + between))
        return proposals

    def _features(self, place: _WordPlace, form: str) -> Features:
        """The features of a form here: archive, article, then the word itself."""
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
            float(max((self._shared_words(place.number, other) for other in said), default=0)),
            *map(float, self.words.goes_with(form, place.around)),
            float(self.words.company(form, self._nearby_content(place.number))),
        )

    def _nearby_content(self, number: int) -> list[str]:
        """The content words before and after a word."""
        at = bisect_left(self._content, number)
        after = at + (self._content[at : at + 1] == [number])
        return [
            self.forms[n]
            for n in (*self._content[max(at - WINDOW, 0) : at], *self._content[after : after + WINDOW])
        ]

    def _beside(self, one: str, other: str, chance: float) -> float:
        """How much more often than by chance two words are adjacent."""
        return _log(self._count((one, other))) - log(0.5 + chance)

    def _fits_frame(self, place: _WordPlace, form: str) -> bool:
        """Whether a form is known between these words, here or there.

        Then even a word unknown to the archive may be doubted.
        """
        if self._count((place.left, form)) and self._count((form, place.right)):
            return True
        said = self._stems.get(stem(form), ())
        return any(self._shared_words(place.number, other) >= FRAME for other in said)

    def _shared_words(self, one: int, other: int) -> int:
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
    def _content(self) -> list[int]:
        """The numbers of the content words."""
        grammar = self.words.grammar
        return [number for number, form in enumerate(self.forms) if form not in grammar]

    @cached_property
    def _strange(self) -> float:
        """The logarithm of the article's share unknown to the archive."""
        unknown = sum(not self._count((self.forms[number],)) for number in self._content)
        return log(0.001 + unknown / len(self.forms))

    @cached_property
    def _own(self) -> Counter[str]:
        return Counter(self.forms)

    @cached_property
    def _pairs(self) -> Counter[tuple[str, str]]:
        return Counter(zip(self.forms, self.forms[1:], strict=False))

    @cached_property
    def _stems(self) -> dict[str, list[int]]:
        """The positions of the content words of each stem."""
        found: dict[str, list[int]] = defaultdict(list)
        for number in self._content:
            found[stem(self.forms[number])].append(number)
        return dict(found)


@lru_cache(100 * REMEMBERED)
def _neighbours(words: ArchiveWords, form: str) -> _Neighbourhood:
    """The neighbours of a form that are not its variant spellings."""
    own, by_form, by_stem = stem(form), dict[str, _Neighbour](), defaultdict[str, list[_Neighbour]](list)
    near = () if lemma_of(form) in words_of("trusted_words") else words.neighbours(form)
    for rank, (other, kin) in enumerate(near):
        root = stem(other)
        if root != own and (kin is WordRelation.PAIR or not _is_variant(form, other)):
            by_form[other] = _Neighbour(other, kin, rank, root)
            by_stem[root].append(by_form[other])
    return _Neighbourhood(by_form, by_stem)


def _is_variant(one: str, other: str) -> bool:
    """Whether two forms are one letter apart: “adviser” and “advisor”."""
    if len(one) == len(other):
        return [*map(ne, one, other)].count(True) == 1
    return abs(len(one) - len(other)) == 1 and _undoubled(one) == _undoubled(other)


def _undoubled(form: str) -> str:
    return "".join(letter for letter, _ in groupby(form))


@lru_cache(100 * REMEMBERED)
def stem(form: str) -> str:
    """The common part of the forms of a word, by spelling alone."""
    lemma = lemma_of(form)
    for end in ENDS:
        if len(lemma) > len(end) + 3 and lemma.endswith(end):
            return lemma[: -len(end)]
    return lemma


def _log(count: int) -> float:
    """The logarithm of a count plus a half, for what was missed."""
    return log(count + 0.5)
