"""Finds the phrases of a table among the words of a text."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache

from msgspec import Struct

from newslint.core.patterns import REMEMBERED
from newslint.core.positions import Range
from newslint.text.tokens import Tokens, tokens_of


class _Phrase(Struct, frozen=True):
    text: str
    words: list[str]
    anchor: int
    """The number of its longest word, which is the rarest as a rule."""


class PhraseIndex:
    """Phrases in lower case, by their longest words.

    A phrase that begins with `^` begins a sentence. A single word is not found in capitals, which are names.
    Of phrases that overlap, the longest is found.
    """

    def __init__(self, phrases: Iterable[str]) -> None:
        self._words: set[str] = set()
        self._by_anchor: defaultdict[str, list[_Phrase]] = defaultdict(list)
        longer = []
        for phrase in phrases:
            if " " in phrase or phrase[0] == "^":
                longer.append(phrase)
            else:
                self._words.add(phrase)
        for text in sorted(longer, key=lambda phrase: (-phrase.count(" "), phrase[0] != "^", phrase)):
            words = text.removeprefix("^").split()
            anchor = max(range(len(words)), key=lambda number: len(words[number]))
            self._by_anchor[words[anchor]].append(_Phrase(text, words, anchor))
        self._anchors = self._words.union(self._by_anchor)

        self.find = lru_cache(REMEMBERED)(self._find)
        """The phrases in a text, each with its range."""

    def _find(self, text: str) -> tuple[tuple[str, Range], ...]:
        return tuple(self._phrases(tokens_of(text)))

    def _phrases(self, tokens: Tokens) -> Iterator[tuple[str, Range]]:
        words = tokens.lower
        present = self._anchors.intersection(words)
        if not present:
            return
        end = 0
        for number, word in enumerate(words):
            if word in present and number >= end:
                phrase = next(self._phrases_at(tokens, number, end), None)
                if phrase:
                    first = number - phrase.anchor
                    end = first + len(phrase.words)
                    yield phrase.text, tokens.range(first, end)
                elif word in self._words and tokens.words[number][0].islower():
                    end = number + 1
                    yield word, tokens.range(number, end)

    def _phrases_at(self, tokens: Tokens, number: int, end: int) -> Iterator[_Phrase]:
        """Yield phrases with their longest word here, which begin after `end`."""
        for phrase in self._by_anchor.get(tokens.lower[number], ()):
            if number - phrase.anchor >= end and _is_at(tokens, number - phrase.anchor, phrase):
                yield phrase


def _is_at(tokens: Tokens, first: int, phrase: _Phrase) -> bool:
    """Whether a phrase is there, with only space between its words."""
    size = len(phrase.words)
    if tokens.lower[first : first + size] != phrase.words:
        return False
    if any(map(str.strip, tokens.gaps[first + 1 : first + size])):
        return False
    before = tokens.gaps[first].strip()
    begins = tokens.words[first][0].isupper() and (first == 0 or before[-1:] in tuple('.?!:”"'))
    return begins or phrase.text[0] != "^"
