"""The likelihood of word sequences, by the counts of an archive."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from newslint.text.word_choice.archive_words import ArchiveWords

PAIR, TRIPLE = 15, 6
"""Weights, in words, of the single-word estimate for a pair, and of the pair estimate for a triple."""


class Likelihood:
    """Estimates likelihoods; each count is looked up once."""

    def __init__(self, words: ArchiveWords) -> None:
        """Use the counts of an archive."""
        self._words = words
        self._known: dict[tuple[str, ...], int] = {}
        self.size = max(words.size, 1)

    def count(self, ngram: tuple[str, ...]) -> int:
        """How often a sequence occurs, rounded down to a power of two."""
        count = self._known.get(ngram)
        if count is None:
            count = self._known[ngram] = self._words.count(ngram)
        return count

    def of_one(self, form: str) -> float:
        """How likely a word is anywhere."""
        return (self.count((form,)) + 0.5) / self.size

    def of_two(self, one: str, other: str) -> float:
        """How likely the second word is after the first."""
        return (self.count((one, other)) + PAIR * self.of_one(other)) / (self.count((one,)) + PAIR)

    def between(self, left: str, forms: Iterable[str], right: str) -> Iterator[float]:
        """How likely each of some forms is between two words.

        The rule spends most of its time here, and pairs seldom recur, so they are not cached.
        """
        count, often_of, size = self._words.count, self.count, self.size
        before, after = often_of((left,)) + PAIR, PAIR * self.of_one(right)
        for form in forms:
            often = often_of((form,))
            one = count((left, form)) + PAIR * (often + 0.5) / size
            yield one / before * (count((form, right)) + after) / (often + PAIR)

    def of_three(self, one: str, two: str, three: str) -> float:
        """How likely the third word is after the first two."""
        often = self.count((one, two, three)) if self.count((one, two)) else 0
        return (often + TRIPLE * self.of_two(two, three)) / (self.count((one, two)) + TRIPLE)
