"""Lines that a page repeats around its articles, and their comparison."""

from __future__ import annotations

from newslint.core.patterns import pattern

HEAD, TAIL = 3, 5
"""How many paragraphs from the begin and from the end of an article are looked at."""
FIGURES = r"\d+"


def folded(text: str) -> str:
    """A paragraph with white space folded and every number as #."""
    return pattern(FIGURES).sub("#", " ".join(text.split()))
