"""The weight of each feature of a word and its neighbour.

`tools/benchmarks/fit_unlikely.py` finds them. First a weighted sum, then, for the few words that it makes
doubtful, small trees that add to it what a sum cannot express. `weights.json`, beside this file, says what
they were fitted on.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from operator import mul
from pathlib import Path
from typing import Any

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
    "length",
    "wanted",  # of how many words it is a neighbour
)
FEATURES = (
    *(f"word: {name}" for name in OF_A_WORD),
    *(f"neighbour: {name}" for name in OF_A_WORD),
    "all neighbours",  # how much likelier they are than the word between its two neighbours
    "better neighbours",  # how many of them are likelier
    "neighbours",
    "often before",  # how often the archive says the word before
    "often after",
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
"""What speaks for a neighbour or against it, in the order of `company`; counts as logarithms."""

Tree = Sequence[Any] | float
"""What it adds; or the number of a feature, a limit, and the trees for up to that and beyond it."""


@dataclass(frozen=True, slots=True)
class Weights:
    """How a neighbour is scored by its features."""

    bias: float
    weights: tuple[float, ...]
    doubtful: float
    """What the sum must be for the neighbour to be worth a doubt."""
    trees: tuple[Tree, ...]

    def score(self, features: Sequence[float]) -> float | None:
        """The log odds that a word was substituted, up to a constant.

        None where they are so low that there is no doubt.
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
    """What was fitted."""
    file = Path(__file__).with_suffix(".json")
    return of_table(json.loads(file.read_text("utf-8")))


def of_table(table: Mapping[str, Any]) -> Weights:
    """The weights of the file, in the order of the features."""
    named = table["weights"]
    return Weights(
        table["bias"], tuple(named[name] for name in FEATURES), table["doubtful"], tuple(table["trees"])
    )
