"""Runs of capitalised words in prose, and the titles that stand before names."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

import regex

from newslint.lexicon.nationalities import COUNTRY_LETTERS, NATIONALITIES
from newslint.lexicon.not_names import CALENDAR, OPENERS
from newslint.lexicon.titles import CALLINGS, HEADS, MODIFIERS, OFFICES, TAILS
from newslint.model import Range

PARTICLES = r"(?:van|von|der|den|de|del|della|di|da|dos|das|do|du|la|le|al|el|bin|ibn|bint|ben|ter|ten|zu)"


@dataclass(frozen=True, slots=True)
class Run:
    """Capitalised words, initials and particles in a row: `words` and where they stand."""

    words: tuple[str, ...]
    places: tuple[Range, ...]

    @property
    def at(self) -> Range:
        """The whole run."""
        return Range(self.places[0].start, self.places[-1].end)

    @property
    def text(self) -> str:
        """The words with one space between them."""
        return " ".join(self.words)

    def part(self, start: int, end: int | None = None) -> Run:
        """Some of the words."""
        return Run(self.words[start:end], self.places[start:end])


@dataclass(frozen=True, slots=True)
class Title:
    """A title right before a name: "Turkish" and "President", or "president"."""

    at: Range
    words: str
    nationality: str = ""

    @property
    def formal(self) -> bool:
        """Whether it is written with capitals."""
        return self.words[:1].isupper()


@cache
def _word() -> regex.Pattern[str]:
    part = r"\p{Lu}[\p{L}\p{M}]*(?:[’'](?!s\b)\p{L}[\p{L}\p{M}]*|-\p{L}[\p{L}\p{M}]*)*+"
    name = rf"\b(?:(?:al|el|ul|as|ash)-{part}|(?:\p{{Lu}}\.)+|{part})"
    return regex.compile(rf"{name}|\b{PARTICLES}(?=\s\p{{Lu}}|\s{PARTICLES}\s)")


@cache
def title_expression() -> str:
    """The expression of a capitalised title without what follows it, for patterns of rules."""
    heads, modifiers = (
        "|".join(sorted(map(regex.escape, words), key=len, reverse=True)) for words in (HEADS, MODIFIERS)
    )
    return rf"(?:(?:{modifiers})[ -])*+(?:{heads})(?:{'|'.join(TAILS)})?+(?![\p{{L}}’'-])"


@cache
def nation_expression() -> str:
    """The expression of a nationality, or of the letters of a country, before a title."""
    words = "|".join(sorted(NATIONALITIES, key=len, reverse=True))
    return (
        rf"(?:(?:(?:North|South|New) )?(?:{words})|{COUNTRY_LETTERS}|South African|New Zealand|Saudi Arabian)"
    )


@cache
def _titles() -> regex.Pattern[str]:
    offices = "|".join(sorted({*OFFICES, *CALLINGS}, key=len, reverse=True))
    return regex.compile(
        rf"(?<![\p{{L}}\p{{N}}-])(?:(?P<nation>{nation_expression()})\s)?"
        rf"(?P<title>{title_expression()}|(?:{offices}))(?=\s(?:\p{{Lu}}|{PARTICLES}\s\p{{Lu}}|al-))"
    )


def runs(text: str) -> Iterator[Run]:
    """The runs of capitalised words, without those that open a sentence or name a day."""
    words: list[str] = []
    places: list[Range] = []
    for match in _word().finditer(text):
        apart = not places or text[places[-1].end : match.start()] != " "
        foreign = match[0] in OPENERS or match[0] in CALENDAR
        if words and (apart or foreign):
            yield from _run(words, places)
            words, places = [], []
        if not foreign and (words or match[0][0].isupper() or "-" in match[0]):
            words.append(match[0])
            places.append(Range(*match.span()))
    yield from _run(words, places)


def titles(text: str) -> dict[int, Title]:
    """The titles of a text by the offset at which the name after them begins."""
    return {
        match.end() + 1: Title(Range(*match.span()), match["title"], match["nation"] or "")
        for match in _titles().finditer(text)
    }


def headline_cased(text: str) -> bool:
    """Whether a text without a final stop has capitals on most longer words, so that they tell nothing."""
    if text.rstrip("”’\"' ")[-1:] in (".", "?", "!"):
        return False
    longer = [word for word in text.split() if len(word) > 3 and word[0].isalpha()]
    return len(longer) > 3 and sum(word[0].isupper() for word in longer) > 0.7 * len(longer)


def _run(words: list[str], places: list[Range]) -> Iterator[Run]:
    if words:
        yield Run(tuple(words), tuple(places))
