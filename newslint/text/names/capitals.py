"""Runs of capitalised words, and the titles before names."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache, lru_cache

import regex
from msgspec import Struct

from newslint.core.patterns import REMEMBERED, any_of, pattern
from newslint.core.positions import Range
from newslint.lexicon.nationalities import COUNTRY_LETTERS, NATIONALITIES
from newslint.lexicon.not_names import CALENDAR, OPENERS
from newslint.lexicon.titles import CALLINGS, HEADS, MODIFIERS, OFFICES, TAILS

FOREIGN = OPENERS | CALENDAR
"""Capitalised words that do not belong to a run."""

LONGEST_TITLE = 60
"""Characters; earlier words belong to another title."""
LONGEST_WORD = 25
LONGEST_BEFORE = 30
"""Characters that are searched for a word before an offset."""

PARTICLES = (
    r"(?:van|von|der|den|de|del|della|di|da|dos|das|do|du|la|las|le|los|al|el|bin|ibn|bint|ben|het|ter|ten"
    r"|zu)"
)
"""Lower-case words inside family names."""


class CapitalRun(Struct, frozen=True):
    """Capitalised words, initials and particles in a row, and where each begins."""

    words: tuple[str, ...]
    starts: tuple[int, ...]

    @property
    def start(self) -> int:
        """Where it begins."""
        return self.starts[0]

    @property
    def end(self) -> int:
        """Where it ends."""
        return self.starts[-1] + len(self.words[-1])

    @property
    def at(self) -> Range:
        """The whole run."""
        return Range(self.start, self.end)

    @property
    def text(self) -> str:
        """The words with one space between them."""
        return " ".join(self.words)

    def part(self, start: int, end: int | None = None) -> CapitalRun:
        """Some of the words."""
        return CapitalRun(self.words[start:end], self.starts[start:end])


class Title(Struct, frozen=True):
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
    return pattern(rf"{name}|\b{PARTICLES}(?=\s\p{{Lu}}|\s{PARTICLES}\s)")


@cache
def title_expression() -> str:
    """The expression of a capitalised title, for patterns of rules."""
    return (
        rf"(?:(?:{any_of(MODIFIERS)})[ -]){{0,4}}+(?:{any_of(HEADS)})(?:{'|'.join(TAILS)})?+(?![\p{{L}}’'-])"
    )


def in_capitals(office: str) -> str:
    """An office with capitals: "Secretary of State", "Secretary-General"."""
    return pattern(r"\b(?!of\b)\p{Ll}").sub(lambda letter: letter[0].upper(), office)


@cache
def nation_expression() -> str:
    """The expression of a nationality or country initials before a title."""
    one_word, two_words = any_of(NATIONALITIES), "South African|New Zealand|Saudi Arabian"
    return rf"(?:(?:(?:North|South|New) )?(?:{one_word})|{COUNTRY_LETTERS}|{two_words})"


@cache
def _titles() -> regex.Pattern[str]:
    """A title and what follows it, ruled out early by first letters."""
    lower_case = any_of({*OFFICES, *CALLINGS})
    return pattern(
        rf"(?<![\p{{L}}\p{{N}}-])(?:(?=\p{{Lu}})(?:(?P<nation>{nation_expression()})\s)?"
        rf"(?P<title>{title_expression()}|{lower_case})|(?P<title>{lower_case}))"
        rf"(?=\s(?:\p{{Lu}}|{PARTICLES}\s\p{{Lu}}|al-))"
    )


@lru_cache(REMEMBERED)
def runs(text: str) -> tuple[CapitalRun, ...]:
    """The runs of capitalised words, without sentence openers and days."""
    return tuple(_runs(text))


def _runs(text: str) -> Iterator[CapitalRun]:
    words: list[str] = []
    starts: list[int] = []
    end = -1
    for match in _word().finditer(text):
        word, start = match[0], match.start()
        foreign = word in FOREIGN
        if words and (foreign or start != end + 1 or text[end] != " "):
            yield CapitalRun(tuple(words), tuple(starts))
            words, starts = [], []
        if not foreign and (words or word[0].isupper() or "-" in word):
            words.append(word)
            starts.append(start)
            end = start + len(word)
    if words:
        yield CapitalRun(tuple(words), tuple(starts))


@lru_cache(REMEMBERED)
def titles(text: str) -> Mapping[int, Title]:
    """The titles in a text, by the offset of their name."""
    found: dict[int, Title] = {}
    done = 0
    for run in runs(text):
        if _may_have_title(text, run):
            for match in _titles().finditer(text, max(done, run.start - LONGEST_TITLE), run.end):
                done = match.end()
                found[done + 1] = Title(Range(*match.span()), match["title"], match["nation"] or "")
    return found


def _may_have_title(text: str, run: CapitalRun) -> bool:
    """Whether a title ends in a run or right before it."""
    before = text[max(run.start - LONGEST_WORD, 0) : run.start].split()
    return any(map(_ends_title, run.words[:-1])) or bool(before and _ends_title(before[-1]))


def _ends_title(word: str) -> bool:
    if not word[0].isalpha():
        word = pattern(r"\P{L}*").sub("", word, count=1)
    return word in _last_words() or word.rpartition("-")[2] in _last_words()


@cache
def _last_words() -> frozenset[str]:
    """The words that a title can end in."""
    tails = (word for tail in TAILS for word in pattern(r"\w+").findall(tail))
    offices = (office.split()[-1] for office in OFFICES)
    return frozenset({*HEADS, *CALLINGS, *offices, *tails})


def capitalised_before(text: str, at: int) -> str:
    """The capitalised word right before an offset; empty if there is none."""
    before = pattern(r"\p{Lu}[\p{L}’'-]*\s\Z").search(text, max(at - LONGEST_BEFORE, 0), at)
    return before[0].strip() if before else ""


def headline_cased(text: str) -> bool:
    """Whether capitals mean nothing, as in a headline in title case."""
    if text.rstrip("”’\"' ")[-1:] in (".", "?", "!"):
        return False
    longer = [word for word in text.split() if len(word) > 3 and word[0].isalpha()]
    return len(longer) > 3 and sum(word[0].isupper() for word in longer) > 0.7 * len(longer)
