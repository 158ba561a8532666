"""The words of news together with those of an archive."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from newslint.text.word_choice.archive_model import ArchiveModel
from newslint.text.word_choice.archive_words import ArchiveWords, Curve, WordRelation


class CombinedWords:
    """Counts an archive’s words on top of those of news."""

    def __init__(self, news: ArchiveWords, house: ArchiveModel) -> None:
        """Take two models."""
        self._news, self._house = news, house
        self.size = news.size + house.size

    def __repr__(self) -> str:
        """Identify the models in cache keys."""
        return f"{self._news!r} with {self._house!r}"

    @property
    def calibration(self) -> Curve:
        """The error rates of scores, measured with both on the archive."""
        return self._house.calibration

    def count(self, ngram: tuple[str, ...]) -> int:
        """The frequency of a sequence of up to three words."""
        return self._news.count(ngram) + self._house.count(ngram)

    def neighbours(self, form: str) -> tuple[tuple[str, WordRelation], ...]:
        """The forms that could replace one, those of the archive's dictionaries first."""
        found = dict(self._house.neighbours(form))
        for other, kin in self._news.neighbours(form):
            found.setdefault(other, kin)
        return tuple(found.items())

    def collocates(self, form: str, around: Sequence[str]) -> Mapping[str, int]:
        """The neighbours that fit content words around a form, and how many."""
        found = dict(self._news.collocates(form, around))
        for other, _ in self.neighbours(form):
            if other not in found and (times := sum(self.goes_with(other, around))):
                found[other] = times
        return found

    def goes_with(self, form: str, around: Sequence[str]) -> Sequence[bool]:
        """Whether a form goes with each of the content words around it."""
        farther, left, right, beyond = self._news.goes_with(form, around)
        return (
            farther,
            left or (around[1] not in self.grammar and self._house.count((around[1], form)) > 0),
            right or (around[2] not in self.grammar and self._house.count((form, around[2])) > 0),
            beyond,
        )

    def company(self, form: str, around: Sequence[str]) -> int:
        """How many content words around a form are often near it."""
        return self._news.company(form, around)

    @property
    def grammar(self) -> frozenset[str]:
        """The commonest forms, which go with everything."""
        return self._news.grammar

    @property
    def trusted(self) -> frozenset[str]:
        """Forms so common that they are never doubted."""
        return self._news.trusted
