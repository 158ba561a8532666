"""Which word forms correspond: “alliances” to “covenants” as “made” to “built”."""

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
"""By part of speech: the ending of a form, that of its lemma, and the kind of form that it shows."""

Analysis = tuple[str, str, str]
"""A lemma, its part of speech, and the kind of form: plain, s, ed, ing, er or est."""


def analyses(form: str, wordnet: Wordnet) -> Iterator[Analysis]:
    """What a form may be a form of."""
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


def learn_pairs(phrases: Iterable[tuple[str, str]], wordnet: Wordnet) -> None:
    """Learn which words replace one another, from a table of phrases.

    These are the words that differ where two phrases differ in one word only, and both are forms of one kind.
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
