"""The grade of an article: its origin, and how damaged it is."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

PER = 1000
"""Words to which damage is related."""


class Verdict(StrEnum):
    """What happened to an article."""

    SPUN = "spun"
    """Its words were substituted, or it was translated back and forth."""
    TRANSLATED = "translated"
    """A machine translated it into English."""
    SCRAPED = "scraped"
    """Parts of a page were left in it."""


class Judgment(Struct, frozen=True):
    """A verdict with its reasons.

    `confidence` is between 0 and 1: of as many damaged articles as clean ones, the share of damaged among
    those that look like this one or worse. `reasons` name what was seen: “7 × mentioned, no said”.
    `language` is the ISO 639-1 code of the language it was probably translated from, empty if unknown.
    """

    verdict: Verdict
    confidence: float
    reasons: str
    language: str = ""


class Grade(Struct, frozen=True):
    """How damaged an article is, and what happened to it.

    `verdicts` are empty for clean copy, the most certain first. `findings` counts what the rules report of
    the article, without the verdicts themselves; `left` is what of it remains after the safe fixes.
    `article` is the number of the article in the file from 0 and `line` the line where it begins from 1.
    """

    words: int
    findings: int
    left: int
    verdicts: tuple[Judgment, ...] = ()
    article: int = 0
    line: int = 1

    @property
    def damage_per_thousand_words(self) -> float:
        """Findings per 1,000 words."""
        return _rate(self.findings, self.words)

    @property
    def left_per_thousand_words(self) -> float:
        """Findings per 1,000 words that remain after the safe fixes."""
        return _rate(self.left, self.words)


def _rate(count: int, words: int) -> float:
    return count * PER / words if words else 0.0
