"""Fits the weights of `unlikely-word`, and writes `newslint/text/word_choice/weights.json`.

    pip install numpy lightgbm
    python -m tools.tables.unlikely_word CORPORA --thesaurus WORDNET

Run it after `python -m tools.tables.news_words`. The weights are fitted on half of clean-straight and clean-bbc,
from other outlets than the counts: spinners substitute words, one at a time, half of them in collocations, and
the original words are the counterexamples. No word is narrower than the one that it
substitutes: a writer who calls a car a van may well be right. `tools/benchmarks/substitution.py` measures with other articles, and
with pairs and dictionaries that neither the words of news nor the fit have seen.
"""

from __future__ import annotations

import argparse
import json
import random
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import lightgbm
import numpy as np

from newslint.config.custom_phrases import read_phrases
from newslint.learning.inflection import by_analysis
from newslint.learning.training import curve
from newslint.learning.wordnet import WIDER, Lemma, read_wordnet
from newslint.lexicon.pairs import read_pairs
from newslint.text.word_choice.archive_words import Curve
from newslint.text.word_choice.news_words import NewsWords, news_words
from newslint.text.word_choice.unlikely import unlikely
from newslint.text.word_choice.weights import FEATURES, weights
from newslint.text.word_choice.word_context import Proposal, WordContext
from newslint.text.word_choice.word_tokens import tokens
from tools.parts import pairs_of, part
from tools.rates import articles
from tools.spinners import (
    Spinner,
    by_lemma,
    by_pairs,
    by_translation,
    collocation,
    hypernyms,
    spin,
    synonyms,
    word_pairs,
)

FITTED = ("clean-straight", "clean-bbc")
CALIBRATED = {
    **dict.fromkeys(("clean-curly", "clean-straight", "clean-bbc"), (2,)),
    **dict.fromkeys(("clean-references", "clean-originals", "clean-extracted"), (0, 1, 2)),
}
"""Quarters of clean sets, which neither the counts nor the fit have seen, that false findings are measured on."""
MARGIN = 1.5
"""How many times as many false findings are assumed, as most of the articles are of one kind."""
PHRASES = "tortured-phrases.tsv.gz"
SPUN = (0, 1)
"""Quarters of the pairs of spun papers that are substituted."""
SPINS = 6
"""Words that each spinner substitutes in an article, one at a time."""
RIDGE = 1.0
DOUBTFUL = 6
"""Proposals per 1,000 clean words that reach the trees; the weighted sum rules out the others."""
WORTH = 3.0
"""The weight of a substituted word, as of this many others."""
TREES = {
    "objective": "binary", "learning_rate": 0.1, "num_leaves": 12, "min_data_in_leaf": 40, "lambda_l2": 5,
    "feature_fraction": 0.5, "bagging_fraction": 0.7, "bagging_freq": 1, "seed": 0, "verbose": -1,
    "num_threads": 1, "deterministic": True,
}  # fmt: skip
ROUNDS = 150
SEED = 1
OUTPUT = Path(__file__).parents[2] / "newslint" / "text" / "word_choice" / "weights.json"

Rows = np.ndarray[Any, np.dtype[np.float32]]
Article = tuple[str, ...]


@dataclass(frozen=True)
class Evidence:
    """Features of substituted words' originals, and of neighbours of clean words."""

    spun: Rows
    clean: Rows
    words: int
    """Words of the articles, which were examined unchanged."""


def main() -> int:
    """Collect the evidence, fit, and write the weights."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("corpora", type=Path)
    parser.add_argument("--thesaurus", type=Path, default=Path("/usr/share/wordnet"), help="WordNet's folder")
    parser.add_argument("--output", type=Path, default=OUTPUT)
    parser.add_argument("--every", type=int, default=1, help="fit on one article in this many")
    parser.add_argument("--jobs", type=int, default=2)
    args = parser.parse_args()
    texts = [text for name in FITTED for text in part(_articles(args.corpora, name), (0, 1))[:: args.every]]
    evidence = gather(texts, _spinners(args.thesaurus, args.corpora), args.jobs)
    print(f"{len(evidence.spun):,} words substituted, {len(evidence.clean):,} neighbours of unchanged words")
    source = (
        f"fitted on {len(evidence.spun):,} words put one by one into {len(texts):,} articles of "
        f"{' and '.join(FITTED)} and their {evidence.words:,} own words, by tools/tables/unlikely_word.py"
    )
    table = {"source": source, **fit(evidence), "calibration": ()}
    _write(table, args.output)
    table["calibration"] = calibrate(args.corpora, args.jobs)
    _write(table, args.output)
    return 0


def _write(table: Mapping[str, object], output: Path) -> None:
    output.write_text(json.dumps(table, indent=None, separators=(",", ":")).replace("],[", "],\n["))
    weights.cache_clear()


def calibrate(corpora: Path, jobs: int) -> Curve:
    """Measure how often the words of clean articles reach each score."""
    texts = [
        text for name, quarters in CALIBRATED.items() for text in part(_articles(corpora, name), quarters)
    ]
    with ProcessPoolExecutor(jobs, get_context("fork")) as pool:
        scores = [score for some in pool.map(_scores, texts, chunksize=10) for score in some]
    points = curve(scores, sum(len(block.split()) for text in texts for block in text))
    return tuple((score, round(rate * MARGIN, 5)) for score, rate in points)


def _scores(text: Article) -> list[float]:
    return [doubt.score for doubt in unlikely(tokens(text), news_words())]


def _articles(corpora: Path, name: str) -> Iterator[Article]:
    return (tuple(text.split("\n")) for _, text in articles(corpora, name))


def _spinners(thesaurus: Path, corpora: Path) -> list[Spinner]:
    wordnet = read_wordnet(thesaurus)
    forms = by_analysis(sorted({*news_words().forms(), *(lemma for lemma, _ in wordnet.senses)}), wordnet)
    ours: dict[Lemma, list[str]] = defaultdict(list)
    for pair in read_pairs():
        for kind in "nva":
            ours[pair.right, kind].append(pair.wrong)
    spun = word_pairs(pairs_of(list(read_phrases(corpora / PHRASES)), SPUN))
    thesauri = (synonyms(wordnet), hypernyms(wordnet, WIDER), by_translation(ours))
    return [*(by_lemma(others, forms, wordnet) for others in thesauri), by_pairs(spun, wordnet)]


def gather(texts: Sequence[Article], spinners: Sequence[Spinner], jobs: int) -> Evidence:
    """Collect features of right words in spun and clean articles."""
    with ProcessPoolExecutor(jobs, get_context("fork"), _spinners_here.extend, (spinners,)) as pool:
        found = list(pool.map(_examine, range(len(texts)), texts, chunksize=10))
    spun = np.vstack([rows for rows, _ in found if len(rows)])
    clean = np.vstack([rows for _, rows in found if len(rows)])
    return Evidence(spun, clean, sum(len(block.split()) for text in texts for block in text))


_spinners_here: list[Spinner] = []
"""The spinners of a process; functions cannot be sent to it."""


def _examine(number: int, text: Article) -> tuple[Rows, Rows]:
    words, rng = news_words(), random.Random(SEED + number)  # noqa: S311
    spun = [one for spinner in _spinners_here for one in _substitute(text, spinner, words, rng)]
    clean = [one for proposals in WordContext(tokens(text), words).proposals() for one in proposals]
    return _rows(spun), _rows(clean)


def _rows(proposals: Sequence[Proposal]) -> Rows:
    return np.array([one.features for one in proposals], dtype=np.float32).reshape(-1, len(FEATURES))


def _substitute(text: Article, spinner: Spinner, words: NewsWords, rng: random.Random) -> Iterator[Proposal]:
    """Yield the proposals of the original word."""
    for number in range(SPINS):
        if changed := spin(text, spinner, rng, collocation(words) if number % 2 else None):
            company = WordContext(changed.read, words)
            yield from (one for one in company.at(changed.number) if one.right == changed.right)


def fit(evidence: Evidence) -> dict[str, object]:
    """Fit a weighted sum of the features, and trees for doubtful words."""
    rows = np.vstack((evidence.spun, evidence.clean))
    right = np.arange(len(rows)) < len(evidence.spun)
    weights, bias = regression(rows, right)
    sums = rows @ weights + bias
    falling = np.sort(sums[~right])[::-1]
    doubtful = float(falling[min(DOUBTFUL * evidence.words // 1000, len(falling) - 1)])
    near = sums > doubtful
    data = lightgbm.Dataset(
        rows[near],
        right[near].astype(float),
        weight=np.where(right[near], WORTH, 1.0),
        init_score=sums[near],
    )
    trees = lightgbm.train(TREES, data, ROUNDS).dump_model()["tree_info"]
    return {
        "bias": round(bias, 4),
        "doubtful": round(doubtful, 4),
        "weights": {name: round(float(weight), 4) for name, weight in zip(FEATURES, weights, strict=True)},
        "trees": [_tree(tree["tree_structure"]) for tree in trees],
    }


def regression(rows: Rows, right: np.ndarray[Any, Any]) -> tuple[np.ndarray[Any, Any], float]:
    """Fit a logistic regression on standardised features by Newton's method."""
    middle, spread = rows.mean(0), rows.std(0) + 1e-6
    scaled = np.hstack(((rows - middle) / spread, np.ones((len(rows), 1), np.float32)))
    weights = np.zeros(scaled.shape[1])
    for _ in range(12):
        odds = 1 / (1 + np.exp(-(scaled @ weights)))
        slope = scaled.T @ (right - odds) - RIDGE * weights
        bend = (scaled * (odds * (1 - odds))[:, None]).T @ scaled + RIDGE * np.eye(len(weights))
        weights = weights + np.linalg.solve(bend, slope)
    return weights[:-1] / spread, float(weights[-1] - (weights[:-1] * middle / spread).sum())


def _tree(node: dict[str, Any]) -> object:
    if "leaf_value" in node:
        return round(float(node["leaf_value"]), 4)
    limit = round(float(node["threshold"]), 4)
    return [node["split_feature"], limit, _tree(node["left_child"]), _tree(node["right_child"])]


if __name__ == "__main__":
    raise SystemExit(main())
