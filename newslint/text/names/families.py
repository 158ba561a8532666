"""Families in an article: people of one surname, and couples."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from newslint.core.positions import Place
from newslint.lexicon.given_names import given_name
from newslint.text.names.people import NameForm, People, Person

AND = frozenset({" and ", " & "})


class Family(Struct, frozen=True):
    """People with one surname.

    `given` are their given names: of everybody introduced, and of those whom a couple names by the given name
    alone (“Roger and Lynda Holm”), who are in `couples` with the place.
    """

    family: str
    given: tuple[str, ...]
    persons: tuple[Person, ...]
    couples: tuple[tuple[str, Place], ...] = ()


def families(texts: Sequence[str], people: People) -> tuple[Family, ...]:
    """The families of which more than one is named."""
    couples = list(_couples(texts, people))
    families = dict.fromkeys(person.family for person in people.persons)
    found = []
    for family in families:
        persons = people.by_family(family)
        named = tuple((given, place) for given, place, one in couples if one.family == family)
        given = dict.fromkeys([*(p.given for p in persons), *(given for given, _ in named)])
        if len(given) > 1:
            found.append(Family(family, tuple(given), persons, named))
    return tuple(found)


def _couples(texts: Sequence[str], people: People) -> Iterator[tuple[str, Place, Person]]:
    """A given name right before somebody's full name, with that person."""
    full = {
        (mention.place.block, mention.place.at.start): person
        for person in people.persons
        if not person.family_first
        for mention in person.mentions
        if mention.form is NameForm.FULL and not mention.title
    }
    for block, run in people.runs:
        if len(run.words) == 1 and given_name(run.words[0]):
            for link in AND:
                person = full.get((block, run.end + len(link)))
                if person and texts[block].startswith(link, run.end):
                    yield run.words[0], Place(block, run.at), person
