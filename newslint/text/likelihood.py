"""How likely words are to follow one another, as an archive’s counts of words, pairs and triples have it."""

from __future__ import annotations

from newslint.text.house_words import Words

PAIR, TRIPLE = 15, 6
"""A pair is as likely as its count says, and as chance says with the weight of so many words; so is a triple
with what pairs say."""


class Likelihood:
    """What an archive’s counts say; each is looked up once."""

    def __init__(self, words: Words) -> None:
        """Ask an archive."""
        self._words = words
        self._known: dict[tuple[str, ...], int] = {}
        self.size = max(words.size, 1)

    def count(self, ngram: tuple[str, ...]) -> int:
        """How often a sequence stands in the archive, as the power of two below or at it."""
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

    def of_three(self, one: str, two: str, three: str) -> float:
        """How likely the third word is after the first two."""
        often = self.count((one, two, three)) if self.count((one, two)) else 0
        return (often + TRIPLE * self.of_two(two, three)) / (self.count((one, two)) + TRIPLE)
