"""Fits the weights of `unlikely-word`, and writes `newslint/text/word_choice/weights.json`.

    pip install numpy lightgbm
    python tools/benchmarks/fit_unlikely.py CORPORA --thesaurus WORDNET

A table is learned from one half of clean-curly. The weights are fitted on clean-straight, other outlets'
articles: spinners put words into them, one at a time, and the words that were there speak for the other side.
`tools/benchmarks/substitution.py` measures with the other half of clean-curly, and with pairs of words that neither
the table nor the fit has seen.
"""

from __future__ import annotations

import argparse
import json
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import lightgbm
import numpy as np
from parts import halves, pairs_of
from spinners import Spinner, by_lemma, by_pairs, hypernyms, spin, synonyms, word_pairs

from newslint.config.custom_phrases import read_phrases
from newslint.learning.counting import Counting
from newslint.learning.inflection import by_analysis, learn_pairs
from newslint.learning.training import uncalibrated
from newslint.learning.wordnet import Wordnet, read_wordnet
from newslint.text.word_choice.archive_model import HouseWords
from newslint.text.word_choice.weights import FEATURES
from newslint.text.word_choice.word_context import Proposal, WordContext
from newslint.text.word_choice.word_tokens import tokens
from tools.rates import articles

TAUGHT, FITTED = "clean-curly", "clean-straight"
PHRASES = "tortured-phrases.tsv.gz"
KNOWN, SPUN = (0,), (1,)
"""Quarters of the pairs: those that the table knows, and those that are put into articles."""
SPINS = 6
"""Words that each spinner puts into an article, one at a time."""
UNTOUCHED = 2
"""Every so-manieth article is looked at untouched as well."""
RIDGE = 1.0
DOUBTFUL = 80
"""Proposals in 1,000 clean words that the trees look at; the weighted sum rules the others out."""
TREES = {
    "objective": "binary", "learning_rate": 0.2, "num_leaves": 8, "min_data_in_leaf": 40, "lambda_l2": 5,
    "feature_fraction": 0.5, "bagging_fraction": 0.7, "bagging_freq": 1, "seed": 0, "verbose": -1,
    "num_threads": 1, "deterministic": True,
}  # fmt: skip
ROUNDS = 60
SEED = 1
OUTPUT = Path(__file__).parents[2] / "newslint" / "text" / "word_choice" / "weights.json"

Rows = np.ndarray[Any, np.dtype[np.float32]]


@dataclass(frozen=True)
class Evidence:
    """Features of neighbours that spinners wrote another word for, and of those of untouched words."""

    spun: Rows
    clean: Rows
    words: int
    """Of the articles that were looked at untouched."""


def main() -> int:
    """Learn the table, gather the evidence, fit, and write the weights."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("corpora", type=Path)
    parser.add_argument("--thesaurus", type=Path, default=Path("/usr/share/wordnet"), help="WordNet's folder")
    parser.add_argument("--output", type=Path, default=OUTPUT)
    args = parser.parse_args()
    phrases = list(read_phrases(args.corpora / PHRASES))
    wordnet = read_wordnet(args.thesaurus)
    learn_pairs(pairs_of(phrases, KNOWN), wordnet)
    taught = halves(tuple(text.split("\n")) for _, text in articles(args.corpora, TAUGHT))[0]
    words = _words(taught, wordnet)
    texts = [tuple(text.split("\n")) for _, text in articles(args.corpora, FITTED)]
    held_out = word_pairs(pairs_of(phrases, SPUN)) - word_pairs(pairs_of(phrases, KNOWN))
    evidence = gathered(texts, words, _spinners(wordnet, words, held_out))
    print(f"{len(evidence.spun):,} words put in, {len(evidence.clean):,} neighbours of untouched words")
    source = (
        f"fitted on {len(evidence.spun):,} words put one by one into {len(texts):,} articles of {FITTED} and "
        f"{evidence.words:,} untouched words of them, with a table of {words.size:,} words of {TAUGHT}, "
        "by tools/benchmarks/fit_unlikely.py"
    )
    table = {"source": source, **fitted(evidence)}
    args.output.write_text(json.dumps(table, indent=None, separators=(",", ":")).replace("],[", "],\n["))
    return 0


def _words(texts: Sequence[tuple[str, ...]], wordnet: Wordnet) -> HouseWords:
    counting = Counting()
    for text in texts:
        counting.take(text)
    return uncalibrated(counting, wordnet, {})


def _spinners(wordnet: Wordnet, words: HouseWords, pairs: set[tuple[str, str]]) -> list[Spinner]:
    forms = by_analysis(sorted({*words.near, *(lemma for lemma, _ in wordnet.senses)}), wordnet)
    thesauri = (synonyms(wordnet), hypernyms(wordnet))
    return [*(by_lemma(others, forms, wordnet) for others in thesauri), by_pairs(pairs, wordnet)]


def gathered(texts: Sequence[tuple[str, ...]], words: HouseWords, spinners: Sequence[Spinner]) -> Evidence:
    """What speaks for the right words of spun articles, and for any in untouched ones."""
    rng = random.Random(SEED)  # noqa: S311
    spun, clean, length = [], [], 0
    for number, text in enumerate(texts):
        if number % UNTOUCHED == 0:
            length += sum(len(block.split()) for block in text)
            clean += [
                _row(one) for proposals in WordContext(tokens(text), words).proposals() for one in proposals
            ]
        for spinner in spinners:
            spun += [_row(one) for one in _put_in(text, spinner, words, rng)]
    return Evidence(np.stack(spun), np.stack(clean), length)


def _put_in(
    text: tuple[str, ...], spinner: Spinner, words: HouseWords, rng: random.Random
) -> Iterator[Proposal]:
    """The proposals that are right."""
    for _ in range(SPINS):
        if changed := spin(text, spinner, rng):
            company = WordContext(tokens(changed.texts), words)
            if company.forms[changed.number] == changed.wrong:
                yield from (one for one in company.at(changed.number) if one.right == changed.right)


def _row(proposal: Proposal) -> Rows:
    return np.array(proposal.features, dtype=np.float32)


def fitted(evidence: Evidence) -> dict[str, object]:
    """A weighted sum of the features, and trees for what it makes doubtful."""
    rows = np.vstack((evidence.spun, evidence.clean))
    right = np.arange(len(rows)) < len(evidence.spun)
    weights, bias = regression(rows, right)
    sums = rows @ weights + bias
    falling = np.sort(sums[~right])[::-1]
    doubtful = float(falling[min(DOUBTFUL * evidence.words // 1000, len(falling) - 1)])
    near = sums > doubtful
    data = lightgbm.Dataset(rows[near], right[near].astype(float), init_score=sums[near])
    trees = lightgbm.train(TREES, data, ROUNDS).dump_model()["tree_info"]
    return {
        "bias": round(bias, 4),
        "doubtful": round(doubtful, 4),
        "weights": {name: round(float(weight), 4) for name, weight in zip(FEATURES, weights, strict=True)},
        "trees": [_tree(tree["tree_structure"]) for tree in trees],
    }


def regression(rows: Rows, right: np.ndarray[Any, Any]) -> tuple[np.ndarray[Any, Any], float]:
    """Weights and bias of a logistic regression, by Newton's method on features of equal spread."""
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
