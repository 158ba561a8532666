"""What rules may ask about the words of an archive.

`newslint learn words` makes one that answers.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from typing import Protocol

Curve = tuple[tuple[float, float], ...]
"""Scores from the highest down, each with how many clean words in 1,000 score at least as high."""


@dataclass(frozen=True, slots=True)
class ErrorCurve:
    """What scores mean, measured on clean articles that were held out.

    `alone` is about the scores of single words; `together` about their ranks (below zero, the nearest to it
    the best) once the other doubts of the article are taken into account.
    """

    alone: Curve = ()
    together: Curve = ()


class WordRelation(IntEnum):
    """How a neighbour is akin to a word, the nearest first."""

    PAIR = 0
    """The word is known to be written for it."""
    SAME = 1
    """It has the same meaning."""
    SIMILAR = 2
    WIDER = 3
    NARROWER = 4
    TELLS = 5
    """It explains the word in a dictionary."""


class ArchiveWords(Protocol):
    """What an archive knows of words, in American spelling.

    All forms are in lower case.
    """

    @property
    def size(self) -> int:
        """How many words the archive has."""

    @property
    def calibration(self) -> ErrorCurve:
        """What the scores of `newslint.text.word_choice.unlikely` are worth with these words."""

    def count(self, ngram: tuple[str, ...]) -> int:
        """How often up to three words follow one another.

        Rounded down to a power of two.
        """

    def neighbours(self, form: str) -> tuple[tuple[str, WordRelation], ...]:
        """The forms that could replace one, nearest first, with their relation."""

    def wanted(self, form: str) -> int:
        """Of how many forms it is a neighbour."""
