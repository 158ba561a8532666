"""A quick check which verdicts an article may deserve.

Weighing all signs takes ten times as long, and hardly any clean article needs it.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING

from newslint.core.grade import Verdict
from newslint.lexicon.spun_words import spun_rates
from newslint.lexicon.translated_phrases import translated_rates
from newslint.text.evidence.evidence import LEAST
from newslint.text.evidence.marks import MARKS, find_marks
from newslint.text.evidence.scraped import scraped_signs
from newslint.text.evidence.spun import spun_score
from newslint.text.evidence.translated import translation_score
from newslint.text.word_searcher import WordSearcher

if TYPE_CHECKING:
    from newslint.text.document import Document

ROUNDING = 1e-6
"""Sums of the same weights in another order differ by less."""
BETWEEN = "\n\x1f\n"
"""Separates texts, so that no phrase spans two of them."""
NO_WORD = re.compile(r" [^\w ]+(?= )")
"""Marks between spaces, such as a dash, which are not counted as words."""
WORDS_ONLY = bytes(byte if chr(byte).isalnum() and byte < 0x80 else 32 for byte in range(256))
"""Replaces all bytes but ASCII letters and digits with spaces."""


def suspected_verdicts(document: Document) -> frozenset[Verdict]:
    """Return all verdicts that an article deserves, and perhaps others."""
    return frozenset(
        verdict for verdict, score in _highest_scores(document) if score >= LEAST[verdict] - ROUNDING
    )


def _highest_scores(document: Document) -> Iterator[tuple[Verdict, float]]:
    """Yield the highest score of each verdict, as if nothing were quoted."""
    texts = [block.text for block in document.blocks if block.text and block.language == "en"]
    words, counts = _count_signs(texts)
    yield Verdict.SPUN, spun_score(counts, words)
    translated = translation_score(counts, words)
    if translated >= LEAST[Verdict.TRANSLATED]:
        marks = Counter(name for one in texts for name, _ in find_marks(one))
        phrases = {sign: count for sign, count in counts.items() if sign not in MARKS}
        translated = translation_score(phrases | marks, words)
    yield Verdict.TRANSLATED, translated
    yield Verdict.SCRAPED, sum(sign.total for sign in scraped_signs(document))


def _count_signs(texts: Sequence[str]) -> tuple[int, Counter[str]]:
    """Return the number of words, and how often each sign may occur.

    All signs are searched at once, in lower case with single spaces.
    """
    parts = BETWEEN.join(texts).lower().split()
    line = f" {' '.join(parts)} "
    words = len(parts) - len(NO_WORD.findall(line))
    data = line.encode("utf-8", "replace")
    signs: Counter[str] = Counter()
    for search, searched in ((_marks(), data), (_phrases(), data.translate(WORDS_ONLY))):
        for number, times in Counter(found[0] for found in search.searcher.find_all(searched)).items():
            for sign in search.signs[number]:
                signs[sign] += times
    return words, signs


class _SignSearch:
    """A search for strings, with the signs that each of them shows."""

    def __init__(self, signs: Mapping[str, Sequence[str]]) -> None:
        self.searcher = WordSearcher(signs)
        self.signs = tuple(signs.values())


@cache
def _marks() -> _SignSearch:
    signs: defaultdict[str, list[str]] = defaultdict(list)
    for mark, (traces, _) in MARKS.items():
        for trace in traces:
            signs[trace.lower()].append(mark)
    return _SignSearch(signs)


@cache
def _phrases() -> _SignSearch:
    """The phrases as whole words, in ASCII letters, digits and spaces."""
    signs: defaultdict[str, list[str]] = defaultdict(list)
    phrases = {phrase for rates in translated_rates().values() for phrase in rates if phrase not in MARKS}
    for phrase in sorted(phrases.union(spun_rates())):
        words = phrase.removeprefix("^").encode().translate(WORDS_ONLY).decode()
        signs[f" {words} "].append(phrase)
    return _SignSearch(signs)
