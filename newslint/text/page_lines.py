"""Lines that a page repeats around its articles, and their comparison."""

from __future__ import annotations

from newslint.core.patterns import pattern

HEAD, TAIL = 3, 5
"""How many paragraphs at the beginning and at the end of an article are examined."""
FIGURES = r"\d+"


def normalise(text: str) -> str:
    """A paragraph with white space folded and every number as #."""
    return pattern(FIGURES).sub("#", " ".join(text.split()))
