"""Counting the word sequences of an archive in bounded memory."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Container, Iterable, Iterator, Sequence
from itertools import pairwise

from msgspec import Struct, field

from newslint.text.word_choice.word_tokens import NAME, SELDOM, STOP, tokens

MAX_SEQUENCES = 9_000_000
"""Distinct sequences in memory, about a gigabyte; beyond that, sequences seen once are dropped."""
BITS = 21
"""Bits of a word's number in a sequence."""
MAX_WORDS = (1 << BITS) - 1
"""The maximum number of distinct words."""


class NgramCounter(Struct):
    """The words of an archive, each article a row of numbers."""

    vocabulary: dict[str, int] = field(default_factory=lambda: {NAME: 0, STOP: 1})
    often: list[int] = field(default_factory=lambda: [0, 0])
    row: array[int] = field(default_factory=lambda: array("i"))
    """All words by their numbers; capitalised words have negative numbers."""

    def add(self, texts: Sequence[str]) -> None:
        """Count an article; beyond the limit, new words count as names."""
        known, often = self.vocabulary, self.often
        read = tokens(texts)
        for form, capital in zip(read.forms, read.capitals, strict=True):
            number = known.get(form, 0)
            if not number and len(known) < MAX_WORDS:
                number = known[form] = len(known)
                often.append(0)
            often[number] += 1
            self.row.append(-number if capital else number)

    @property
    def words(self) -> int:
        """How many tokens were counted."""
        return len(self.row)

    def counts(self) -> dict[str, int]:
        """How often each word occurs in the archive."""
        return {form: count for form, count in zip(self.vocabulary, self.often, strict=True) if count}

    def sequences(self, most: int, asked: Container[str]) -> Iterator[tuple[str, int]]:
        """Yield words, then sequences with an `asked` word, most frequent first."""
        forms = list(self.vocabulary)
        wanted = bytearray(form in asked for form in forms)
        longer = _count(_sequence_keys(self._without_rare_names()))
        yield from sorted(self.counts().items(), key=lambda pair: -pair[1])
        kept = [key for key in longer if any(wanted[number] for number in _numbers(key))]
        kept.sort()  # two sorts, since tuples as keys would take a gigabyte
        kept.sort(key=longer.__getitem__, reverse=True)
        for key in kept[: max(most - len(forms), 0)]:
            yield " ".join(forms[number] for number in _numbers(key)), longer[key]

    def _without_rare_names(self) -> array[int]:
        """The row with rarely written names replaced by one number."""
        often = self.often
        row = array("i", (n if n >= 0 else -n if often[-n] >= SELDOM else 0 for n in self.row))
        often[0] = row.count(0)
        return row


def _sequence_keys(row: array[int]) -> Iterator[Iterable[int]]:
    """Yield the pairs and triples of a row, some at a time."""
    lot = 500_000
    for start in range(0, len(row), lot):
        part = row[start : start + lot + 2]
        yield [1 << 3 * BITS | a << BITS | b for a, b in pairwise(part)]
        yield [
            2 << 3 * BITS | a << 2 * BITS | b << BITS | c
            for a, b, c in zip(part, part[1:], part[2:], strict=False)
        ]


def _count(lots: Iterable[Iterable[int]]) -> dict[int, int]:
    counts: Counter[int] = Counter()
    for lot in lots:
        counts.update(lot)
        if len(counts) > MAX_SEQUENCES:
            counts = Counter({key: count for key, count in counts.items() if count > 1})
    return counts


def _numbers(key: int) -> tuple[int, ...]:
    length = key >> 3 * BITS
    all_three = (key >> 2 * BITS & MAX_WORDS, key >> BITS & MAX_WORDS, key & MAX_WORDS)
    return all_three[2 - length :]
