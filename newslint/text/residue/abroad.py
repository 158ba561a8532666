"""Lines of pages in other languages, by the words of such pages."""

from __future__ import annotations

from functools import cache

from newslint.core.patterns import pattern
from newslint.lexicon.classes import entries, words_of
from newslint.text.residue.kinds import Residue, ResidueKind
from newslint.text.residue.tokens import kinds_of, split_words

MOST_WORDS = 24
DOTTED_I = "i\N{COMBINING DOT ABOVE}"
"""What the Turkish capital becomes in small letters."""
FILLER = "filler"
CLOCK = r"\d{1,2}\s?[:.h]\s?\d{2}"
YEAR = r"\b(?:19|20)\d\d\b"
MEETS = frozenset({"cookie", "cookies", "newsletter", "menu", "newslettera"})
"""Words that English has too, so that they alone show no other language."""


def judge_line_abroad(folded: str) -> Residue | None:
    """Judge a lower-case line by the lines of foreign pages."""
    known = kinds_of("page_lines_abroad")
    if folded in known:
        return Residue(ResidueKind(known[folded]), closed=True)
    label, colon, rest = folded.partition(":")
    if colon and rest and known.get(label.strip()) == "related":
        return Residue(ResidueKind.LINK, closed=False)
    return None


def judge_words_abroad(line: str) -> Residue | None:
    """Judge a line by its words, which must all be a page's."""
    folded = line.lower().replace(DOTTED_I, "i")
    words = split_words(folded)
    if not 1 < len(words) <= MOST_WORDS:
        return None
    known, months = words_of_pages(), words_of("months_abroad")
    kinds = []
    for word in words:
        kind = known.get(word) or ("" if word in months else None)
        if kind is None and not word.replace("h", "").isdigit() and word not in networks():
            return None
        kinds.append(kind)
    proofs = [kind for kind, word in zip(kinds, words, strict=True) if kind and kind != FILLER]
    own = [word for kind, word in zip(kinds, words, strict=True) if kind is not None and word not in MEETS]
    if not own:
        return None
    if any(word in months for word in words):
        dated = pattern(YEAR).search(folded) and (pattern(CLOCK).search(folded) or "stamp" in proofs)
        return Residue(ResidueKind.STAMP, closed=False) if dated else None
    return Residue(ResidueKind(proofs[0]), closed=False) if proofs else None


@cache
def networks() -> frozenset[str]:
    """Return the words of the names of networks, in small letters."""
    return frozenset(word for name in words_of("networks") for word in name.lower().split())


@cache
def words_of_pages() -> dict[str, str]:
    """Return what each word of pages in other languages proves."""
    known: dict[str, str] = {}
    for kind, *phrases in entries("page_words_abroad"):
        for phrase in phrases:
            for word in split_words(phrase):
                if known.get(word, FILLER) == FILLER:
                    known[word] = kind
    return known
