"""English words, and their frequency in news."""

from __future__ import annotations

from bisect import bisect_right
from functools import cache, cached_property
from pathlib import Path

MANY = 5_000
"""Lookups in the file before it is read into a set, which takes 30 ms and 15 MB."""
PAGE, LONGEST = 2_000, 100
"""Bytes of a page of the file, and of a word that may continue on the next page."""


def is_word(letters: str) -> bool:
    """Return whether lower-case letters are a word of English or of news."""
    return letters in _dictionary() or letters in _new_words()


def unknown_among(letters: set[str]) -> set[str]:
    """Return those that are not words; capitals and marks count as letters."""
    return _dictionary().without(letters) - _new_words()


def is_in_dictionary(letters: str) -> bool:
    """Return whether lower-case letters are a word of the dictionary."""
    return letters in _dictionary()


def frequency(letters: str) -> int:
    """Return how often a word occurs in 10 million words of news.

    0 if it is not among the 12,000 commonest.
    """
    return _frequencies().get(letters, 0)


def is_frequent(letters: str) -> bool:
    """Return whether a word is among the 12,000 commonest of news."""
    return letters in _frequencies()


def frequent_words() -> tuple[str, ...]:
    """The 12,000 commonest lower-case words of news, the commonest first."""
    return tuple(_frequencies())


class _Dictionary:
    """The words of the sorted file, searched there or as sets."""

    def __init__(self) -> None:
        self._data = Path(__file__).with_name("words.txt").read_bytes()
        self._starts = range(self._data.index(b"\n", self._data.rindex(b"\n#") + 1), len(self._data), PAGE)
        self._firsts = [self._data[start : start + PAGE].split(b"\n", 2)[1] for start in self._starts]
        self._count = 0

    def __contains__(self, word: str) -> bool:
        return not self.without({word})

    def without(self, words: set[str]) -> set[str]:
        """Return the words that are not in the file."""
        self._count += len(words)
        if self._count > MANY:
            return words - self._words
        return {word for word in words if not self._has(word.encode("utf-8", "replace"))}

    @cached_property
    def _words(self) -> frozenset[str]:
        return frozenset(self._data[self._starts[0] :].decode().split())

    def _has(self, word: bytes) -> bool:
        page = max(bisect_right(self._firsts, word) - 1, 0)
        start = self._starts[page]
        return self._data.find(b"\n%b\n" % word, start, start + PAGE + LONGEST) >= 0


@cache
def _dictionary() -> _Dictionary:
    return _Dictionary()


@cache
def _new_words() -> frozenset[str]:
    return frozenset(_lines("new_words.txt"))


@cache
def _frequencies() -> dict[str, int]:
    cells = " ".join(_lines("frequent_words.txt")).split()
    return dict(zip(cells[::2], map(int, cells[1::2]), strict=True))


def _lines(name: str) -> list[str]:
    text = Path(__file__).with_name(name).read_text("utf-8")
    return [line for line in text.split("\n") if line and line[0] != "#"]
