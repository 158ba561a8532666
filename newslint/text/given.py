"""Whether an article may call somebody by the given name: one quick look at the names that it holds.

Meeting all people of an article takes long, and few articles need it.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

import regex

from newslint.automaton import Automaton
from newslint.lexicon.given_names import given_names
from newslint.lexicon.not_names import CALENDAR, OPENERS
from newslint.patterns import any_of, pattern
from newslint.text.capitals import PARTICLES


def bare_given_names(texts: Iterable[str]) -> set[str]:
    """The given names that stand with a family name in one place and may stand without in another."""
    full: set[str] = set()
    bare: set[str] = set()
    for text in texts:
        for _, start, end in _names().find(text):
            if text[start - 1 : start].isalpha() or text[end : end + 1].isalpha():
                continue
            after = _after().match(text, end)
            if after:
                full.add(text[start:end])
            if not after or after["doubtful"]:
                bare.add(text[start:end])
    return full & bare


@cache
def _names() -> Automaton:
    return Automaton(sorted(given_names()), longest=True)


@cache
def _after() -> regex.Pattern[str]:
    """What follows the given name of a full name; where doubtful, another name may begin, or none."""
    foreign = any_of(OPENERS | CALENDAR)
    return pattern(
        rf" (?:(?P<doubtful>{foreign})|\p{{Lu}}|{PARTICLES}\s|(?:al|el|ul|as|ash)-)|(?P<doubtful>-)"
    )
