"""Learns words from an archive, and measures false findings on a tenth.

Nine tenths are learned from; the last tenth shows how often a rule would be wrong. Then that tenth is learned
too: with a little more known the rule is not wrong more often.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from newslint.learning.counting import Counting
from newslint.learning.neighbours import neighbours
from newslint.learning.wordnet import Wordnet
from newslint.text.word_choice.archive_model import HouseWords
from newslint.text.word_choice.archive_words import Curve, ErrorCurve, WordRelation
from newslint.text.word_choice.ngrams import FULL, SLOTS, Ngrams, pack
from newslint.text.word_choice.unlikely import ranked, unlikely
from newslint.text.word_choice.word_tokens import tokens

HELD_OUT = 10
"""Every tenth article is not learned from until the others have been."""
STEP = 1.25
"""How many more false findings each point of a curve has than the one before."""
MOST_FALSE = 5.0
"""Per 1,000 words; less certain doubts are never reported."""
LEAST_WORDS = 100_000

Article = Sequence[str]
"""The texts of its blocks."""


class TooLittle(ValueError):
    """An archive that is too small to learn from."""


def learn(articles: Iterable[Article], wordnet: Wordnet, about: Mapping[str, object]) -> HouseWords:
    """What an archive of clean articles teaches.

    Raises:
        TooLittle: it has fewer than 100,000 words.

    """
    counting, held_out, number = Counting(), [], 0
    for number, article in enumerate(articles, 1):
        if number % HELD_OUT:
            counting.take(article)
        else:
            held_out.append(article)
    if counting.words < LEAST_WORDS:
        raise TooLittle(
            f"{counting.words:,} words are too few to learn from; at least {LEAST_WORDS:,} are needed"
        )
    told = {**about, "articles": number, "held out": len(held_out)}
    calibration = calibrated(uncalibrated(counting, wordnet, told), held_out)
    for article in held_out:
        counting.take(article)
    return replace(uncalibrated(counting, wordnet, told), calibration=calibration)


def uncalibrated(counting: Counting, wordnet: Wordnet, about: Mapping[str, object]) -> HouseWords:
    """What the articles so far teach, without what that is worth."""
    near = neighbours(counting.counts(), wordnet)
    listed = {form: " ".join(f"{kin.value}{said}" for said, kin in of.items()) for form, of in near.items()}
    return HouseWords(packed(counting, near), listed, counting.words, ErrorCurve(), about)


def packed(counting: Counting, near: Mapping[str, Mapping[str, WordRelation]], slots: int = SLOTS) -> Ngrams:
    """Build the table of sequences whose words have, or are, neighbours."""
    asked = set(near).union(*near.values())
    return pack(counting.sequences(int(FULL * slots), asked), slots)


def calibrated(words: HouseWords, articles: Iterable[Article]) -> ErrorCurve:
    """How often each score and each rank is reached in clean articles.

    Raises:
        TooLittle: there is nothing to calibrate with.

    """
    doubted, length = [], 0
    for article in articles:
        length += sum(len(text.split()) for text in article)
        doubted.append(list(unlikely(tokens(article), words)))
    if not any(doubted):
        raise TooLittle("the tenth that is held out has no word to judge")
    alone = curve([doubt.score for doubts in doubted for doubt in doubts], length)
    first = ErrorCurve(alone, ())
    ranks = [rank for doubts in doubted for _, rank in ranked(doubts, first)]
    together = curve([-rank for rank in ranks], length)
    return ErrorCurve(alone, together)


def curve(scores: Sequence[float], words: int) -> Curve:
    """How many scores per 1,000 words are at least as high."""
    falling = sorted(scores, reverse=True)
    points, number = [], 1.0
    while number <= len(falling) and 1000 * number / words <= MOST_FALSE:
        points.append((round(falling[int(number) - 1], 4), 1000 * int(number) / words))
        number = max(number * STEP, number + 1)
    return tuple(points)
