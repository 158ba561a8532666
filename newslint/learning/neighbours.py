"""For each word form, the forms that could replace it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from itertools import islice

import regex

from newslint.learning.inflection import Analysis, analyses, by_analysis
from newslint.learning.wordnet import Lemma, Wordnet
from newslint.lexicon.spellings import british
from newslint.text.word_choice.archive_words import WordRelation

MOST, MOST_TOLD = 40, 20
"""Neighbours of a form by their meaning and by their explanations; the nearest come first."""
LEAST = 5
"""How often the archive must say a form for it to be offered."""
SHORTEST = 4
EXPLAINED = 3
"""The usual meanings of a word; others are too rare to explain it."""
WORD = regex.compile("[a-z]+")
EXPLAINING = frozenset(
    (
        *("being", "characterized", "especially", "from", "have", "having", "less", "make", "more", "part"),
        *("person", "quality", "relating", "some", "someone", "something", "state", "such", "take", "that"),
        *("thing", "used", "usually", "very", "which", "with"),
    )
)
"""Words that explain many others."""


def neighbours(often: Mapping[str, int], wordnet: Wordnet) -> dict[str, Mapping[str, WordRelation]]:
    """Yield the neighbours of every form, nearest and most frequent first.

    Forms that the archive lacks have neighbours too, since a spinner may know them.
    """
    usual = [form for form, count in often.items() if count >= LEAST and len(form) > 2 and form.isalpha()]
    offered = by_analysis(usual, wordnet)
    lemmas = {lemma for lemma, _ in wordnet.senses if len(lemma) >= SHORTEST}
    known = by_analysis(
        dict.fromkeys([f for f in often if len(f) >= SHORTEST and f.isalpha()] + sorted(lemmas)), wordnet
    )
    meant: dict[str, list[Analysis]] = {}
    for analysis, forms in known.items():
        for form in forms:
            meant.setdefault(form, []).append(analysis)
    thesaurus = _Thesaurus(wordnet)
    found = {form: _of(form, analyses, offered, thesaurus) for form, analyses in meant.items()}
    return {form: near for form, near in found.items() if near}


class _Thesaurus:
    """What WordNet says of lemmas, by relation and by explanation."""

    def __init__(self, wordnet: Wordnet) -> None:
        self._wordnet = wordnet
        self._analyses = lru_cache(None)(lambda word: tuple(analyses(word, wordnet)))
        self.related = lru_cache(None)(self._related)

    def _related(self, lemma: Lemma) -> tuple[tuple[str, WordRelation], ...]:
        near = dict[str, WordRelation]()
        for word, kin in (*self._wordnet.related(lemma), *self._telling(lemma)):
            near.setdefault(word, kin)
        near.pop(lemma[0], None)
        return tuple(near.items())

    def _telling(self, lemma: Lemma) -> Iterator[tuple[str, WordRelation]]:
        """The words that explain a lemma, of its own part of speech."""
        for sense in self._wordnet.meanings(lemma)[:EXPLAINED]:
            for word in WORD.findall(sense.gloss):
                for other, kind, _ in self._analyses(word):
                    if kind == lemma[1] and len(other) >= SHORTEST and other not in EXPLAINING:
                        yield other, WordRelation.TELLS


def _of(
    form: str,
    analyses: list[Analysis],
    offered: Mapping[Analysis, tuple[str, ...]],
    thesaurus: _Thesaurus,
) -> Mapping[str, WordRelation]:
    spelled = british()
    near: dict[str, WordRelation] = {}
    for lemma, kind, told in analyses:
        for other, kin in thesaurus.related((lemma, kind)):
            for v in offered.get((other, kind, told), ()):
                usual = spelled.get(v, v)
                near[usual] = min(kin, near.get(usual, kin))
    near.pop(form, None)
    nearest = sorted(near.items(), key=lambda pair: pair[1])
    meant = islice((pair for pair in nearest if pair[1] < WordRelation.TELLS), MOST)
    return dict((*meant, *islice((pair for pair in nearest if pair[1] == WordRelation.TELLS), MOST_TOLD)))
