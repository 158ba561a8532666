"""A kind of damage: its places in an article, and its result."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cached_property
from random import Random

import regex
from msgspec import Struct

from newslint.core.patterns import pattern
from newslint.core.positions import Range
from newslint.text.quotations.quotations import Quotes, pair_quotes


class Wound(Struct, frozen=True):
    """A replacement in a line; positions count from its beginning."""

    line: int
    start: int
    end: int
    text: str


class DamagedArticle(Struct, frozen=True, dict=True):
    """A clean article in plain text, with a paragraph per line."""

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
        """The ordinal of each non-blank line."""
        full = (number for number, line in enumerate(self.lines) if line.strip())
        return {number: place for place, number in enumerate(full)}

    @property
    def headline(self) -> int | None:
        """The line of the headline, if any."""
        first = next(iter(self.order), None)
        return first if first not in self.paragraphs else None

    @cached_property
    def quotes(self) -> Quotes:
        """The quotations of the article."""
        return pair_quotes(self.lines)

    @cached_property
    def gap(self) -> str:
        """The separator of paragraphs."""
        return "\n\n" if "\n\n" in self.text else "\n"

    def is_quoted(self, line: int, start: int, end: int) -> bool:
        """Whether any part of a range is quoted."""
        return self.quotes.touches(line, Range(start, end))


Places = Callable[[DamagedArticle, Random], Iterator[Wound]]
"""Yields the possible replacements of a kind in an article."""


class DamageKind(Struct, frozen=True):
    """A kind of damage.

    `rules` are those that should find it; any of them counts. It is `sure` if anybody who reads the paragraph
    sees the damage, and `exact` if a safe fix should restore the text.
    """

    name: str
    rules: tuple[str, ...]
    places: Places
    sure: bool = False
    exact: bool = False


def replace_matches(
    expression: str, make: Callable[[regex.Match[str], Random], str | None], *, speech: bool = False
) -> Places:
    """Replace matches of an expression by the result of `make`, if any.

    With `speech`, also inside quotation marks, where marks and letters are fixed, but not words.
    """

    def places(article: DamagedArticle, chance: Random) -> Iterator[Wound]:
        for line in article.paragraphs:
            for match in pattern(expression).finditer(article.lines[line], timeout=5):
                said = make(match, chance)
                if said is None or said == match[0]:
                    continue
                if speech or not article.is_quoted(line, *match.span()):
                    yield Wound(line, *match.span(), said)

    return places


def replace_with(expression: str, *ways: str, speech: bool = False) -> Places:
    r"""Replace matches by one of some templates; `\1` is a group."""
    return replace_matches(expression, lambda match, chance: match.expand(chance.choice(ways)), speech=speech)
