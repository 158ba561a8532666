"""Finds words for which a neighbour would be more likely.

An unusual word alone proves nothing; what counts is that a near-synonym fits better, above all one that the
article uses elsewhere.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from math import exp, log

from msgspec import Struct

from newslint.text.word_choice.archive_words import ArchiveWords, Curve
from newslint.text.word_choice.weights import weights
from newslint.text.word_choice.word_context import Proposal, WordContext
from newslint.text.word_choice.word_tokens import WordTokens, tokens

CERTAIN, HITS = 0.1, 3
"""False findings per 1,000 words of a hit, and the hits of an article that looks spun."""
LOOSE, GAIN = 0.5, 5.0
"""False findings per 1,000 words of doubts that are more certain in such an article, and how much more."""
CLOSE = 1.0
"""The maximum difference to the best score for a neighbour to be offered, too."""


class Doubt(Struct, frozen=True):
    """A doubtful word, and the neighbours that may belong there, best first.

    `score` is relative; `twin` is the number of a word that is the best neighbour, `partner` that of an
    adjacent word with which it makes a fixed phrase.
    """

    number: int
    rights: tuple[str, ...]
    score: float
    twin: int | None = None
    partner: int | None = None


class DoubtfulWords(Struct, frozen=True):
    """The tokens of an article, and its doubtful words with their rates."""

    read: WordTokens
    ranked: tuple[tuple[Doubt, float], ...]

    def at_most(self, false_rate: float) -> list[Doubt]:
        """The doubts that are this certain."""
        return [doubt for doubt, rate in self.ranked if rate <= false_rate]


@lru_cache(4)
def find_doubtful_words(texts: tuple[str, ...], words: ArchiveWords) -> DoubtfulWords:
    """Judge the words of an article, once for all rules."""
    read = tokens(texts)
    return DoubtfulWords(read, tuple(rank(unlikely(read, words), words.calibration)))


def unlikely(read: WordTokens, words: ArchiveWords) -> Iterator[Doubt]:
    """Yield the words that some neighbour may well have replaced."""
    company = WordContext(read, words)
    for proposals in company.proposals():
        if found := doubt(proposals, company):
            yield found


def doubt(proposals: Sequence[Proposal], company: WordContext) -> Doubt | None:
    """The doubt from the proposals for a word, if any."""
    score = weights().score
    worth = [(odds, proposal) for proposal in proposals if (odds := score(proposal.features)) is not None]
    if not worth:
        return None
    scored = sorted(worth, key=lambda pair: -pair[0])
    best, first = scored[0]
    rights = tuple(proposal.right for score, proposal in scored if score > best - CLOSE)
    return Doubt(
        first.number, rights, best, company.first_use(first.right), company.partner(first.number, first.right)
    )


def rank(doubts: Iterable[Doubt], calibration: Curve) -> list[tuple[Doubt, float]]:
    """The reportable doubts, each with its false findings per 1,000 words.

    In an article that looks spun, there are fewer, as spun copy is spun throughout.
    """
    rates = [(doubt, false_rate(doubt.score, calibration)) for doubt in doubts]
    known = [(doubt, rate) for doubt, rate in rates if rate is not None]
    if sum(rate <= CERTAIN for _, rate in known) < HITS:
        return known
    return [(doubt, rate / GAIN if rate <= LOOSE else rate) for doubt, rate in known]


def false_rate(score: float, curve: Curve) -> float | None:
    """How many clean words per 1,000 score as high, or None.

    None if too many do.
    """
    at = bisect_left(curve, -score, key=lambda point: -point[0])
    if at == len(curve):
        return None
    below_score, below = curve[at]
    if not at:
        return below
    above_score, above = curve[at - 1]
    share = (score - below_score) / (above_score - below_score)
    return exp(log(below) + share * (log(above) - log(below)))
