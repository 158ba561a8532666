"""Pairs of words of one sense that English never has side by side."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import permutations

from newslint.lexicon.classes import entries
from newslint.lexicon.verb_forms import conjugate


@cache
def synonym_pairs() -> frozenset[tuple[str, str]]:
    """Both orders of each pair, in all forms that the two words share."""
    return frozenset(
        forms
        for kind, *words in entries("synonyms")
        for one, two in permutations(words, 2)
        for forms in zip(_forms(one, kind), _forms(two, kind), strict=True)
        if forms[0] != forms[1]
    )


def _forms(word: str, kind: str) -> Iterator[str]:
    """Yield the forms of a word, in the same order for all words of a kind."""
    if kind == "verb":
        verb = conjugate(word)
        yield from (verb.base, verb.third, verb.past, verb.participle, verb.gerund)
        return
    yield word
    if kind == "noun":
        yield word[:-1] + "ies" if word.endswith("ry") else word + "s"
