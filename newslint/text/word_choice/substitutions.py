"""Finds substituted words, by pairs and the article’s own evidence."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache, cached_property

from msgspec import Struct

from newslint.core.patterns import any_of
from newslint.core.positions import Place, Range
from newslint.lexicon.wrong_words import KEY, Slot, WordPair, drift_pairs, strange
from newslint.text.terms import DETERMINERS, ParallelUse, Terms, Word, lemma_of, plural_of
from newslint.text.words import WORD

_LINKS = """
a about after against also an and are as at because before but by can could did does during for from had has
have if in into is it may might must on or over said says should since so than that the their this to under
until was were what when where which while who will with would
"""
LINKS = frozenset(_LINKS.split())
"""Words after a noun that ends its phrase; “of” is missing, as it would specify which covenant is meant."""


START = 3
"""First letters that rule out most words quickly."""


class Misfit(Struct, frozen=True):
    """A substituted word, its pair, and the right word in parallel use."""

    word: Word
    pair: WordPair
    twin: ParallelUse | None


class SubstitutionSearch(Struct, frozen=True, eq=False, dict=True):
    """A search for substituted words by a list of pairs."""

    pairs: Mapping[str, tuple[WordPair, ...]]

    @cached_property
    def expression(self) -> str:
        """A pattern for wrong words in lower case or a definite slot."""
        free = {wrong for wrong, rows in self.pairs.items() if any(row.slot is Slot.ANY for row in rows)}
        bound = _stems(self.pairs.keys() - free)
        definite = rf"(?:(?i:{any_of(DETERMINERS)})|[’'][sS])\s+(?:{bound})"
        return rf"{definite}|\b(?:{_stems(free)})" if free else definite

    @cached_property
    def _starts(self) -> frozenset[str]:
        return frozenset(form[:START] for wrong in self.pairs for form in (wrong, plural_of(wrong)))

    def misfits(
        self, texts: Iterable[tuple[int, str]], small: bytes, terms: Callable[[], Terms]
    ) -> Iterator[Misfit]:
        """Yield the substituted words in the texts of an article.

        `small` is the whole article in lower case: it rules out most pairs quickly, before the terms, which
        are slow to collect, are needed.
        """
        rows_of = cache(lambda lemma: self._rows(lemma, small, terms))
        for number, text in texts:
            for match in WORD.finditer(text):
                if match[0][:START] not in self._starts:
                    continue
                rows = rows_of(lemma_of(match[0]))
                if rows and match[0].islower():
                    word = terms().at(Place(number, Range(*match.span())))
                    if word:
                        yield from _first_match(word, rows, terms())

    def _rows(self, lemma: str, small: bytes, terms: Callable[[], Terms]) -> tuple[WordPair, ...]:
        """The pairs for a word, the most frequent right word first."""
        rows = [row for row in self.pairs.get(lemma, ()) if _may_hold(row, small)]
        held = [row for row in rows if _mentions_topic(row, terms())]
        return tuple(sorted(held, key=lambda row: -terms().count(row.right)))


@cache
def wrong_word_searches() -> tuple[SubstitutionSearch, ...]:
    """The searches of `wrong-word` and `key-term-drift`."""
    return SubstitutionSearch(strange()), SubstitutionSearch(drift_pairs())


def inflect(lemma: str, model: str) -> str:
    """A word in the number and case of the one replaced."""
    stem = model.removesuffix("’s").removesuffix("'s")
    return (plural_of(lemma) if stem != lemma_of(stem) else lemma) + model[len(stem) :]


def _stems(words: Iterable[str]) -> str:
    """A pattern for the stems of words and their plurals."""
    return any_of({form for word in words for form in _beginnings(word)})


def _beginnings(word: str) -> Iterator[str]:
    yield word
    if word.endswith("y"):
        yield word[:-1] + "ies"


def _may_hold(pair: WordPair, small: bytes) -> bool:
    """Whether the right word and the topic may occur, by letters alone."""
    return small.count(pair.right.removesuffix("y").encode()) >= pair.least and any(
        topic.removesuffix("y").encode() in small for topic in pair.topics
    )


def _first_match(word: Word, rows: Iterable[WordPair], terms: Terms) -> Iterator[Misfit]:
    """The first pair that holds for a word."""
    for pair in rows:
        if pair.alone and terms.count(pair.wrong) > 1:
            continue
        free = pair.slot is Slot.ANY
        twin = terms.parallel_use(word, pair.right) if not free and terms.definite(word) else None
        if free or twin or (terms.definite(word) and _ends_phrase(word, terms)):
            yield Misfit(word, pair, twin)
            return


def _mentions_topic(pair: WordPair, terms: Terms) -> bool:
    """Whether the article mentions the topic, and the right word if needed."""
    spoken = sum(map(bool, map(terms.count, pair.topics)))
    return (
        terms.count(pair.right) >= pair.least
        and spoken >= (1 if pair.least else 2)
        and (pair.least < KEY or any(map(terms.definite, terms.of(pair.right))))
    )


def _ends_phrase(word: Word, terms: Terms) -> bool:
    follower = next(terms.after(word), None)
    return follower is None or follower in LINKS
