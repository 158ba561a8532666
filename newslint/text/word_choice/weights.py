"""The weight of each feature of a word and its neighbour.

`tools/tables/unlikely_word.py` fits them: a weighted sum, and, for the few words that it makes doubtful,
small trees for what a sum cannot express. `weights.json`, beside this file, names the training data.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from functools import cache
from operator import mul
from pathlib import Path
from typing import Any

from msgspec import Struct

from newslint.text.word_choice.archive_words import Curve, as_curve

OF_A_WORD = (
    "after two words",
    "between two words",
    "before two words",
    "all three",
    "before by chance",  # how much more often than chance has it beside the word before
    "after by chance",
    "often",  # how often the archive says it
    "said",  # whether the article says it elsewhere
    "said often",
    "said so",  # in this form
    "said after",  # after the same word
    "said before",
    "frame",  # words that agree around it and another place where the article says it
    "goes with second before",  # whether it goes with a content word, another word between
    "goes with before",
    "goes with after",
    "goes with second after",
    "company",  # how many of the content words around are often near it
)
FEATURES = (
    *(f"word: {name}" for name in OF_A_WORD),
    *(f"neighbour: {name}" for name in OF_A_WORD),
    "all neighbours",  # how much likelier they are than the word between its two neighbours
    "fitting neighbours",
    "neighbours",
    "often before",  # how often the archive says the word before
    "often after",
    "grammar before",  # whether the word before is one of grammar
    "grammar after",
    "strange article",  # how many of its words the archive does not know
    "kin",
    "rank",
    "gain between",  # how much likelier the neighbour is than the word
    "share between",  # and than all neighbours
    "gain after two words",
    "gain between two words",
    "gain before two words",
    "gain of all three",
    "same beginning",
    "same end",
)
"""Evidence for or against a neighbour, in the order of `WordContext`; counts are logarithms."""

Tree = Sequence[Any] | float
"""The value of a leaf; or the number of a feature, a threshold, and the trees up to and above it."""


class Weights(Struct, frozen=True):
    """Scores a neighbour by its features."""

    bias: float
    weights: tuple[float, ...]
    doubtful: float
    """The minimum sum for the neighbour to raise a doubt."""
    trees: tuple[Tree, ...]
    calibration: Curve = ()
    """The error rates of scores with the words of news."""

    def score(self, features: Sequence[float]) -> float | None:
        """The log odds that a word was substituted, up to a constant.

        None if they are too low for a doubt.
        """
        score: float = self.bias + sum(map(mul, self.weights, features))
        if score <= self.doubtful:
            return None
        return score + sum(_leaf(tree, features) for tree in self.trees)


def _leaf(tree: Tree, features: Sequence[float]) -> float:
    while not isinstance(tree, float):
        feature, limit, below, beyond = tree
        tree = below if features[feature] <= limit else beyond
    return tree


@cache
def weights() -> Weights:
    """Load the fitted weights."""
    file = Path(__file__).with_suffix(".json")
    return of_table(json.loads(file.read_text("utf-8")))


def of_table(table: Mapping[str, Any]) -> Weights:
    """Convert weights of the file to the order of the features."""
    named = table["weights"]
    return Weights(
        table["bias"],
        tuple(named[name] for name in FEATURES),
        table["doubtful"],
        tuple(table["trees"]),
        as_curve(table["calibration"]),
    )
