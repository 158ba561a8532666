"""Finds words in whose place a neighbour would be more likely.

Surprise alone means nothing, since writers are surprising all the time; what counts is that another word of
nearly the same meaning fits better, most of all one that the article uses elsewhere.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import exp, log

from newslint.text.word_choice.archive_words import ArchiveWords, Curve, ErrorCurve
from newslint.text.word_choice.weights import weights
from newslint.text.word_choice.word_context import Proposal, WordContext
from newslint.text.word_choice.word_tokens import Tokens

LOOSE = 1.0
"""False findings per 1,000 words: doubts up to that count when an article has many."""
GATE = 3
"""So many doubts in one article make each surer, for spun copy is spun all over."""
GAIN = 5.0
"""How much rarer they are in clean articles than alone."""
CLOSE = 1.0
"""How much less than the best a neighbour may score to be offered as well."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """A doubtful word, and the neighbours that may belong there, best first.

    `score` only compares; `twin` is the number of a word where the article has the best neighbour.
    """

    number: int
    rights: tuple[str, ...]
    score: float
    twin: int | None = None


def unlikely(read: Tokens, words: ArchiveWords) -> Iterator[Doubt]:
    """Yield the words that some neighbour may well have replaced."""
    company = WordContext(read, words)
    for proposals in company.proposals():
        if said := doubt(proposals, company):
            yield said


def doubt(proposals: Sequence[Proposal], company: WordContext) -> Doubt | None:
    """The outcome of the proposals for one word, if worth a doubt."""
    score = weights().score
    worth = [(said, proposal) for proposal in proposals if (said := score(proposal.features)) is not None]
    if not worth:
        return None
    scored = sorted(worth, key=lambda pair: -pair[0])
    best, first = scored[0]
    rights = tuple(proposal.right for score, proposal in scored if score > best - CLOSE)
    return Doubt(first.number, rights, best, company.said(first.right))


def ranked(doubts: Iterable[Doubt], calibration: ErrorCurve) -> list[tuple[Doubt, float]]:
    """The doubts worth reporting, each with its false findings per 1,000 words.

    Where the calibration has no second curve yet, that is how often each occurs alone, or less in an article
    that has many.
    """
    alone = [(doubt, expected(doubt.score, calibration.alone)) for doubt in doubts]
    worth = [(doubt, rate) for doubt, rate in alone if rate is not None]
    many = sum(rate <= LOOSE for _, rate in worth) >= GATE
    ranks = [(doubt, rate / GAIN if many and rate <= LOOSE else rate) for doubt, rate in worth]
    if not calibration.together:
        return ranks
    together = [(doubt, expected(-rank, calibration.together)) for doubt, rank in ranks]
    return [(doubt, rate) for doubt, rate in together if rate is not None]


def expected(score: float, curve: Curve) -> float | None:
    """How many clean words per 1,000 score as high, or None.

    None where so many do that it means nothing.
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
