"""The interface of a model of words, as rules use it.

One of news ships with newslint; `newslint learn words` creates one of an archive.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from enum import IntEnum
from typing import Protocol

Curve = tuple[tuple[float, float], ...]
"""Descending scores, each with the number of clean words in 1,000 that score at least as high."""


def as_curve(points: Iterable[tuple[float, float]]) -> Curve:
    """The curve in the lists of a JSON file."""
    return tuple((score, rate) for score, rate in points)


class WordRelation(IntEnum):
    """The relation of a neighbour to a word, the nearest first."""

    PAIR = 0
    """A known substitution."""
    SAME = 1
    """A synonym."""
    SIMILAR = 2
    WIDER = 3
    NARROWER = 4
    AKIN = 5
    """A word that is put for this one."""
    DISTANT = 6
    """A word related to some of the same words."""


class ArchiveWords(Protocol):
    """A model of words, in American spelling.

    All forms are in lower case.
    """

    def __hash__(self) -> int:
        """Models are keys of caches."""

    @property
    def size(self) -> int:
        """The number of words that were counted."""

    @property
    def calibration(self) -> Curve:
        """The error rates of scores of `newslint.text.word_choice.unlikely`, measured on clean articles."""

    def count(self, ngram: tuple[str, ...]) -> int:
        """The frequency of a sequence of up to three words."""

    def neighbours(self, form: str) -> tuple[tuple[str, WordRelation], ...]:
        """The forms that could replace one, nearest first, with their relation."""

    def collocates(self, form: str, around: Sequence[str]) -> Mapping[str, int]:
        """The neighbours that fit content words around a form, and how many.

        `around` has two words before the form and two after it.
        """

    def goes_with(self, form: str, around: Sequence[str]) -> Sequence[bool]:
        """Whether a form goes with each of the content words around it."""

    def company(self, form: str, around: Sequence[str]) -> int:
        """How many content words around a form are often near it."""

    @property
    def grammar(self) -> frozenset[str]:
        """The commonest forms, which go with everything: words of grammar, marks, “said”."""

    @property
    def trusted(self) -> frozenset[str]:
        """Forms so common that they are never doubted."""
