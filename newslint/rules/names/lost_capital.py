from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from itertools import pairwise

import regex

from newslint.lexicon.classes import column, words_of
from newslint.lexicon.english_words import frequency, is_word
from newslint.lexicon.given_names import given_name, given_names
from newslint.lexicon.months import WEEKDAYS
from newslint.lexicon.nationalities import NATIONALITIES
from newslint.lexicon.titles import HEADS, MODIFIERS
from newslint.rules import (
    PATTERN_SECONDS,
    Block,
    Case,
    Change,
    Document,
    Finding,
    Protected,
    Range,
    Rule,
    RunKind,
    Safety,
    any_of,
    pattern,
)
from newslint.text.letter_case import with_capital
from newslint.text.names.whole_words import count_whole

DAYS = "|".join(WEEKDAYS).lower()
MONTHS = "january|february|april|june|july|september|october|november|december"
LEAST = 4
"""Letters."""
ALONE = r"(?<![\p{L}\p{N}@#/._’'-])"
ENDS = r"(?![\p{L}\p{N}@/_’-]|\.\p{L}|[’'](?!s\b))"
IN = r"(?:[Ii]n|of|to|from|with|and|by|for|near|across|against|into|outside|between|over)\s"
TITLES = any_of(
    {head for head in HEADS if len(head) > 3 or "." in head} - {"Chief"} | {"Mr", "Mrs", "Ms", "Dr"}
)
TITLED = rf"\b(?P<title>{TITLES})\s(?P<name>\p{{Ll}}{{3,}}){ENDS}(?P<more>\s\p{{Lu}}\p{{Ll}})?"
FAMILY = rf"(?P<family>\p{{Lu}}\p{{Ll}}+){ENDS}"
SMALL_AND_FAMILY = rf"{ALONE}(?P<name>[\p{{Ll}}’'-]{{{LEAST},}})\s{FAMILY}"
"""A lower-case word before a name: faster to look up than to search for all given names."""
WORD = re.compile(r"\w+")
PARTICLES = frozenset(
    {"van", "von", "vom", "zum", "zur", "zu", "und", "der", "den", "des", "dem", "ter", "ten", "de", "del"}
    | {"della", "dal", "dalla", "das", "dos", "da", "di", "do", "du", "la", "las", "le", "les", "el", "al"}
    | {"abu", "bin", "bint", "ibn", "af", "av"}
)
MOST = 4
"""Lower-case names; a text with more is written so."""


THINGS = (
    r"(?!\s(?:boots?|cigars?|leather|cherr(?:y|ies)|sprouts?|grapes?|wines?|pastr(?:y|ies)|sponges?|hounds?|coats?"
    r"|muffins?|sausages?|cheese|dressing|delight|chocolate|rolls?|windows?|doors?|toast|horn|shepherds?)\b)"
)
"""What some styles write with a small letter: “wellington boots”, “danish pastry”."""


@cache
def _place_names() -> frozenset[str]:
    names = column("nations", 0) | column("nations", 4) | words_of("cities_without_homonyms")
    found = {name.lower() for name in names if " " not in name and name.isascii() and len(name) >= LEAST}
    return frozenset(found) - words_of("names_like_words")


@cache
def _nations() -> frozenset[str]:
    return frozenset(name.lower() for name in NATIONALITIES) - words_of("names_like_words")


@cache
def _expression() -> str:
    return (
        rf"\b(?:[Oo]n|[Ll]ast|next|this|until|since|by|of|early|late|every|and)\s(?P<name>(?:{DAYS})s?){ENDS}"
        rf"|\b(?:[Ii]n|last|next|[Uu]ntil|[Ss]ince|of|from|by|early|late|mid|and|this)\s(?P<name>{MONTHS}){ENDS}"
        rf"|\p{{L}}\s(?P<name>{any_of(_nations())})(?=\s\p{{L}}{{3,}}){THINGS}{ENDS}"
        rf"|\b{IN}(?P<name>{any_of(_place_names())}){THINGS}{ENDS}"
    )


@cache
def _beginnings() -> frozenset[str]:
    """The first word or part of each listed name."""
    days = {form for day in DAYS.split("|") for form in (day, f"{day}s")}
    listed = days | {*MONTHS.split("|")} | _nations() | _place_names()
    return frozenset(match[0] for name in listed if (match := WORD.match(name)))


@cache
def _given_names() -> frozenset[str]:
    return frozenset(name.lower() for name in given_names() if len(name) >= LEAST)


@cache
def _ends_of_given_names() -> frozenset[str]:
    """The last word, or part behind a hyphen, of each given name."""
    return frozenset(WORD.findall(name)[-1] for name in _given_names())


@cache
def _given() -> str:
    return rf"{ALONE}(?P<name>{any_of(_given_names())})\s{FAMILY}"


@lru_cache(1)
def _words(text: str) -> list[str]:
    return WORD.findall(text)


class LostCapital(Rule):
    """A name has no capital: “on monday”, “in france”, “Mr holm”.

    ## What it does
    Capitalises weekdays, months, nationalities, countries and cities after the words that precede them,
    names after titles, and given names before the family name that they have elsewhere. Names that are
    words too (“turkey”, “french fries”) pass, and texts that write names in lower case throughout.

    ## Why it matters
    Engines and spinners take a name for a word, and many languages write days and peoples in lower case.

    ## Fix safety
    Unsafe: a brand or a poet may want it so.
    """

    safety = Safety.UNSAFE
    may_change = frozenset({Protected.NAMES, Protected.DATES})
    cases = (
        Case(
            "It rained on ⟦monday⟧ and in ⟦october⟧. The ⟦german⟧ team flew to ⟦spain⟧.",
            fixed="It rained on Monday and in October. The German team flew to Spain.",
        ),
        Case("Then Mr ⟦holmgren⟧ left.", fixed="Then Mr Holmgren left."),
        Case("Anna Holm sang. Later ⟦anna⟧ Holm left.", fixed="Anna Holm sang. Later Anna Holm left."),
        Case("The mayor met Judge ⟦monique⟧ Gundersen.", fixed="The mayor met Judge Monique Gundersen."),
        Case("The march in may was about turkey, fine china and french fries. Write to a@monday.com."),
        Case("A pair of wellington boots, a plate of brussels sprouts and some danish pastries."),
        Case("Judge de Groot met Mr van der Berg. Gov. elect Holm spoke."),
        Case("in france, on monday, with obama in spain, and on friday from italy they wrote, of germany."),
    )

    @property
    def trace(self) -> str:
        return rf"{_expression()}|{TITLED}|{_given()}"

    def check(self, document: Document, candidates: Sequence[Block]) -> Iterator[tuple[Block, Finding]]:
        prose = [block for block in candidates if block.kind in self.kinds]
        every = (
            place
            for block in prose
            for place in (*_listed(document, block), *_before_family(document, block))
        )
        found = list(dict.fromkeys(every))
        if len(found) > MOST:
            return
        for number, at in found:
            block = document.blocks[number]
            if not any(run.kind is RunKind.TRANSCRIPT for run in block.runs):
                word = block.text[at.start : at.end]
                right = with_capital(word)
                yield block, Finding(at, f"name in lower case, “{word}”: use “{right}”", (Change(at, right),))


def _listed(document: Document, block: Block) -> Iterator[tuple[int, Range]]:
    """Yield listed names after their usual words, and names after titles."""
    if not _beginnings().isdisjoint(_words(block.text)):
        for match in pattern(_expression()).finditer(block.text, timeout=PATTERN_SECONDS):
            yield block.index, Range(*match.span("name"))
    for match in pattern(TITLED).finditer(block.text, timeout=PATTERN_SECONDS):
        if _may_be_name(match, document):
            yield block.index, Range(*match.span("name"))


def _may_be_name(match: regex.Match[str], document: Document) -> bool:
    """Whether a lower-case word after a title is a name."""
    name = match["name"]
    if name in PARTICLES or name.capitalize() in HEADS | MODIFIERS:
        return False
    if is_word(name) and not (match["title"] in ("Mr", "Mrs", "Ms") and not frequency(name)):
        full = rf"\b{match['title']}\s{name.capitalize()}\b"
        return any(pattern(full).search(text) for text in document.texts)
    known = given_name(name.capitalize()) is not None or bool(match["more"])
    return known or count_whole(name.capitalize(), document) > 0 or match[0].startswith(("Mr", "Ms"))


def _before_family(document: Document, block: Block) -> Iterator[tuple[int, Range]]:
    """Yield given names before the family name that they have elsewhere."""
    words, ends = _words(block.text), _ends_of_given_names()
    if not any(word in ends and after[0].isupper() for word, after in pairwise(words)):
        return
    for match in pattern(SMALL_AND_FAMILY).finditer(block.text, timeout=PATTERN_SECONDS):
        name, family = match["name"], match["family"]
        if name in _given_names() and count_whole(f"{name.capitalize()} {family}", document):
            yield block.index, Range(*match.span("name"))
