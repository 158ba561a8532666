"""A search for whole words that compiles nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from newslint.core.positions import Range

JOINS = frozenset("-’'")


def find_whole(word: str, text: str) -> Iterator[Range]:
    """Yield where a word stands that is no part of another; a possessive is none."""
    at = text.find(word)
    while at >= 0:
        end = at + len(word)
        before, after = text[at - 1 : at], text[end : end + 1]
        if not (before.isalpha() or (before in JOINS and before)) and not (after.isalpha() or after == "-"):
            yield Range(at, end)
        at = text.find(word, end)


def count_whole(words: str, texts: Iterable[str]) -> int:
    """How often words occur in texts, as whole words."""
    return sum(1 for text in texts if words in text for _ in find_whole(words, text))
