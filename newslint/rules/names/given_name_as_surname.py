from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import StrEnum

import regex

from newslint.lexicon.first_named import FIRST_NAMED
from newslint.lexicon.given_names import given_name
from newslint.rules import (
    Block,
    Case,
    Change,
    Document,
    Finding,
    Place,
    Protected,
    Range,
    Related,
    Rule,
    Safety,
    pattern,
)
from newslint.text.names.given_name_use import GivenNameUse, find_bare_uses, people_named
from newslint.text.names.people import NameForm, People, Person
from newslint.text.names.stray_given_names import SURNAMES, StrayGivenName, stray_given_names

NAME = r"\p{Lu}[\p{L}\p{M}]+(?:[’'-]\p{L}+)*"
LIST_BEFORE = rf"(?:(?P<other>{NAME}),\s)*(?P<last>{NAME}),?\sand\s$"
LIST_AFTER = rf"(?:,\s(?P<other>{NAME}))*,?\sand\s(?P<last>{NAME})(?![\p{{L}}’'-]|\s\p{{Lu}})"
INSIDE = r"^[’']s\b|^[-&@/]"
MOST_BARE = 2
MIN_FAMILY_NAME_USES = 2
"""How often the article must use the family name of a person without a title."""
KINDS = (
    "an?|no|old|young|little|poor|dear|great|hurricane|storm|movie|film|song|book|band|named|called|nicknamed"
    "|brother|sister|wife|husband|son|daughter|mother|father|dad|mom|mum|his|her|their|our|my|the"
)
NOT_BEFORE = rf"(?:\b(?:S|M|F)ts?\.|\b(?i:{KINDS})|[(\[“‘\"'&/-])\s?$"
"""Words before the name of a saint, a storm or a relative: “his brother”, “The”."""
SOMEBODY = r"(?:I|he|she|they|me|you|him|her|them)"
BESIDE_BEFORE = rf"(?:(?P<name>\p{{Lu}}\p{{L}}+)(?:,| and| &| or)+|\b{SOMEBODY} (?:and|or))\s$"
BESIDE_AFTER = rf"(?:[’']s)?,? (?:and|&|or) (?:(?P<name>\p{{Lu}}\p{{L}}+)|{SOMEBODY}\b)"
FAMILY = "husband|wife|widow|mother|father|parents|brother|sister|son|daughter|children|kids|family"
NOT_AFTER = (
    rf"[’']s (?:{FAMILY})\b"
    rf"|(?:[’']s)?(?:\s\p{{Lu}}|\s?[“\"(\[\]/&)]|\sthe\s\p{{Lu}}|[!?]|[-@&/]|, you\b)"
)
"""Text after part of a longer name, or a call: “Charlie the Tramp”, “Charlie!”."""
GOES_ON = r"(?:[’']s)?\s\p{Ll}"
COUPLE = r"(?P<name>\p{Lu}\p{L}+)\s(?:and|&)\s$"


class Level(StrEnum):
    """The evidence that a finding requires."""

    LISTED = "listed"
    """A list with the family name of another person."""
    SURNAME = "surname"
    """Or the family name elsewhere in the article, and the given name only here, as a person acts."""
    TITLED = "titled"
    """Or a title of the person, even without the family name elsewhere."""
    ANY = "any"
    """Or just a bare given name: for copy that never uses given names."""


class GivenNameAsSurname(Rule):
    """A given name is used where the article uses family names.

    ## What it does
    Flags “Johnson and Emmanuel” for Johnson and Macron. Names in East Asian order, people who share a
    family or given name with another, people whom the article or the public calls by the given name,
    two given names side by side, forms of address (“Thanks, Ann”), relatives (“his sister Ann”),
    saints, storms and anything quoted pass.

    ## Why it matters
    Translation and spinning cut full names in the wrong place, and readers lose track of who is meant.

    ## Fix safety
    Safe in a list beside another person's family name, if only one person has the given name. Elsewhere
    unsafe, and offered only if the article uses the family name (at least twice for a person without a
    title) and the given name this once.

    ## Options
    `level`: the evidence that a finding needs: “listed” (a list with another person's family name),
    “surname” (or the family name elsewhere and the given name only here), “titled” (or a title) or
    “any” (none: for copy that never uses bare given names).

    ## References
    Study of machine-translated news, artefact TN03.
    """

    level: Level = Level.SURNAME

    safety = Safety.SAFE
    may_change = frozenset({Protected.NAMES})
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
            options={"level": "surname"},
        ),
        Case(
            "The painter Astrid Holm lives here. ⟦Astrid⟧ said she works at night.",
            fixed="The painter Astrid Holm lives here. Holm said she works at night.",
            safety=Safety.UNSAFE,
            options={"level": "any"},
        ),
        Case(
            "The painter Astrid Holm lives here. Holm works at night. Buyers like Holm.\n\n"
            "On Friday, ⟦Astrid⟧ sold a picture. Nobody asked ⟦Astrid⟧ why.",
            fixed="The painter Astrid Holm lives here. Holm works at night. Buyers like Holm.\n\n"
            "On Friday, Holm sold a picture. Nobody asked Holm why.",
            safety=Safety.UNSAFE,
            options={"level": "any"},
        ),
        Case(
            "The painter Astrid Holm lives here. Holm works at night. Buyers like Holm.\n\n"
            "Critics praise ⟦Astrid⟧’s colours.",
            fixed="The painter Astrid Holm lives here. Holm works at night. Buyers like Holm.\n\n"
            "Critics praise Holm’s colours.",
            safety=Safety.UNSAFE,
            options={"level": "surname"},
        ),
        Case(
            "Governor Ivar Holm met Prime Minister Elsa Brandt.\n\nTalks with ⟦Elsa⟧ went well.",
            fixed="Governor Ivar Holm met Prime Minister Elsa Brandt.\n\nTalks with Brandt went well.",
            safety=Safety.UNSAFE,
            options={"level": "titled"},
        ),
        Case("Governor Ivar Holm met Prime Minister Elsa Brandt.\n\nTalks with Elsa went well."),
        Case(
            "The painter Astrid Holm lives here. Holm works at night. Buyers like Holm. In St. Astrid, "
            "Astrid the Red, Astrid! and Thanks, Astrid, and his sister Astrid are others."
        ),
        Case("Roger and Lynda Berg ran a shop. Berg opened at six. Berg shut at nine. Lynda died last fall."),
        Case("Ivar Holm met Elsa Brandt. Brandt left. Brandt wrote. Paul and Elsa danced."),
        Case(
            "The painter Astrid Holm lives here. Holm works. Buyers like Holm. Astrid sings. Astrid paints."
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

    def check(self, document: Document, candidates: Sequence[Block]) -> Iterator[tuple[Block, Finding]]:
        done = set()
        for block, finding in self._in_lists(document):
            done.add((block.index, finding.at))
            yield block, finding
        for stray in stray_given_names(document) if self.level is not Level.LISTED else ():
            if (stray.place.block, stray.place.at) not in done:
                yield document.blocks[stray.place.block], _stray_finding(stray)

    def _in_lists(self, document: Document) -> Iterator[tuple[Block, Finding]]:
        """Yield given names in lists of family names."""
        found = (
            bare
            for bare in find_bare_uses(document.encoded_text, document.capitals.runs, MOST_BARE)
            if bare.given not in FIRST_NAMED and bare.given not in SURNAMES
        )
        worth = [bare for bare in found if self._worth_a_look(bare, document)]
        if not worth:
            return
        given = {bare.given for bare in worth}
        people = people_named(
            document.texts, given, {name for bare in worth for name in _others(bare, document)}
        )
        for person in people.persons:
            if person.given in given:
                yield from self._findings(person, people, document)

    def _findings(
        self, person: Person, people: People, document: Document
    ) -> Iterator[tuple[Block, Finding]]:
        places = () if _of_a_couple(person, document) else _bare_places(person, people)
        for place in places:
            block = document.blocks[place.block]
            level = self._level(person, place, people, block.text)
            lonely = len(places) == 1 or level is Level.LISTED or self.level is Level.ANY
            if level and lonely and not _is_quoted(block, place.at):
                yield block, _finding(person, place, level)

    def _worth_a_look(self, bare: GivenNameUse, document: Document) -> bool:
        """Whether a bare given name may be an error, before finding people."""
        text, at = document.texts[bare.place.block], bare.place.at
        if bare.given in FIRST_NAMED:
            return False
        enough = self.level in (Level.TITLED, Level.ANY) and _may_be_somebody(text, at)
        if not enough and not _list_around(text, at):
            return False
        return not _is_quoted(document.blocks[bare.place.block], at)

    def _level(self, person: Person, place: Place, people: People, text: str) -> Level | None:
        listed = not pattern(INSIDE).match(text[place.at.end :]) and not given_name(person.family)
        if listed and _is_in_list(text, place, people):
            return Level.LISTED
        if self.level in (Level.LISTED, Level.SURNAME) or not _may_be_somebody(text, place.at):
            return None
        used = sum(mention.form is NameForm.FAMILY for mention in person.mentions)
        if used >= MIN_FAMILY_NAME_USES or (used and person.has_title):
            return Level.SURNAME
        if person.has_title:
            return Level.TITLED
        return Level.ANY if self.level is Level.ANY else None


def _bare_places(person: Person, people: People) -> tuple[Place, ...]:
    """Places of the bare given name, unless the article may use it."""
    given = person.given
    if given_name(given) is None or person.family_first:
        return ()
    if len(people.by_given(given)) > 1 or people.by_family(given) or given in people.titled_names:
        return ()
    if len(people.by_family(person.family)) > 1:
        return ()
    places = people.places_alone(given)
    early = any(place < person.introduction.place for place in places)
    return () if early or len(places) > MOST_BARE else places


def _of_a_couple(person: Person, document: Document) -> bool:
    """Whether the person is introduced in a couple: “Roger and Lynda Holm”."""
    first = person.introduction.place
    before = pattern(COUPLE).search(document.texts[first.block], max(first.at.start - 40, 0), first.at.start)
    return bool(before and given_name(before["name"]))


def _may_be_somebody(text: str, at: Range) -> bool:
    """Whether the context of a given name admits a family name."""
    before, after = text[max(at.start - 60, 0) : at.start], text[at.end : at.end + 60]
    if pattern(NOT_BEFORE).search(before) or pattern(NOT_AFTER).match(after):
        return False
    if before.endswith(", ") and not pattern(GOES_ON).match(after):
        return False
    beside = pattern(BESIDE_BEFORE).search(before), pattern(BESIDE_AFTER).match(after)
    return not any(match and (not match["name"] or given_name(match["name"])) for match in beside)


def _others(bare: GivenNameUse, document: Document) -> list[str]:
    """The other names of the list around a given name."""
    found = _list_around(document.texts[bare.place.block], bare.place.at)
    return [name for group in ("other", "last") for name in found.captures(group)] if found else []


def _is_quoted(block: Block, at: Range) -> bool:
    """Whether a place is quoted, or in a post with a handle."""
    return block.is_quoted(at) or "@" in block.text


def _is_in_list(text: str, place: Place, people: People) -> bool:
    """Whether a place is in a list with known family names."""
    found = _list_around(text, place.at)
    if not found:
        return False
    others = [
        (name, Place(place.block, Range(*span)))
        for group in ("other", "last")
        for name, span in zip(found.captures(group), found.spans(group), strict=True)
    ]
    whole = all(other in people.places_alone(name) for name, other in others)
    given = any(people.by_given(name) and not people.by_family(name) for name, _ in others)
    return whole and not given and any(len(people.by_family(name)) == 1 for name, _ in others)


def _list_around(text: str, at: Range) -> regex.Match[str] | None:
    """The other names of the list around a name, if any."""
    if text[: at.start].endswith("and", 0, -1):
        before = pattern(LIST_BEFORE).search(text, max(at.start - 90, 0), at.start)
        if before:
            return before
    return pattern(LIST_AFTER).match(text, at.end, at.end + 90)


def _stray_finding(stray: StrayGivenName) -> Finding:
    return Finding(
        stray.place.at,
        f"given name used as a surname, “{stray.given}”: use “{stray.family}”",
        (Change(stray.place.at, stray.family),),
        related=(Related(stray.introduction, f"{stray.given} {stray.family} is introduced here"),),
        safety=Safety.UNSAFE,
    )


def _finding(person: Person, place: Place, level: Level) -> Finding:
    introduction = person.introduction
    return Finding(
        place.at,
        f"given name used as a surname, “{person.given}”: use “{person.family}”",
        (Change(place.at, person.family),),
        related=(Related(introduction.place, f"{person.name} is introduced here"),),
        safety=Safety.SAFE if level is Level.LISTED else Safety.UNSAFE,
    )
