from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

import regex

from newslint.lexicon.first_named import FIRST_NAMED
from newslint.lexicon.given_names import given_name
from newslint.rule import (
    Block,
    Case,
    Change,
    Document,
    Finding,
    Place,
    Range,
    Related,
    Rule,
    Sacred,
    Safety,
    pattern,
)
from newslint.text.given import Bare, bare_given_names
from newslint.text.people import Form, People, Person

NAME = r"\p{Lu}[\p{L}\p{M}]+(?:[’'-]\p{L}+)*"
LIST_BEFORE = rf"(?:(?P<other>{NAME}),\s)*(?P<last>{NAME}),?\sand\s$"
LIST_AFTER = rf"(?:,\s(?P<other>{NAME}))*,?\sand\s(?P<last>{NAME})(?![\p{{L}}’'-]|\s\p{{Lu}})"
INSIDE = r"^[’']s\b|^[-&@/]"
MOST_BARE = 2


class Level(StrEnum):
    """How much must speak for the family name before a bare given name is flagged."""

    LISTED = "listed"
    """It stands in a list with the family name of somebody else."""
    TITLED = "titled"
    """Or the person has a title and is called by family name elsewhere."""
    ANY = "any"
    """Or it is a given name that stands alone: for copy that never uses given names."""


@dataclass(frozen=True, kw_only=True)
class GivenNameAsSurname(Rule):
    """Somebody is called by the given name where the article goes by family names.

    Translation and spinning cut full names in the wrong place: "Johnson and Emmanuel" for Johnson
    and Macron. In a list beside another person's family name the fix is safe when one person alone
    bears the given name; elsewhere it wants eyes. Not flagged: names in the East Asian order,
    people who share a family or given name with another, people the article or the public calls
    by the given name, and anything quoted.

    Source: artefact TN03 of the study of machine-translated news.
    Rates per million words: clean-curly 0.5, clean-straight 0, mt-documents 0; both findings on
    clean-curly are writers who chose the given name, none is a safe repair. Of family names swapped
    on purpose 18 % were found in lists and 10 % elsewhere (`benchmarks/names_recall.py`).
    """

    level: Level = Level.TITLED

    safety = Safety.SAFE
    licence = frozenset({Sacred.NAMES})
    cases = (
        Case(
            "German Chancellor Olaf Scholz hosted Finnish President Sauli Niinisto.\n\n"
            "Later Scholz and ⟦Sauli⟧ went for a walk.",
            fixed="German Chancellor Olaf Scholz hosted Finnish President Sauli Niinisto.\n\n"
            "Later Scholz and Niinisto went for a walk.",
        ),
        Case(
            "Olaf Scholz met Mateusz Morawiecki in Lodz.\n\nTrump, Scholz and ⟦Mateusz⟧ spoke later.",
            fixed="Olaf Scholz met Mateusz Morawiecki in Lodz.\n\nTrump, Scholz and Morawiecki spoke later.",
        ),
        Case(
            "Polish Prime Minister Mateusz Morawiecki spoke. Morawiecki left at noon.\n\n"
            "⟦Mateusz⟧ said the vote was lost.",
            fixed="Polish Prime Minister Mateusz Morawiecki spoke. Morawiecki left at noon.\n\n"
            "Morawiecki said the vote was lost.",
            safety=Safety.UNSAFE,
        ),
        Case(
            "The painter Astrid Holm lives here. ⟦Astrid⟧ said she works at night.",
            fixed="The painter Astrid Holm lives here. Holm said she works at night.",
            safety=Safety.UNSAFE,
            options={"level": "any"},
        ),
        Case("The painter Astrid Holm lives here. Astrid said she works at night."),
        Case("Senator Amy Lund met Olaf Berg. Lund left. Think again, Amy, he said."),
        Case("Venus Williams and Serena Williams won. Venus and Serena hugged."),
        Case("US President Joe Biden called Chinese leader Xi Jinping. Biden and Xi talked at length."),
        Case("Biden met Kim Jong Un. Joe Biden said so. Biden and Kim shook hands."),
        Case("Prime Minister Boris Keller met Anna Novak. Keller left.\n\n“Boris is late,” Novak said."),
        Case(
            "Prime Minister Ivar Keller won. Keller smiled. His brother Ivar Novak cheered. Then Ivar left."
        ),
        Case("Ann Keller sued Paul Novak. Keller, Novak and Paul Adams met. Keller and Paul shook hands."),
        Case("Senator Amy Lund met Olaf Berg. Berg and Amy’s husband talked. Lund did not."),
        Case("Olaf Scholz flew to see Victoria Berg. Scholz and Victoria University agreed a deal."),
    )

    def check_document(self, document: Document) -> Iterator[tuple[Block, Finding]]:
        if not any(
            self._worth_a_look(bare, document) for bare in bare_given_names(document.joined, MOST_BARE)
        ):
            return
        for person in document.people.persons:
            for place in self._bare(person, document):
                level = self._level(person, place, document)
                if level:
                    yield document.blocks[place.block], _finding(person, place, level)

    def _worth_a_look(self, bare: Bare, document: Document) -> bool:
        """Whether a bare given name may be a fault, as far as can be told without meeting anybody."""
        text, at = document.texts[bare.place.block], bare.place.at
        if bare.given in FIRST_NAMED:
            return False
        if self.level is not Level.ANY and not _list_around(text, at):
            known = given_name(bare.given)
            by_family = bare.family and bool(known and not known.surname)
            if self.level is Level.LISTED or not by_family or text[: at.start].endswith(", "):
                return False
        return not _quoted(document.blocks[bare.place.block], at)

    def _bare(self, person: Person, document: Document) -> tuple[Place, ...]:
        """Where the given name stands alone though nobody is called so by right."""
        people, given = document.people, person.given
        known = given_name(given)
        if known is None or person.family_first or given in FIRST_NAMED or given_name(person.family):
            return ()
        if len(people.by_given(given)) > 1 or people.by_family(given) or given in people.titled:
            return ()
        if len(people.by_family(person.family)) > 1:
            return ()
        places = people.alone(given)
        after = tuple(place for place in places if place > person.introduction.place)
        if len(places) > MOST_BARE or len(after) < len(places):
            return ()
        return tuple(place for place in after if not _quoted(document.blocks[place.block], place.at))

    def _level(self, person: Person, place: Place, document: Document) -> Level | None:
        text = document.texts[place.block]
        if pattern(INSIDE).search(text[place.at.end : place.at.end + 3]):
            return None
        if _listed(text, place, document.people):
            return Level.LISTED
        if self.level is Level.LISTED or text[: place.at.start].endswith(", "):
            return None
        by_family = any(mention.form is Form.FAMILY for mention in person.mentions)
        known = given_name(person.given)
        if by_family and person.titled and known and not known.surname:
            return Level.TITLED
        return Level.ANY if self.level is Level.ANY else None


def _quoted(block: Block, at: Range) -> bool:
    """Whether somebody else's words are quoted, by marks or as a post with its handle."""
    return block.quoted(at) or "@" in block.text


def _listed(text: str, place: Place, people: People) -> bool:
    """Whether the place stands in a list of names, all of them family names, one of them known."""
    found = _list_around(text, place.at)
    if not found:
        return False
    others = [
        (name, Place(place.block, Range(*span)))
        for group in ("other", "last")
        for name, span in zip(found.captures(group), found.spans(group), strict=True)
    ]
    whole = all(other in people.alone(name) for name, other in others)
    given = any(people.by_given(name) and not people.by_family(name) for name, _ in others)
    return whole and not given and any(len(people.by_family(name)) == 1 for name, _ in others)


def _list_around(text: str, at: Range) -> regex.Match[str] | None:
    """The other names of the list that a name stands in, if it does."""
    before = pattern(LIST_BEFORE).search(text, max(at.start - 90, 0), at.start)
    return before or pattern(LIST_AFTER).match(text, at.end, at.end + 90)


def _finding(person: Person, place: Place, level: Level) -> Finding:
    introduction = person.introduction
    return Finding(
        place.at,
        f"“{person.given}” is the given name of {person.name}; the family name is “{person.family}”",
        (Change(place.at, person.family),),
        related=(Related(introduction.place, f"{person.name} is introduced here"),),
        safety=Safety.SAFE if level is Level.LISTED else Safety.UNSAFE,
    )
