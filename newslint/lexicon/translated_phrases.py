"""Phrases of machine translation, and how rare they are in news."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

PER = 100_000_000
"""Words that the figures of the file refer to."""


@cache
def translated_rates() -> Mapping[str, Mapping[str, float]]:
    """Return the phrases of each language, with their rates in news.

    A phrase in angle brackets is the name of a mark.
    """
    lines = Path(__file__).with_name("translated_phrases.txt").read_text("utf-8").splitlines()
    found: dict[str, dict[str, float]] = {}
    for line in lines:
        if line[0] != "#":
            language, phrase, rate = line.split(",")
            found.setdefault(language, {})[phrase] = int(rate) / PER
    return found
