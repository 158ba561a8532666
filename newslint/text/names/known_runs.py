"""A search for listed names among the capitalised words of a text."""

from __future__ import annotations

from collections.abc import Container, Iterator

from newslint.core.patterns import pattern
from newslint.core.positions import Range

RUN = r"\b\p{Lu}[\p{L}-]+(?:\s(?:of|the|and|for|without|\p{Lu}[\p{L}-]+))+"
"""Words in capitals, and small words between them."""
WORD = r"[\p{L}-]+"
MOST = 9
"""Words of a name."""


def find_known(text: str, names: Container[str]) -> Iterator[Range]:
    """Yield where a text has a name, the longest at each place."""
    for run in pattern(RUN).finditer(text):
        words = [word.span() for word in pattern(WORD).finditer(text, *run.span())]
        first = 0
        while first < len(words):
            for last in range(min(len(words), first + MOST), first + 1, -1):
                at = Range(words[first][0], words[last - 1][1])
                if " ".join(at.of(text).split()) in names:
                    yield at
                    first = last - 1
                    break
            first += 1
