from __future__ import annotations

from collections.abc import Iterator, Sequence

import regex

from newslint.lexicon.classes import words_of
from newslint.lexicon.east_asian import FAMILIES
from newslint.lexicon.first_named import FIRST_NAMED
from newslint.lexicon.given_names import given_name
from newslint.rules import (
    PATTERN_SECONDS,
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
    pattern,
)
from newslint.text.encoded_text import decode
from newslint.text.names.capitals import PARTICLES
from newslint.text.names.people import SUFFIXES, is_east_asian

TITLED = (
    r"(?<![\p{L}.’'-])(?P<title>M(?:rs?|s)\.?|Miss)\s(?P<name>\p{Lu}\p{Ll}+(?:-\p{Ll}+)?)"
    r"(?![\p{L}’'-]*\s(?:and\s(?:Mr|Ms|Mrs)\b|\p{Lu}))(?=[’']s\b|[^\p{L}’'-])"
)
FAMILY = rf"(?:{PARTICLES}\s)*\p{{Lu}}[\p{{L}}’'-]+"
BY_GIVEN_NAME = (
    r"\b(?:Afghan|Bangladesh|Bhutan|Brazil|Burm|Cambodia|Eritrea|Ethiopia|Iceland|Indonesia|Lao|Malaysia"
    r"|Mongolia|Myanmar|Pakistan|Somali|Sri\sLanka|Thai|Tibet|Vietnam)"
)
"""Countries where people are called by title and given name."""
BY_FAMILY_NAME_FIRST = r"\b(?:Burm|Cambodia|Lao|Myanmar|Thai|Tibet|Vietnam|Hanoi|Saigon|Nguyen|Tran|Pham)"
"""Those of them where the family name comes first."""
TITLES = frozenset({"Mr", "Mrs", "Ms", "Miss"})
CALLED_SO = words_of("known_by_given_name", "given_names_as_surnames") | FIRST_NAMED


class GivenNameAfterTitle(Rule):
    """A title precedes a given name: “Mr. Andrew” for Mr. Pettigrew.

    ## What it does
    Writes the family name that the article has beside the given name, in Chinese and Korean names too
    (“Ms. Lihua” for Ms. Zhao). Quoted speech passes, and so do names that are somebody's family name in the
    article, given names that two people share, and articles about countries where a title goes with the
    given name, such as Vietnam and Thailand.

    ## Why it matters
    Many languages put the title before the given name, and engines mistake one name for the other.

    ## Fix safety
    Unsafe: “Mr. Andrew” may be right where the person comes from.
    """

    may_change = frozenset({Protected.NAMES})
    cases = (
        Case(
            "Andrew Pettigrew has led it since May. On Friday, Mr. ⟦Andrew⟧ wrote a letter.",
            fixed="Andrew Pettigrew has led it since May. On Friday, Mr. Pettigrew wrote a letter.",
        ),
        Case(
            "Zhao Lihua wrote it in May. On Friday, Ms. ⟦Lihua⟧ said so.",
            fixed="Zhao Lihua wrote it in May. On Friday, Ms. Zhao said so.",
        ),
        Case(
            "Zhao Mingde sailed from Malaysia. On Friday, Mr ⟦Mingde⟧ left.",
            fixed="Zhao Mingde sailed from Malaysia. On Friday, Mr Zhao left.",
        ),
        Case("Andrew Holm has led it since May. He saw Paul Andrew. Mr. Andrew wrote a letter."),
        Case("Andrew Holm has led it since May. “We saw Mr. Andrew,” she said."),
        Case("Nguyen Trong of Vietnam led it. On Friday, Mr. Trong wrote a letter to Mr. Andrew."),
    )

    @property
    def trace(self) -> str:
        return TITLED

    def check(self, document: Document, candidates: Sequence[Block]) -> Iterator[tuple[Block, Finding]]:
        pairs = document.capitals.full_names
        named = {given for given, _ in pairs}
        named |= {given for family, given in pairs if decode(family) in FAMILIES}
        for block in candidates:
            for match in pattern(TITLED).finditer(block.text, timeout=PATTERN_SECONDS):
                name, at = match["name"], Range(*match.span("name"))
                if block.kind not in self.kinds or name.encode() not in named or name in CALLED_SO:
                    continue
                found = None if block.is_quoted(at) else _family(name, Place(block.index, at), document)
                if not found:
                    continue
                family, place = found
                first = document.texts[place.block].startswith(family, place.at.start)
                called_so = BY_FAMILY_NAME_FIRST if first else BY_GIVEN_NAME
                if not any(map(pattern(called_so).search, document.texts)):
                    yield block, _finding(name, at, family, place)


def _finding(name: str, at: Range, family: str, introduction: Place) -> Finding:
    message = f"title before a given name, “{name}”: use “{family}”"
    related = (Related(introduction, f"{name} {family} is introduced here"),)
    return Finding(at, message, (Change(at, family),), related=related)


def _family(name: str, use: Place, document: Document) -> tuple[str, Place] | None:
    """The only family name of a given name, and its introduction."""
    beside = regex.compile(
        rf"(?:(?P<before>\p{{Lu}}[\p{{L}}.’'-]*)\s)?(?<![\p{{L}}’'-]){name}(?![\p{{L}}’'-])(?:\s(?P<after>{FAMILY}))?"
    )
    found: dict[str, Place] = {}
    for number in document.encoded_text.containing(name):
        for match in beside.finditer(document.texts[number]):
            place = Place(number, Range(*match.span()))
            before = match["before"] or ""
            if match["after"] and given_name(name) and name not in FAMILIES:
                found.setdefault(match["after"], place)
            elif not given_name(before) and is_east_asian((before, name)):
                found.setdefault(before, place)
            elif before and before.rstrip(".") not in TITLES:
                return None
    families = found.keys() - SUFFIXES
    if len(found) != 1 or not families:
        return None
    ((family, place),) = found.items()
    return (family, place) if place < use and given_name(family) is None else None
