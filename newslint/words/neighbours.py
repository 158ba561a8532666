"""For each form of the archive's vocabulary, the forms that could stand in its place."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import islice

from newslint.lexicon.spellings import british
from newslint.words.inflection import Analysis, by_analysis
from newslint.words.wordnet import Wordnet

MOST = 80
"""Neighbours of a form; those of the same meaning come first."""
LEAST = 5
"""How often the archive must say a form for it to be offered."""
SHORTEST = 4


def neighbours(often: Mapping[str, int], wordnet: Wordnet) -> dict[str, tuple[str, ...]]:
    """The neighbours of every form that has some, by how often the archive says each form.

    Forms that the archive never says have neighbours too, for a spinner may know them.
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
    found = {form: _of(form, analyses, offered, wordnet) for form, analyses in meant.items()}
    return {form: near for form, near in found.items() if near}


def _of(
    form: str,
    analyses: list[Analysis],
    offered: Mapping[Analysis, tuple[str, ...]],
    wordnet: Wordnet,
) -> tuple[str, ...]:
    spelled = british()
    near: dict[str, None] = {}
    for lemma, kind, told in analyses:
        for other in wordnet.related((lemma, kind)):
            if other != lemma:
                for v in offered.get((other, kind, told), ()):
                    near[spelled.get(v, v)] = None
    near.pop(form, None)
    return tuple(islice(near, MOST))
