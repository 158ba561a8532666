"""Corresponding word forms, such as “alliances” and “covenants”, or “made” and “built”."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from newslint.learning.wordnet import Wordnet

ENDINGS = {
    "n": (("s", "", "s"), ("ies", "y", "s"), ("ses", "s", "s"), ("xes", "x", "s"), ("zes", "z", "s"),
          ("ches", "ch", "s"), ("shes", "sh", "s"), ("ves", "f", "s"), ("men", "man", "s")),
    "v": (("s", "", "s"), ("ies", "y", "s"), ("es", "e", "s"), ("es", "", "s"), ("ed", "e", "ed"),
          ("ed", "", "ed"), ("ied", "y", "ed"), ("ing", "e", "ing"), ("ing", "", "ing")),
    "a": (("er", "", "er"), ("est", "", "est"), ("er", "e", "er"), ("est", "e", "est"), ("ier", "y", "er"),
          ("iest", "y", "est")),
    "r": (),
}  # fmt: skip
"""By part of speech: the ending of a form, the ending of its lemma, and the kind of form."""

Analysis = tuple[str, str, str]
"""A lemma, its part of speech, and the kind of form: plain, s, ed, ing, er or est."""


def analyses(form: str, wordnet: Wordnet) -> Iterator[Analysis]:
    """Yield the possible analyses of a form."""
    for kind, endings in ENDINGS.items():
        if (form, kind) in wordnet.senses:
            yield form, kind, ""
        if irregular := wordnet.exceptions.get((form, kind)):
            yield irregular, kind, _kind_of(form, kind)
            continue
        for ending, instead, tells in endings:
            if form.endswith(ending):
                yield from _stems(form, ending, instead, (kind, tells), wordnet)


def _stems(
    form: str, ending: str, instead: str, tells: tuple[str, str], wordnet: Wordnet
) -> Iterator[Analysis]:
    kind, told = tells
    stem = form[: len(form) - len(ending)] + instead
    if (stem, kind) in wordnet.senses:
        yield stem, kind, told
    doubled = len(stem) > 3 and stem[-1] == stem[-2] and not instead and told != "s"
    if doubled and (stem[:-1], kind) in wordnet.senses:
        yield stem[:-1], kind, told


def _kind_of(form: str, kind: str) -> str:
    """The kind of an irregular form: plural or past, mostly."""
    if kind == "n":
        return "s"
    if kind == "v":
        return "ing" if form.endswith("ing") else "s" if form.endswith("s") else "ed"
    return "est" if form.endswith("st") else "er"


def by_analysis(forms: Iterable[str], wordnet: Wordnet) -> Mapping[Analysis, tuple[str, ...]]:
    """The forms of a vocabulary by their lemma and kind."""
    found: dict[Analysis, list[str]] = defaultdict(list)
    for form in forms:
        for analysis in dict.fromkeys(analyses(form, wordnet)):
            found[analysis].append(form)
    return {analysis: tuple(known) for analysis, known in found.items()}


def learn_word_pairs(pairs: Iterable[tuple[str, str]], wordnet: Wordnet) -> None:
    """Add pairs of lemmas, in each part of speech that both have."""
    for wrong, right in pairs:
        for kind in ENDINGS:
            if (wrong, kind) in wordnet.senses and (right, kind) in wordnet.senses:
                wordnet.pairs.setdefault((wrong, kind), []).append(right)
                wordnet.akin.setdefault((right, kind), []).append(wrong)


def learn_pairs(phrases: Iterable[tuple[str, str]], wordnet: Wordnet) -> None:
    """Learn which words replace one another, from a table of phrases.

    A pair comes from two phrases that differ in a single word, if both words are forms of the same kind.
    """
    for wrong, right in phrases:
        one, other = wrong.lower().split(), right.lower().split()
        differing = [pair for pair in zip(one, other, strict=False) if pair[0] != pair[1]]
        if len(one) == len(other) and len(differing) == 1:
            written, meant = differing[0]
            kinds = {(kind, told): lemma for lemma, kind, told in analyses(meant, wordnet)}
            for lemma, kind, told in analyses(written, wordnet):
                if (kind, told) in kinds:
                    wordnet.pairs.setdefault((lemma, kind), []).append(kinds[kind, told])
