"""Pairs of words of one sense that English never has side by side."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import permutations

from newslint.lexicon.classes import entries, words_of
from newslint.lexicon.verb_forms import conjugate


@cache
def synonym_pairs() -> frozenset[tuple[str, str]]:
    """Both orders of each pair, in all forms that the two words share."""
    return frozenset(
        forms
        for kind, *words in entries("synonyms")
        for one, two in permutations(words, 2)
        for forms in zip(*_forms(one, two, kind), strict=True)
        if forms[0] != forms[1]
    )


def _forms(one: str, two: str, kind: str) -> Iterator[tuple[str, ...]]:
    """Yield the forms of each of two words, in the same order.

    A finite form may be a noun before its verb: “the increase rose”.
    """
    never_nouns = {one, two} <= words_of("only_verbs")
    for word in (one, two):
        if kind == "verb":
            verb = conjugate(word)
            finite = (verb.base, verb.third) if never_nouns else ()
            yield (*finite, verb.past, verb.participle, verb.gerund)
        elif kind == "noun":
            yield (word, f"{word[:-1]}ies" if word.endswith("ry") else f"{word}s")
        else:
            yield (word,)
