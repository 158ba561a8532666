from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from newslint.lexicon.given_names import given_name
from newslint.lexicon.not_names import OPENERS
from newslint.rules import (
    Block,
    Case,
    Change,
    Document,
    Finding,
    Place,
    Protected,
    Related,
    Rule,
    Safety,
    pattern,
)
from newslint.text.names.given_name_use import holding
from newslint.text.names.name_typos import may_be_family_name, near_words, slipped
from newslint.text.names.people import People, Person, find_people
from newslint.text.names.unintroduced_names import nobody
from newslint.text.quotations.speech_ends import SAYING

SHORT = 5
"""Letters; a word that is no longer is taken for a name only where somebody says something."""
SAYS = rf"\s(?:{SAYING})\b"
NOT_BEFORE = r"(?:[“‘\"'@#/.-]|\b(?:of|in|from|at|near))\s?$|^$"
"""What makes the word the title of something, or a place."""


@dataclass(frozen=True, kw_only=True)
class SurnameDrift(Rule):
    """A person's family name is misspelled once: “Nausada” for “Nauseda”.

    ## What it does
    Flags a word that occurs once, by itself, one slip away from the family name of somebody who is
    introduced and named at least twice, and the one full name with the same given name that is a slip
    away from the other. Accents (Nauséda), variant spellings (Zelensky, Zelenskyy) and transliterations
    of one sound (Lugovoi, Lugovoy) pass.

    ## Why it matters
    Engines spell a name anew in each sentence, and writers mistype.

    ## Fix safety
    Unsafe: there may be a second person with a similar name.

    ## Options
    `accept`: names to let pass.
    """

    accept: frozenset[str] = frozenset()
    """Spellings to let pass."""

    safety = Safety.UNSAFE
    may_change = frozenset({Protected.NAMES})
    cases = (
        Case(
            "Lithuanian President Gitanas Nauseda came. Nauseda left. On Friday ⟦Nausada⟧ wrote again.",
            fixed="Lithuanian President Gitanas Nauseda came. Nauseda left. On Friday Nauseda wrote again.",
        ),
        Case(
            "The painter Astrid Holmgren sang. Holmgren left.\n\n“No,” ⟦Holmgern⟧ said.",
            fixed="The painter Astrid Holmgren sang. Holmgren left.\n\n“No,” Holmgren said.",
        ),
        Case(
            "The painter Astrid Bruvik sang. Bruvik left. Later a critic met Astrid ⟦Bruvk⟧ again.",
            fixed="The painter Astrid Bruvik sang. Bruvik left. Later a critic met Astrid Bruvik again.",
        ),
        Case(
            "Astrid Abbott sang. Abbott left early, and ⟦Abbot⟧ said so.",
            fixed="Astrid Abbott sang. Abbott left early, and Abbott said so.",
        ),
        Case("Lithuanian President Gitanas Nauseda came. Nauseda left. On Friday Nauséda wrote a letter."),
        Case("President Volodymyr Zelensky came. Zelensky left. On Friday Zelenskyy wrote a letter."),
        Case("Andrei Lugovoi came. Lugovoi left. On Friday Lugovoy wrote a letter."),
        Case("Astrid Bruvik sang. Bruvik left. The Bruviks and a Bruviky crowd cheered with Paul Bruvin."),
        Case("Astrid Harmon sang. Harmon left. The hall in Harman was full, and the “Hermon” sailed."),
        Case("Astrid Holmgren sang. On Friday Holmgern wrote a letter."),
        Case("Astrid Kutter sang. Kutter left. His wife, Katter, stayed.", options={"accept": ["Katter"]}),
    )

    def check(self, document: Document, candidates: Sequence[Block]) -> Iterator[tuple[Block, Finding]]:
        pairs = [
            (odd, usual)
            for odd, usual in near_words(document.joined.data)
            if not (_is_word(odd) or odd in self.accept or given_name(odd) or _is_word(usual))
            if slipped(odd, usual) and may_be_family_name(usual, document.joined.data)
        ]
        if not pairs:
            return
        people = find_people(holding(document.texts, {word for pair in pairs for word in pair}))
        for odd, usual in pairs:
            for person in people.by_family(usual):
                place = _alone(odd, people, document) or _with_given(odd, person, people)
                if (
                    place
                    and len(person.mentions) > 1
                    and not document.blocks[place.block].is_quoted(place.at)
                ):
                    yield document.blocks[place.block], _finding(odd, person, place)


def _is_word(name: str) -> bool:
    """Whether a word with a capital is no person’s name."""
    return name in nobody() or name in OPENERS


def _alone(odd: str, people: People, document: Document) -> Place | None:
    """Where the odd spelling stands alone and may be the name of somebody."""
    for place in people.alone(odd):
        text, at = document.texts[place.block], place.at
        says = pattern(SAYS).match(text, at.end)
        called = text[: at.start].endswith(", ") and text[at.end : at.end + 1] == ","
        strange = pattern(NOT_BEFORE).search(text, max(at.start - 12, 0), at.start)
        if says or not (len(odd) <= SHORT or strange or called):
            return place
    return None


def _with_given(odd: str, person: Person, people: People) -> Place | None:
    """Where the odd spelling follows the given name of the person."""
    for other in people.by_family(odd):
        if other.given.split()[0] == person.given.split()[0]:
            at = other.introduction.place.at
            return Place(other.introduction.place.block, type(at)(at.end - len(odd), at.end))
    return None


def _finding(odd: str, person: Person, place: Place) -> Finding:
    times = len(person.mentions)
    return Finding(
        place.at,
        f"surname spelled only here as “{odd}”: the article names {person.name} {times} times",
        (Change(place.at, person.family),),
        related=(Related(person.introduction.place, f"{person.name} is introduced here"),),
    )
