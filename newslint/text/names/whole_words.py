"""A search for whole words that compiles nothing."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.core.positions import Place, Range
from newslint.text.document import Document

JOINS = frozenset("-’'")


def find_whole(words: str, text: str) -> Iterator[Range]:
    """Yield where words occur whole, perhaps as possessives."""
    at = text.find(words)
    while at >= 0:
        end = at + len(words)
        before, after = text[at - 1 : at], text[end : end + 1]
        if not (before.isalpha() or (before in JOINS and before)) and not (after.isalpha() or after == "-"):
            yield Range(at, end)
        at = text.find(words, end)


def find_places(words: str, document: Document) -> Iterator[Place]:
    """Yield where an article has whole words."""
    for number in document.encoded_text.containing(words):
        for at in find_whole(words, document.texts[number]):
            yield Place(number, at)


def count_whole(words: str, document: Document) -> int:
    """How often an article has words, as whole words."""
    return sum(1 for _ in find_places(words, document))


def is_repeated(words: str, document: Document) -> bool:
    """Whether words recur, and so are a name rather than damage."""
    return count_whole(words, document) > 1
