"""For each word form, the forms that could replace it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from functools import lru_cache
from heapq import nlargest
from itertools import islice
from math import log

from newslint.learning.inflection import Analysis, by_analysis
from newslint.learning.wordnet import Lemma, Wordnet
from newslint.lexicon.spellings import british
from newslint.text.word_choice.archive_words import WordRelation

MOST = 48
"""Neighbours of a form, the nearest first."""
MOST_DISTANT = 16
"""Neighbours of a word that are related to some of the same words."""
MIN_COUNT = 5
"""The minimum frequency of a form in the archive for it to be offered."""
SHORTEST = 4
LINKS = (WordRelation.PAIR, WordRelation.SAME, WordRelation.AKIN)
"""Relations by which two words have a third in common."""


def neighbours(
    often: Mapping[str, int], wordnet: Wordnet, least: int = MIN_COUNT, most: int = MOST
) -> dict[str, Mapping[str, WordRelation]]:
    """The neighbours of every form, nearest and most frequent first.

    Forms that the archive lacks have neighbours, too, since a spinner may use them. Those offered occur at
    least `least` times, `most` of them for each form.
    """
    usual = [form for form, count in often.items() if count >= least and len(form) > 2 and form.isalpha()]
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
    found = {form: _neighbours_of(form, analyses, offered, thesaurus) for form, analyses in meant.items()}
    return {form: dict(islice(near.items(), most)) for form, near in found.items() if near}


class _Thesaurus:
    """Related lemmas in WordNet and the pairs."""

    def __init__(self, wordnet: Wordnet) -> None:
        self._wordnet = wordnet
        self.related = lru_cache(None)(self._find_related)
        self._near = lru_cache(None)(self._find_near)

    def _find_related(self, lemma: Lemma) -> tuple[tuple[str, WordRelation], ...]:
        near = dict(self._near(lemma))
        word, kind = lemma
        shared: defaultdict[str, float] = defaultdict(float)
        for between in self._links(lemma):
            beyond = self._links((between, kind))
            for other in beyond:
                shared[other] += 1 / log(2 + len(beyond))
        for other in (word, *near):
            shared.pop(other, None)
        distant = nlargest(MOST_DISTANT, shared, key=shared.__getitem__)
        return (*near.items(), *((other, WordRelation.DISTANT) for other in distant))

    def _links(self, lemma: Lemma) -> list[str]:
        return [word for word, kin in self._near(lemma).items() if kin in LINKS]

    def _find_near(self, lemma: Lemma) -> Mapping[str, WordRelation]:
        near = dict[str, WordRelation]()
        for word, kin in self._wordnet.related_words(lemma):
            near.setdefault(word, kin)
        near.pop(lemma[0], None)
        return near


def _neighbours_of(
    form: str,
    analyses: list[Analysis],
    offered: Mapping[Analysis, tuple[str, ...]],
    thesaurus: _Thesaurus,
) -> Mapping[str, WordRelation]:
    spelled = british()
    near: dict[str, WordRelation] = {}
    for lemma, kind, form_kind in analyses:
        for other, kin in thesaurus.related((lemma, kind)):
            for v in offered.get((other, kind, form_kind), ()):
                usual = spelled.get(v, v)
                near[usual] = min(kin, near.get(usual, kin))
    near.pop(form, None)
    return dict(sorted(near.items(), key=lambda pair: pair[1]))
