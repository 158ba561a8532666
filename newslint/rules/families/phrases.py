"""Phrases of tables, and the search for them by their first words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

import regex
from msgspec import Struct

from newslint.core.patterns import pattern
from newslint.rules.families.frame import frame

ANY_FIRST = re.compile(r"\w+|(?<=\w)[^\w\s]")
"""Any word, or a mark after one."""

SECOND = re.compile(r"\s+(\w+|[^\w\s])")


class Phrase(Struct, frozen=True, dict=True):
    """An entry of a phrase table: wrong words and right ones.

    The wrong words are a frame, with slots, alternatives and inflection. A lower-case letter in them matches
    either case, a capital only itself, so that “Washington Publish” does not match “Washington, publish”.
    """

    wrong: str
    right: tuple[str, ...]
    condition: str = ""
    """An expression that must match after the wrong words."""
    source: str = ""
    note: str = ""
    gate: str = ""
    """The verdict that an article must have, with a language if one must be its original: `translated:es`."""
    unsure: bool = False
    """Whether the fix needs review even where those of the table are safe."""
    sure: bool = False
    """Whether the fix is safe although those of the table are not."""

    @cached_property
    def compiled(self) -> regex.Pattern[str]:
        """The wrong words as whole words with their condition, and groups for the variable parts."""
        return pattern(self._whole_words(frame(self.wrong).expression))

    @property
    def plain_expression(self) -> str:
        """The expression without groups, to combine with others."""
        return self._whole_words(frame(self.wrong).plain)

    def _whole_words(self, expression: str) -> str:
        return rf"{expression}\b(?={self.condition})" if self.condition else rf"{expression}\b"


def phrase_expression(phrases: Iterable[Phrase]) -> str:
    """An expression for all phrases as whole words, the longest first."""
    return rf"\b(?:{'|'.join(phrase.plain_expression for phrase in _longest_first(phrases))})"


class PhraseSearch:
    """Searches texts for phrases, by the words with which they begin.

    One expression for all of them would be tried at each word of a text.
    """

    def __init__(self, phrases: Iterable[Phrase]) -> None:
        """Sort the phrases by their first words."""
        words = {phrase: frame(phrase.wrong).first_words for phrase in _longest_first(phrases)}
        first = frozenset[str]().union(*filter(None, words.values()))
        self._by_first = {
            word: _Alternatives([phrase for phrase, begins in words.items() if not begins or word in begins])
            for word in first
        }
        open_ended = [phrase for phrase, begins in words.items() if not begins]
        self._others = _Alternatives(open_ended) if open_ended else None
        self._first = ANY_FIRST if open_ended else _beginning_like(first)

    def find(self, text: str, seconds: float) -> Iterator[tuple[Phrase, regex.Match[str]]]:
        """Yield the phrases in a text, each with its slots; of those that overlap, the first and longest.

        Raises:
            TimeoutError: a search takes too many seconds.

        """
        end = 0
        for word in self._first.finditer(text) if self._by_first or self._others else ():
            alternatives = self._by_first.get(word[0].lower(), self._others)
            if alternatives and word.start() >= end and alternatives.may_go_on(text, word.end()):
                found = alternatives.compiled.match(text, word.start(), timeout=seconds)
                if found:
                    end = found.end()
                    yield alternatives.which(found)


class _Alternatives:
    """Phrases that may begin with the same word, in the order of their search."""

    def __init__(self, phrases: Sequence[Phrase]) -> None:
        self._phrases = phrases

        seconds = [frame(phrase.wrong).second_words for phrase in phrases]
        self._seconds = frozenset[str]().union(*filter(None, seconds)) if all(seconds) else None

    def may_go_on(self, text: str, end: int) -> bool:
        """Whether the word after the first, which ends there, is the second of a phrase."""
        if self._seconds is None:
            return True
        second = SECOND.match(text, end)
        return second is not None and second[1].lower() in self._seconds

    @cached_property
    def compiled(self) -> regex.Pattern[str]:
        return pattern(phrase_expression(self._phrases))

    def which(self, match: regex.Match[str]) -> tuple[Phrase, regex.Match[str]]:
        """The phrase that matches there, with its slots."""
        slots = ((phrase, phrase.compiled.match(match.string, match.start())) for phrase in self._phrases)
        return next((phrase, match) for phrase, match in slots if match)


def _beginning_like(first: Iterable[str]) -> re.Pattern[str]:
    """An expression for the words that have the initial of any of some words, or marks that are one."""
    initials = {word[0] for word in first}
    letters = {case for letter in initials if letter.isalnum() for case in (letter, letter.upper())}
    marks = {mark for mark in initials if not mark.isalnum()}
    both = [
        f"[{''.join(map(re.escape, sorted(chars)))}]{more}"
        for chars, more in ((letters, r"\w*"), (marks, ""))
        if chars
    ]
    return re.compile(rf"\b(?:{'|'.join(both)})")


def _longest_first(phrases: Iterable[Phrase]) -> Sequence[Phrase]:
    """The phrases in the order of their search."""
    return sorted(phrases, key=lambda phrase: len(phrase.wrong), reverse=True)
