"""A kind of damage: its places in an article, and its result."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from random import Random

import regex

from newslint.core.patterns import pattern
from newslint.core.positions import Range
from newslint.text.quotations.quotations import Quotes, pair_quotes


@dataclass(frozen=True, slots=True)
class Wound:
    """Replace a stretch of a line; positions count from its beginning."""

    line: int
    start: int
    end: int
    text: str


@dataclass(frozen=True)
class DamagedArticle:
    """A clean article in plain text, a paragraph a line."""

    text: str

    @cached_property
    def lines(self) -> tuple[str, ...]:
        """All lines, without what ends them."""
        return tuple(self.text.split("\n"))

    @cached_property
    def paragraphs(self) -> tuple[int, ...]:
        """The lines that are paragraphs.

        The first line is the headline if it ends like one.
        """
        full = list(self.order)
        headed = len(full) > 1 and self.lines[full[0]].rstrip()[-1] not in '.!?”"'
        return tuple(full[headed:])

    @cached_property
    def order(self) -> dict[int, int]:
        """Which of the lines that hold anything a line is."""
        full = (number for number, line in enumerate(self.lines) if line.strip())
        return {number: place for place, number in enumerate(full)}

    @property
    def headline(self) -> int | None:
        """The line that is the headline, if there is one."""
        first = next(iter(self.order), None)
        return first if first not in self.paragraphs else None

    @cached_property
    def quotes(self) -> Quotes:
        """What is quoted in it."""
        return pair_quotes(self.lines)

    @cached_property
    def gap(self) -> str:
        """What separates two paragraphs."""
        return "\n\n" if "\n\n" in self.text else "\n"

    def quoted(self, line: int, start: int, end: int) -> bool:
        """Whether any part of a stretch is quoted."""
        return self.quotes.touches(line, Range(start, end))


Places = Callable[[DamagedArticle, Random], Iterator[Wound]]
"""Where a kind can strike in an article, and with what."""


@dataclass(frozen=True)
class DamageKind:
    """A kind of damage, named for what is wrong.

    `rules` are those that should find it: any of them will do. It is `sure` where anybody who reads the
    paragraph sees the damage, and `exact` where a safe fix should restore the text.
    """

    name: str
    rules: tuple[str, ...]
    places: Places
    sure: bool = False
    exact: bool = False


def struck(
    expression: str, make: Callable[[regex.Match[str], Random], str | None], *, speech: bool = False
) -> Places:
    """Damage the matches of an expression as `make` says, or not.

    With `speech` inside quotation marks too: marks and letters are fixed there, words never.
    """

    def places(article: DamagedArticle, chance: Random) -> Iterator[Wound]:
        for line in article.paragraphs:
            for match in pattern(expression).finditer(article.lines[line], timeout=5):
                said = make(match, chance)
                if said is None or said == match[0]:
                    continue
                if speech or not article.quoted(line, *match.span()):
                    yield Wound(line, *match.span(), said)

    return places


def chosen(expression: str, *ways: str, speech: bool = False) -> Places:
    r"""Damage matches with one of some templates; `\1` is a group."""
    return struck(expression, lambda match, chance: match.expand(chance.choice(ways)), speech=speech)
