"""Names that an article uses alone and never introduces: “Biden said”."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from functools import cache

from newslint.core.patterns import pattern
from newslint.core.positions import Place
from newslint.lexicon.countries import COUNTRIES
from newslint.lexicon.leaders import LEADERS
from newslint.lexicon.nationalities import NATIONALITIES
from newslint.lexicon.not_names import BODIES, CALENDAR, CAPITALS, FIRMS, PLACES, SOURCES, SPEAKING, STATES
from newslint.lexicon.titles import HEADS, MODIFIERS
from newslint.text.names.people import People
from newslint.text.quotations.narrator import SAYING

SPEAKS = rf"(?:,\s[^,“”\"]{{1,60}},)?\s(?:(?:also|then|later|has|had)\s)?(?:{SAYING})\b"
INSIDE = r"(?:\p{Ll}|,[”\"]?)\s\Z"
"""Text before a word that is capitalised in the middle of a sentence."""
PLACE = r"\b(?:of|in|from|at|near|outside|around|the|New|West|North|South|East|Port|Fort|Lake)\s\Z"
"""Words before places, and before organisations and peoples."""
LEAD = 12
PEOPLES = ("ans", "crats", "ists")
"""Endings of words for groups of people: “Alaskans”, “Democrats”."""


@cache
def nobody() -> frozenset[str]:
    """Capitalised words that are not people, though they may be quoted."""
    lists = (
        *(BODIES, CALENDAR, CAPITALS, COUNTRIES, FIRMS, HEADS, MODIFIERS),
        *(NATIONALITIES, PLACES, SOURCES, SPEAKING, STATES),
    )
    return frozenset().union(*lists)


def unintroduced_names(texts: Sequence[str], people: People) -> Mapping[str, tuple[Place, ...]]:
    """Single names that must be people, with all places.

    A title, a reporting verb or their fame shows it. Names of introduced people are omitted, and so are
    names that are used as often for a place or a people.
    """
    known = {word for person in people.persons for word in person.name.split()}
    known |= {person.family for person in people.persons}
    places: dict[str, list[Place]] = defaultdict(list)
    shown = Counter[str]()
    inside: set[str] = set()
    leaders = frozenset().union(*LEADERS.values())
    for block, run in people.runs:
        name, text = run.words[-1], texts[block]
        if len(run.words) > 1 and run.words[-2] not in HEADS:
            continue
        if name in known or name in nobody() or len(name) < 3 or name.isupper() or name.endswith(PEOPLES):
            continue
        at = run.part(-1).at
        places[name].append(Place(block, at))
        before = text[max(at.start - LEAD, 0) : at.start]
        shown[name] += bool(pattern(SPEAKS).match(text, at.end)) - 2 * bool(pattern(PLACE).search(before))
        if pattern(INSIDE).search(before):
            inside.add(name)
    sure = people.titled_names | leaders
    proven = sure | {name for name in inside if shown[name] > 0}
    return {name: tuple(found) for name, found in places.items() if name in proven}
