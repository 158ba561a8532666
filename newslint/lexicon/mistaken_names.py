"""Well-known names with a wrong word or order, and their corrections.

`mistaken_names.txt` lists those that clean news has and so are nobody's mistake.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

from newslint.lexicon.classes import column, entries, words_of
from newslint.lexicon.not_names import CALENDAR
from newslint.lexicon.pairs import read_pairs
from newslint.lexicon.titles import HEADS, MODIFIERS, OFFICES

REAL = Path(__file__).with_suffix(".txt")
SHORTEST = 4
"""Letters of a word that is put for another in a name."""
LEAST_WORDS = 3
"""Words of a name in which one may be replaced; a shorter one would be the name of something else."""
SMALL = frozenset({"of", "the", "and", "for", "without"})
PAPERS = frozenset(
    """Chronicle Courier Daily Express Globe Gazette Herald Journal Mail Mirror News Post Telegraph Times
    Tribune""".split()
)
"""Last words of a newspaper’s name of which the rest may be a place."""
TITLE_WORDS = (
    HEADS
    | MODIFIERS
    | {role.capitalize() for role in words_of("roles", "people")}
    | {"Heir", "Ministry", "Official", "Pastor", "Preacher", "Principal", "Regent", "Under"}
)
"""Words that make another title, or none, of a title in which they are put for one."""
RELATED = {
    "monetary": ("money", "currency", "coin"),
    "international": ("internationals", "interstate"),
    "atomic": ("atom", "atomics"),
    "criminal": ("crime", "penal", "felon"),
    "financial": ("finance", "money", "monetary"),
    "european": ("europe",),
    "african": ("africa",),
    "environmental": ("ecological", "ambient"),
    "united": ("joined", "unified"),
    "nations": ("peoples", "countries"),
    "white": ("blank",),
}
"""Words of names beyond `pairs.tsv`, which holds lemmas of the same part of speech."""


@cache
def mistaken_names() -> Mapping[str, str]:
    """The right name of each mistaken one."""
    real = frozenset(REAL.read_text("utf-8").splitlines())
    return {wrong: right for wrong, right in possible_mistakes().items() if wrong not in real}


def possible_mistakes() -> Mapping[str, str]:
    """The unambiguous wrong names that pairs and word order make."""
    names = _names()
    rights: dict[str, set[str]] = defaultdict(set)
    for name in sorted(names):
        for wrong in {*_with_other_word(name), *_in_other_order(name)} - names:
            rights[wrong].add(name)
    return {wrong: right for wrong, (right, *others) in rights.items() if not others}


@cache
def _names() -> frozenset[str]:
    """Names of two words or more."""
    names = column("outlets", 0) | column("acronyms", 4) | column("bodies_and_offices", 0)
    return frozenset(name for name in names if " " in name and name.isascii() and name[0].isupper())


@cache
def _wrong_words() -> Mapping[str, tuple[str, ...]]:
    """The words that are put for each word."""
    found: dict[str, set[str]] = defaultdict(set)
    for pair in read_pairs():
        found[pair.right].add(pair.wrong)
    for right, wrongs in RELATED.items():
        found[right].update(wrongs)
    return {right: tuple(sorted(wrongs)) for right, wrongs in found.items()}


def _with_other_word(name: str) -> Iterator[str]:
    """The name with one word replaced."""
    words = name.split(" ")
    if len(frozenset(words) - SMALL) < LEAST_WORDS:
        return
    for at, word in enumerate(words):
        if word in SMALL or word in CALENDAR or not word.isalpha():
            continue
        for wrong in _replacements(word.lower()):
            if len(wrong) >= SHORTEST and wrong.isalpha() and wrong != word.lower():
                yield " ".join((*words[:at], wrong.capitalize(), *words[at + 1 :]))


def _replacements(word: str) -> Iterator[str]:
    """The words that replace a word, in the same number."""
    table = _wrong_words()
    yield from table.get(word, ())
    if word.endswith("s") and not word.endswith("ss"):
        yield from (f"{wrong}s" for wrong in table.get(word[:-1], ()) if not wrong.endswith(("s", "y")))


@cache
def mistaken_titles() -> Mapping[str, str]:
    """The right title for each with a wrong word: “Secretary of Nation”."""
    rights: dict[str, set[str]] = defaultdict(set)
    for office in OFFICES:
        words = office.replace("-", " ").title().replace(" Of ", " of ").split(" ")
        for at, word in enumerate(words) if len(words) > 1 else ():
            for wrong in _replacements(word.lower()) if word != "of" else ():
                if wrong.isalpha() and len(wrong) >= SHORTEST and wrong.capitalize() not in TITLE_WORDS:
                    rights[" ".join((*words[:at], wrong.capitalize(), *words[at + 1 :]))].add(" ".join(words))
    real = words_of("titles_of_some")
    return {wrong: right for wrong, (right, *others) in rights.items() if not others and wrong not in real}


@cache
def names_by_acronym() -> Mapping[str, str]:
    """The name of each body that has an acronym, parties left out."""
    rows = (row for row in entries("acronyms") if row[2] == "body")
    return {row[0]: row[4] for row in rows if " " in row[4] and row[4].isascii() and "Party" not in row[4]}


def _in_other_order(name: str) -> Iterator[str]:
    """The name in the order of other languages."""
    words = name.split(" ")
    of = re.fullmatch(r"([A-Z][a-z]+) ([A-Z][a-z]+) of ([A-Z][a-z]+(?: [A-Z][a-z]+)?)", name)
    if of:
        yield from (f"{of[1]} {of[3]} {of[2]}", f"{of[2]} {of[1]} of {of[3]}", f"{of[2]} of {of[1]} {of[3]}")
    if any(not re.fullmatch(r"[A-Z][a-z]+", word) for word in words):
        return
    *place, last = words
    if last in PAPERS:
        yield f"{last} of {' '.join(place)}"
    elif len(words) > 2:
        first, *rest = words
        yield f"{last} {' '.join(words[:-1])}"
        yield f"{last} {' '.join(reversed(words[:-1]))}"
        yield f"{' '.join(rest)} {first}"
        yield " ".join((words[1], first, *words[2:]))
        middle = " ".join(words[1:-1])
        yield from (f"{first} {last} {link} {middle}" for link in ("of", "of the", "for"))
        yield f"{last} {first} of {middle}"
