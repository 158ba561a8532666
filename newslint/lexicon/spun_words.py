"""Words and phrases of spinners, and how often authors use them."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple

from newslint.lexicon.classes import words_of

CORPUS_WORDS = 100_000_000
"""The figures in the file are occurrences in so many words of text."""


class SpunRate(NamedTuple):
    """The rates of a phrase per word, and what it replaces."""

    clean: float
    spun: float
    """What a spinner adds that replaces every content word."""
    originals: tuple[str, ...]
    """The words that it replaces, if known."""


@cache
def spun_rates() -> Mapping[str, SpunRate]:
    """Return the rates of each word and phrase that are no terms of computing or printing."""
    lines = Path(__file__).with_name("spun_words.txt").read_text("utf-8").splitlines()
    rows = (line.split(",") for line in lines if line[0] != "#")
    technical = words_of("technical_words")
    return {
        phrase: SpunRate(
            int(clean) / CORPUS_WORDS, int(spun) / CORPUS_WORDS, tuple(filter(None, originals.split("|")))
        )
        for phrase, clean, spun, originals in rows
        if phrase not in technical
    }
