"""The terms of an article: its words and acronyms, how often, where, and in which company."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain, takewhile

import regex

from newslint.model import Place, Range
from newslint.text.words import WORD

ACRONYM = regex.compile(r"\b\p{Lu}[\p{Lu}\p{N}]{1,6}\b")
DETERMINERS = frozenset({"the", "this", "that", "its", "their", "his", "her", "our", "whose"})
FRAME = 3
"""How many words in a row two places must share on one side to be twins."""
FARTHEST = 12
"""How far the company of two twins is compared."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word of the article in small letters, by its number in the order of reading.

    `joined` tells that only white space parts it from the word before.
    """

    number: int
    place: Place
    text: str
    joined: bool


@dataclass(frozen=True, slots=True)
class Twin:
    """Another word in the same company, and how many words around the two agree."""

    word: Word
    shared: int


@dataclass(frozen=True)
class Terms:
    """What the article speaks of, in its own words; each reading is made when first asked for."""

    texts: tuple[str, ...]

    @cached_property
    def words(self) -> tuple[Word, ...]:
        """Every word in the order of reading."""
        found: list[Word] = []
        for index, text in enumerate(self.texts):
            end = -1
            for match in WORD.finditer(text):
                joined = end >= 0 and text[end : match.start()].isspace()
                found.append(Word(len(found), Place(index, Range(*match.span())), match[0].lower(), joined))
                end = match.end()
        return tuple(found)

    @cached_property
    def acronyms(self) -> Mapping[str, tuple[Place, ...]]:
        """The places of each acronym; text that is all capitals has none."""
        found: dict[str, list[Place]] = defaultdict(list)
        for index, text in enumerate(self.texts):
            if not text.isupper():
                for match in ACRONYM.finditer(text):
                    found[match[0]].append(Place(index, Range(*match.span())))
        return {acronym: tuple(places) for acronym, places in found.items()}

    def of(self, lemma: str) -> tuple[Word, ...]:
        """The words with a lemma: `of("alliance")` has “Alliance”, “alliances” and “alliance’s”."""
        return self._by_lemma.get(lemma, ())

    def before(self, word: Word) -> Iterator[Word]:
        """The words that lead up to a word, the nearest first, as far as no mark stands between."""
        backwards = (self.words[number] for number in range(word.number, 0, -1))
        for follower in takewhile(lambda one: one.joined, backwards):
            yield self.words[follower.number - 1]

    def after(self, word: Word) -> Iterator[Word]:
        """The words that follow a word, as far as no mark stands between."""
        forwards = (self.words[number] for number in range(word.number + 1, len(self.words)))
        yield from takewhile(lambda one: one.joined, forwards)

    def definite(self, word: Word) -> bool:
        """Whether a word stands right after an article or possessive: “the _”, “its _”, “Rome’s _”."""
        lead = next(self.before(word), None)
        return lead is not None and (lead.text in DETERMINERS or lead.text.endswith(("’s", "'s")))

    def twins(self, word: Word) -> Iterator[Twin]:
        """Other words in the same company: “in the eastern part of the _” twice in one article."""
        keys = [key for key in self._frames_of(word) if key]
        likes = chain.from_iterable(self._frames.get(key, ()) for key in keys)
        for number in sorted(set(likes)):
            other = self.words[number]
            if lemma_of(other.text) != lemma_of(word.text):
                yield Twin(other, self.shared(word, other))

    def shared(self, one: Word, other: Word) -> int:
        """How many words before and after agree in a row."""
        return _alike(self.before(one), self.before(other)) + _alike(self.after(one), self.after(other))

    @cached_property
    def _by_lemma(self) -> Mapping[str, tuple[Word, ...]]:
        forms: dict[str, list[Word]] = defaultdict(list)
        for word in self.words:
            forms[word.text].append(word)
        lemmas: dict[str, list[Word]] = defaultdict(list)
        for form, words in forms.items():
            lemmas[lemma_of(form)] += words
        return {lemma: tuple(sorted(words, key=lambda w: w.number)) for lemma, words in lemmas.items()}

    @cached_property
    def _frames(self) -> Mapping[tuple[str, ...], list[int]]:
        frames: dict[tuple[str, ...], list[int]] = defaultdict(list)
        for word in self.words:
            for key in self._frames_of(word):
                if key:
                    frames[key].append(word.number)
        return frames

    def _frames_of(self, word: Word) -> Iterator[tuple[str, ...]]:
        """The three words before, and the three after: a side with fewer makes no frame."""
        for side, mark in ((self.before(word), "<"), (self.after(word), ">")):
            near = tuple(neighbour.text for neighbour, _ in zip(side, range(FRAME), strict=False))
            yield (mark, *near) if len(near) == FRAME else ()


def gather_terms(texts: Sequence[str]) -> Terms:
    """The terms of an article over the texts of its blocks."""
    return Terms(tuple(texts))


def lemma_of(form: str) -> str:
    """A word in small letters without the endings of plural and possessive, by spelling alone."""
    stem = form.removesuffix("’s").removesuffix("'s").rstrip("’'")
    if len(stem) > 4 and stem.endswith("ies"):
        return stem[:-3] + "y"
    if len(stem) > 4 and stem.endswith(("sses", "xes", "zes", "ches", "shes")):
        return stem[:-2]
    if len(stem) > 3 and stem.endswith("s") and not stem.endswith(("ss", "us", "is")):
        return stem[:-1]
    return stem


def plural_of(lemma: str) -> str:
    """A noun in the plural, by spelling alone."""
    if lemma.endswith("y") and lemma[-2:-1] not in "aeiou":
        return lemma[:-1] + "ies"
    return lemma + ("es" if lemma.endswith(("s", "x", "z", "ch", "sh")) else "s")


def _alike(one: Iterator[Word], other: Iterator[Word]) -> int:
    pairs = zip(one, other, range(FARTHEST), strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0].text == pair[1].text, pairs))
