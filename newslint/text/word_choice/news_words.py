"""The words of news: counts and substitutes that ship with newslint.

`python -m tools.tables.news_words` writes the file, from the pairs of `newslint/lexicon/pairs.tsv`, WordNet
and the counts of 22 million words of news. Sequences seen fewer than five times are not in it, so no line can
be read back. The file is mapped into memory, and nothing of it is read before a word is looked up.
"""

from __future__ import annotations

import json
import sys
from array import array
from bisect import bisect_left
from collections.abc import Callable, Mapping, Sequence
from functools import cache, lru_cache, partial
from mmap import ACCESS_READ, mmap
from pathlib import Path
from typing import Any, Literal
from zlib import crc32

from msgspec import Struct

from newslint.text.word_choice.archive_words import Curve, WordRelation
from newslint.text.word_choice.ngrams import Ngrams
from newslint.text.word_choice.weights import weights

FILE = Path(__file__).with_suffix(".bin")
MAGIC = b"newslint news words 1\n"
"""The first line; then a header in JSON, and the sections that it lists."""
SECTIONS: Mapping[str, Literal["I", "H", "B"]] = {
    "index": "I",  # hash table: the number of a form and one, or 0
    "places": "I",  # where each form begins among the letters
    "letters": "B",  # the forms, each before a new line
    "counts": "I",  # of each form
    "near starts": "I",
    "near": "H",  # the neighbours of each form, by their numbers
    "kin": "B",  # their relations
    "follower starts": "I",
    "followers": "H",  # the forms that follow each form, in ascending order
    "follower counts": "B",
    "leader starts": "I",
    "leaders": "H",  # the content words before each content word
    "second starts": "I",
    "seconds": "H",  # the content words after each content word and one word of grammar
    "second leader starts": "I",
    "second leaders": "H",
    "company starts": "I",
    "companys": "H",  # the content words that are often within five content words of each content word
    "triples": "H",  # a table of sequences of three
}
GRAMMAR = 150
"""The commonest forms, which say nothing of each other: words of grammar, marks, “said”."""
COMMON = 8_000
"""Occurrences of a form that is never doubted; one in fifty words that are found otherwise is so common."""
LONG_ROW = 256
"""Followers; more than that are searched in the file."""
STEPS = 8
"""Steps between a count and twice that."""
LEVELS = tuple(round(2 ** (level / STEPS)) for level in range(256))
"""Counts as they are stored: as levels."""
RELATIONS = tuple(WordRelation)
NO_FORM = -1
MOST_NUMBERS = 60_000
"""Numbers of forms in memory, some eight megabytes."""
MOST_FORMS = 10_000
"""Forms and rows in memory, some twenty megabytes."""
ROWS = (
    ("second starts", "seconds"),
    ("follower starts", "followers"),
    ("leader starts", "leaders"),
    ("second leader starts", "second leaders"),
)
"""The rows of the words around a place: two before it, and two after."""


class NearForms(Struct, frozen=True):
    """The neighbours of a form, in order and by their numbers."""

    near: tuple[tuple[str, WordRelation], ...]
    by_number: Mapping[int, str]


class NewsWords:
    """A model of news on disk, in American spelling."""

    def __init__(self, data: mmap | bytes) -> None:
        """Use the bytes that `tools.tables.news_words` wrote."""
        start = data.find(b"\n", len(MAGIC)) + 1
        header = json.loads(data[len(MAGIC) : start])
        self._data = data
        self._sections = {
            name: _numbers(data, start + at, length, SECTIONS[name])
            for name, at, length in header["sections"]
        }
        self._letters_at = start + next(at for name, at, _ in header["sections"] if name == "letters")
        self.size: int = header["size"]
        self.about: Mapping[str, Any] = header["about"]
        counts = self._sections["counts"]
        commonest = [
            self._letters(number) for number in range(max(GRAMMAR, sum(n > COMMON for n in counts[:1_000])))
        ]
        self.grammar = frozenset(commonest[:GRAMMAR])
        """The commonest forms, which go with everything: words of grammar, marks, “said”."""
        self.trusted = frozenset(commonest)
        """Forms so common that they are never doubted."""
        self._triples = Ngrams(self._sections["triples"])
        self.form = lru_cache(MOST_FORMS)(self._read)
        self._number = lru_cache(MOST_NUMBERS)(self._look_up)
        self._followers = lru_cache(MOST_FORMS)(self._follower_counts)
        self._row = lru_cache(MOST_FORMS)(self._numbers_of_row)

    def __reduce__(self) -> tuple[Callable[[], NewsWords], tuple[()]]:
        """Map the file again in another process."""
        return news_words, ()

    def __repr__(self) -> str:
        """Identify the model in cache keys."""
        return f"news words {self.about['digest']}"

    @property
    def calibration(self) -> Curve:
        """The error rates of scores, measured on several kinds of clean news."""
        return weights().calibration

    def count(self, ngram: tuple[str, ...]) -> int:
        """How often a sequence of up to three forms occurs."""
        if len(ngram) == 2:
            one, other = ngram
            return self._followers(one)(self._number(other))
        if len(ngram) == 1:
            return self._count(self._number(ngram[0]))
        return self._triples.count(ngram)

    def neighbours(self, form: str) -> tuple[tuple[str, WordRelation], ...]:
        """The forms that could replace one, nearest first, with their relation."""
        return self.form(form).near

    def collocates(self, form: str, around: Sequence[str]) -> dict[str, int]:
        """The neighbours that fit content words around a form, and how many.

        `around` has two words before the form and two after it.
        """
        if self.grammar.issuperset(around):
            return {}
        near = self.form(form).by_number
        found = dict[str, int]()
        for number, row in zip(map(self._number, around), ROWS, strict=True):
            if number >= GRAMMAR:
                for other in near.keys() & self._row(*row, number):
                    found[near[other]] = found.get(near[other], 0) + 1
        return found

    def goes_with(self, form: str, around: Sequence[str]) -> list[bool]:
        """Whether a form goes with each of the content words around it."""
        own = self._number(form)
        return [
            number >= GRAMMAR and own in self._row(*row, number)
            for number, row in zip(map(self._number, around), ROWS, strict=True)
        ]

    def company(self, form: str, around: Sequence[str]) -> int:
        """How many content words around a form are often near it."""
        own = self._number(form)
        return sum(own in self._row("company starts", "companys", self._number(word)) for word in around)

    def counts(self) -> dict[str, int]:
        """How often each form occurs, the most frequent first."""
        return dict(zip(self.forms(), self._sections["counts"], strict=False))

    def forms(self) -> list[str]:
        """All forms, those that news lacks at the end."""
        length = len(self._sections["letters"])
        return self._data[self._letters_at : self._letters_at + length].decode().splitlines()

    def _look_up(self, form: str) -> int:
        """The number of a form, or `NO_FORM`."""
        index, places = self._sections["index"], self._sections["places"]
        word = form.encode("utf-8", "replace") + b"\n"
        at = crc32(word) % len(index)
        while entry := index[at]:
            place = self._letters_at + places[entry - 1]
            if self._data[place : place + len(word)] == word:
                return entry - 1
            at = (at + 1) % len(index)
        return NO_FORM

    def _count(self, number: int) -> int:
        counts = self._sections["counts"]
        return counts[number] if 0 <= number < len(counts) else 0

    def _read(self, form: str) -> NearForms:
        number = self._number(form)
        near, kin = self._slice("near starts", "near", number), self._slice("near starts", "kin", number)
        by_number = {other: self._letters(other) for other in near}
        pairs = tuple((by_number[other], RELATIONS[k]) for other, k in zip(near, kin, strict=True))
        return NearForms(pairs, by_number)

    def _letters(self, number: int) -> str:
        place = self._letters_at + self._sections["places"][number]
        return self._data[place : self._data.find(b"\n", place)].decode()

    def _slice(self, starts: str, row: str, number: int) -> Sequence[int]:
        bounds = self._sections[starts]
        if not 0 <= number < len(bounds) - 1:
            return ()
        return self._sections[row][bounds[number] : bounds[number + 1]]

    def _numbers_of_row(self, starts: str, row: str, number: int) -> frozenset[int]:
        return frozenset(self._slice(starts, row, number))

    def _follower_counts(self, form: str) -> Callable[[int], int]:
        """A function that tells how often a form follows this one."""
        number = self._number(form)
        row = self._slice("follower starts", "followers", number)
        levels = self._slice("follower starts", "follower counts", number)
        if len(row) > LONG_ROW:
            return partial(_search, row, levels)
        known = _Known((other, LEVELS[level]) for other, level in zip(row, levels, strict=True))
        return known.__getitem__


class _Known(dict[int, int]):
    """Counts; missing ones are 0."""

    def __missing__(self, _number: int) -> int:
        return 0


def _search(row: Sequence[int], levels: Sequence[int], number: int) -> int:
    at = bisect_left(row, number)
    return LEVELS[levels[at]] if at < len(row) and row[at] == number else 0


def _numbers(data: mmap | bytes, start: int, length: int, kind: Literal["I", "H", "B"]) -> Sequence[int]:
    """The numbers of a section, stored with the lowest byte first."""
    part = memoryview(data)[start : start + length].cast(kind)
    if sys.byteorder == "big":
        swapped = array(kind, part)
        swapped.byteswap()
        return swapped
    return part


@cache
def news_words() -> NewsWords:
    """The words of news, mapped into memory."""
    with FILE.open("rb") as file:
        return NewsWords(mmap(file.fileno(), 0, access=ACCESS_READ))
