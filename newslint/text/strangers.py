"""Names that stand alone in an article which never introduces who bears them: “Biden said”."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache

from newslint.lexicon.countries import COUNTRIES
from newslint.lexicon.leaders import LEADERS
from newslint.lexicon.nationalities import NATIONALITIES
from newslint.lexicon.not_names import BODIES, CAPITALS, FIRMS, PLACES, SPEAKING
from newslint.lexicon.titles import HEADS, MODIFIERS
from newslint.model import Place
from newslint.patterns import pattern
from newslint.text.narrator import SAYING
from newslint.text.people import People

SPEAKS = rf"(?:,\s[^,“”\"]{{1,60}},)?\s(?:(?:also|then|later|has|had)\s)?(?:{SAYING})\b"
INSIDE = r"[\p{Ll},]\s\Z"
"""What stands before a word whose capital is its own and not that of a sentence."""


@cache
def nobody() -> frozenset[str]:
    """Words with a capital that are no person, though they may be said to speak."""
    lists = (COUNTRIES, NATIONALITIES, BODIES, CAPITALS, FIRMS, PLACES, SPEAKING, HEADS, MODIFIERS)
    return frozenset().union(*lists)


def strangers(texts: Sequence[str], people: People) -> Mapping[str, tuple[Place, ...]]:
    """Single names that a title, a word of saying or their fame shows to be a person's, with all places.

    Those that belong to anybody introduced are left out, and so are other words of introduced names.
    """
    known = {word for person in people.persons for word in person.name.split()}
    known |= {person.family for person in people.persons}
    places: dict[str, list[Place]] = defaultdict(list)
    shown: set[str] = set()
    inside: set[str] = set()
    leaders = frozenset().union(*LEADERS.values())
    for block, run in people.runs:
        name = run.words[-1]
        if len(run.words) > 1 and run.words[-2] not in HEADS:
            continue
        if name in known or name in nobody() or len(name) < 3 or name.isupper():
            continue
        at = run.part(-1).at if len(run.words) > 1 else run.at
        places[name].append(Place(block, at))
        if name in people.titled or name in leaders or pattern(SPEAKS).match(texts[block], at.end):
            shown.add(name)
        if pattern(INSIDE).search(texts[block], max(at.start - 2, 0), at.start):
            inside.add(name)
    proven = shown & (inside | people.titled | leaders)
    return {name: tuple(found) for name, found in places.items() if name in proven}
