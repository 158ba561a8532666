"""Learns the words of an archive, and measures false findings on it.

Nine tenths train the model; the last tenth shows how often the rule would be wrong. Then that tenth is
learned, too: a little more data does not make the rule worse.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from msgspec.structs import replace

from newslint.learning.counting import NgramCounter
from newslint.learning.neighbours import SHORTEST, neighbours
from newslint.learning.wordnet import Wordnet
from newslint.text.word_choice.archive_model import ArchiveModel
from newslint.text.word_choice.archive_words import ArchiveWords, Curve
from newslint.text.word_choice.combined_words import CombinedWords
from newslint.text.word_choice.news_words import news_words
from newslint.text.word_choice.ngrams import FULL, SLOTS, pack
from newslint.text.word_choice.unlikely import unlikely
from newslint.text.word_choice.word_tokens import tokens

HELD_OUT = 10
"""One article in this many is held out for calibration."""
STEP = 1.25
"""The ratio of false findings between consecutive points of a curve."""
MAX_FALSE = 5.0
"""Per 1,000 words; less certain findings are never reported."""
LEAST_WORDS = 100_000
LEAST_HELD_OUT = 50_000
"""Words of the held-out tenth; fewer show no rate that matters, and that of news is taken."""

Article = Sequence[str]
"""The texts of the blocks of an article."""


class TooLittle(ValueError):
    """An archive that is too small to learn from."""


def learn(articles: Iterable[Article], wordnet: Wordnet | None, about: Mapping[str, object]) -> ArchiveModel:
    """Train a model on clean articles; the thesaurus adds neighbours.

    Raises:
        TooLittle: it has fewer than 100,000 words.

    """
    counting, held_out, number = NgramCounter(), [], 0
    for number, article in enumerate(articles, 1):
        if number % HELD_OUT:
            counting.add(article)
        else:
            held_out.append(article)
    if counting.words < LEAST_WORDS:
        raise TooLittle(
            f"{counting.words:,} words are too few to learn from; at least {LEAST_WORDS:,} are needed"
        )
    about_model = {**about, "articles": number}
    calibration = news_words().calibration
    if sum(map(_length, held_out)) >= LEAST_HELD_OUT:
        model = build_model(counting, wordnet, about_model)
        calibration = calibrate(CombinedWords(news_words(), model), held_out)
    for article in held_out:
        counting.add(article)
    return replace(build_model(counting, wordnet, about_model), calibration=calibration)


def build_model(counting: NgramCounter, wordnet: Wordnet | None, about: Mapping[str, object]) -> ArchiveModel:
    """Build a model from the counts, without an error curve."""
    counts = counting.counts()
    near = neighbours(Counter(news_words().counts()) + Counter(counts), wordnet) if wordnet else {}
    listed = {form: " ".join(f"{kin.value}{other}" for other, kin in of.items()) for form, of in near.items()}
    asked = {form for form in counts if len(form) >= SHORTEST and form.isalpha()}
    table = pack(counting.sequences(int(FULL * SLOTS), asked), SLOTS)
    return ArchiveModel(table, listed, counting.words, (), about)


def calibrate(words: ArchiveWords, articles: Iterable[Article]) -> Curve:
    """Measure how often clean articles reach each score.

    Raises:
        TooLittle: there is nothing to calibrate with.

    """
    scores, length = [], 0
    for article in articles:
        length += _length(article)
        scores += [doubt.score for doubt in unlikely(tokens(article), words)]
    if not scores:
        raise TooLittle("the held-out tenth has no word to judge")
    return curve(scores, length)


def _length(article: Article) -> int:
    """Its words."""
    return sum(len(text.split()) for text in article)


def curve(scores: Sequence[float], words: int) -> Curve:
    """For each score, how many per 1,000 words reach it."""
    falling = sorted(scores, reverse=True)
    points, number = [], 1.0
    while number <= len(falling) and 1000 * number / words <= MAX_FALSE:
        points.append((round(falling[int(number) - 1], 4), 1000 * int(number) / words))
        number = max(number * STEP, number + 1)
    return tuple(points)
