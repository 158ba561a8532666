"""The change of “a” or “an” that a new word requires."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.core.diagnostics import Change
from newslint.core.patterns import pattern
from newslint.core.positions import Range
from newslint.lexicon.sounds import begins_with_consonant, begins_with_vowel

WIDEST = 8
"""Code points from the beginning of an article to its noun."""
ARTICLE = r"\b[Aa]n?(?=\s+\Z)"
"""The article right before a word."""


def agree_article(text: str, at: Range, right: str) -> Iterator[Change]:
    """Yield the change of the article before a replaced word."""
    match = pattern(ARTICLE).search(text, max(at.start - WIDEST, 0), at.start)
    if match and not (begins_with_consonant(right) if match[0] in "Aa" else begins_with_vowel(right)):
        yield Change(Range(*match.span()), match[0][0] + ("" if len(match[0]) > 1 else "n"))
