"""Finds lower-case words that are not English."""

from __future__ import annotations

from collections.abc import Sequence

from newslint.core.text_facts import TextFacts
from newslint.lexicon.english_words import unknown_among


def _unknown_words(texts: Sequence[str]) -> list[frozenset[str]]:
    """Return each text's lower-case ASCII words that no list has.

    Words next to punctuation are skipped: splitting at white space takes a third of the time of a regular
    expression.
    """
    words = [set(text.split()) for text in texts]
    unknown = {w for w in unknown_among(set().union(*words)) if w.isalpha() and w.islower() and w.isascii()}
    return [frozenset(unknown & within) for within in words]


unknown_words = TextFacts(_unknown_words)
"""The unknown words of each of some texts."""
