"""The phrases of tables, and a search by their first words."""

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
        """The wrong words with their condition, and groups for variable parts."""
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
    """Searches texts for phrases by their first words.

    A single expression for all phrases would be tried at each word of a text.
    """

    def __init__(self, phrases: Iterable[Phrase]) -> None:
        """Group the phrases by first word; those without are in all."""
        first_words = {phrase: frame(phrase.wrong).first_words for phrase in _longest_first(phrases)}
        listed = frozenset[str]().union(*filter(None, first_words.values()))
        self._groups = {
            word: _PhraseGroup([p for p, first in first_words.items() if not first or word in first])
            for word in listed
        }
        unlisted = [phrase for phrase, first in first_words.items() if not first]
        self._unlisted = _PhraseGroup(unlisted) if unlisted else None
        self._first = ANY_FIRST if unlisted else _with_initial_of(listed)

    def find(self, text: str, seconds: float) -> Iterator[tuple[Phrase, regex.Match[str]]]:
        """Yield phrases with their slots; of overlapping ones, the first and longest.

        Raises:
            TimeoutError: a search takes too many seconds.

        """
        end = 0
        for word in self._first.finditer(text) if self._groups or self._unlisted else ():
            group = self._groups.get(word[0].lower(), self._unlisted)
            if group and word.start() >= end and group.may_continue(text, word.end()):
                found = group.compiled.match(text, word.start(), timeout=seconds)
                if found:
                    end = found.end()
                    yield group.phrase_of(found)


class _PhraseGroup:
    """Phrases that may begin with the same word, the longest first."""

    def __init__(self, phrases: Sequence[Phrase]) -> None:
        self._phrases = phrases
        words = [frame(phrase.wrong).second_words for phrase in phrases]
        self._second_words = frozenset[str]().union(*filter(None, words)) if all(words) else None

    def may_continue(self, text: str, end: int) -> bool:
        """Whether the word after `end` may be the second of a phrase."""
        if self._second_words is None:
            return True
        second = SECOND.match(text, end)
        return second is not None and second[1].lower() in self._second_words

    @cached_property
    def compiled(self) -> regex.Pattern[str]:
        return pattern(phrase_expression(self._phrases))

    def phrase_of(self, match: regex.Match[str]) -> tuple[Phrase, regex.Match[str]]:
        """The phrase that matched, and its match with slots."""
        tried = ((phrase, phrase.compiled.match(match.string, match.start())) for phrase in self._phrases)
        return next((phrase, slots) for phrase, slots in tried if slots)


def _with_initial_of(words: Iterable[str]) -> re.Pattern[str]:
    """An expression for words with the initials of some words."""
    initials = {word[0] for word in words}
    letters = {case for letter in initials if letter.isalnum() for case in (letter, letter.upper())}
    marks = {mark for mark in initials if not mark.isalnum()}
    both = [
        f"[{''.join(map(re.escape, sorted(chars)))}]{rest}"
        for chars, rest in ((letters, r"\w*"), (marks, ""))
        if chars
    ]
    return re.compile(rf"\b(?:{'|'.join(both)})")


def _longest_first(phrases: Iterable[Phrase]) -> Sequence[Phrase]:
    return sorted(phrases, key=lambda phrase: len(phrase.wrong), reverse=True)
