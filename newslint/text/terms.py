"""The terms of an article: acronyms and nouns, how often and in which frames."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Terms:
    """What the article is about, in its own words."""


def gather_terms(texts: Sequence[str]) -> Terms:
    """Count the terms of an article over the texts of its blocks."""
    return Terms()
