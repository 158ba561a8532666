from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache

import regex

from newslint.lexicon.titles import OFFICES
from newslint.rules import (
    PATTERN_SECONDS,
    Block,
    Case,
    Document,
    Finding,
    Place,
    Range,
    Related,
    Rule,
    any_of,
    pattern,
)
from newslint.text.names.capitals import PARTICLES, in_capitals, nation_expression

NAME = rf"\p{{Lu}}[\p{{L}}’'.-]*(?:\s(?:{PARTICLES}\s)*\p{{Lu}}[\p{{L}}’'-]+){{1,3}}"
ALIKE = (
    frozenset({"US", "U.S.", "American"}),
    frozenset({"UK", "U.K.", "British", "English", "Scottish", "Welsh"}),
    frozenset({"UN", "U.N."}),
    frozenset({"EU", "European", "NATO"}),
    frozenset({"Slovak", "Slovakian"}),
    frozenset({"Slovene", "Slovenian"}),
    frozenset({"Argentine", "Argentinian"}),
    frozenset({"Belarusian", "Belarussian"}),
    frozenset({"UAE", "Emirati"}),
    frozenset({"Saudi", "Saudi Arabian"}),
    frozenset({"Ecuadorean", "Ecuadorian"}),
    frozenset({"Korean", "South Korean"}),
    frozenset({"Arab", "Palestinian", "Israeli"}),
)
"""Nationalities that are compatible in one person."""

ONE_AT_A_TIME = (
    frozenset({"president", "prime minister", "chancellor", "king", "queen"}),
    frozenset({"foreign minister", "defense minister", "finance minister", "interior minister"}),
)
"""Offices of a country that exclude each other; heads of government often hold a ministry as well."""


OTHER_TIME = (
    r"\b(?:19|20)\d\d\b|\b(?i:then|former|formerly|ex|outgoing|incoming|late|designate|predecessor|successor|elect|acting"
    r"|caretaker|interim|previously|served|became|caption|photos?|archive)\b"
)
"""Text of a paragraph that tells of an office of another time."""


@cache
def _expression() -> str:
    """A nationality, an office and a full name."""
    offices = any_of({*OFFICES, *(in_capitals(office) for office in OFFICES), "Minister", "leader"})
    return (
        rf"(?<![\p{{L}}’'-])(?<!\b(?:former|then|late|ex|Former)[ -])(?P<nation>{nation_expression()})\s"
        rf"(?P<office>{offices})\s(?P<name>{NAME})"
    )


class TitleDrift(Rule):
    """One person holds two offices: “French President” here, “German President” there.

    ## What it does
    Flags the later of two introductions of the same full name whose nationalities, or whose offices in
    one country, exclude each other, and offers both. “US” and “American”, “British” and “Scottish”,
    “EU” and “NATO” are equivalent, a prime minister may also be foreign minister, and paragraphs with a year,
    “former”, “then” or the like, and captions, pass.

    ## Why it matters
    Spinners swap nationalities and offices like any word, and engines take the nearest one.

    ## Fix safety
    No fix: which office is right is a matter of fact.
    """

    cases = (
        Case(
            "French President Lucien Marchand came.\n\n⟦German⟧ President Lucien Marchand left at noon.",
        ),
        Case(
            "Finnish Prime Minister Aino Salo met Polish Foreign Minister Jan Zak.\n\n"
            "“No,” said ⟦Czech⟧ foreign minister Jan Zak.",
        ),
        Case(
            "German Chancellor Emil Kranz came.\n\n“Yes,” said German ⟦President⟧ Emil Kranz.",
        ),
        Case("Malaysian Prime Minister Omar Salleh came. Malaysian finance minister Omar Salleh left."),
        Case("Polish Defence Minister Jan Zak came. Polish defense minister Jan Zak left."),
        Case("US President Carl Munro came. American President Carl Munro left."),
        Case("British Prime Minister Ann Bell came. Scottish leader Ann Bell left."),
        Case("French President Lucien Marchand met German President Otto Brand. Marchand left."),
        Case("French President Lucien Marchand won in 2012. German President Lucien Marchand left."),
        Case("Soviet leader Igor Pankov fell; former Russian president Igor Pankov rose."),
    )

    @property
    def trace(self) -> str:
        return _expression()

    def check(self, document: Document, candidates: Sequence[Block]) -> Iterator[tuple[Block, Finding]]:
        called: dict[str, list[tuple[Block, regex.Match[str]]]] = defaultdict(list)
        for block in candidates:
            if block.kind in self.kinds:
                for match in pattern(_expression()).finditer(block.text, timeout=PATTERN_SECONDS):
                    called[match["name"]].append((block, match))
        for mentions in called.values():
            yield from _unlike(mentions)


def _unlike(mentions: list[tuple[Block, regex.Match[str]]]) -> Iterator[tuple[Block, Finding]]:
    """Yield mentions whose nationality or office contradicts the first one."""
    first_block, first = mentions[0]
    for block, match in mentions[1:]:
        group = _clash(first, match)
        explained = any(pattern(OTHER_TIME).search(paragraph.text) for paragraph in (first_block, block))
        if group and not explained and not block.is_quoted(Range(*match.span(group))):
            one, other = first[group], match[group]
            related = Related(Place(first_block.index, Range(*first.span(group))), f"“{one}” here")
            message = f"conflicting titles for {match['name']}: “{one}” before, “{other}” here"
            at = Range(*match.span(group))
            yield block, Finding(at, message, suggestions=(one, other), related=(related,))


def _clash(one: regex.Match[str], other: regex.Match[str]) -> str:
    """The part in which two titles contradict each other; empty if none."""
    nations = {one["nation"], other["nation"]}
    if len(nations) > 1 and not any(nations <= same for same in ALIKE):
        return "nation"
    offices = {_office(one), _office(other)}
    return "office" if len(offices) > 1 and any(offices <= alone for alone in ONE_AT_A_TIME) else ""


def _office(title: regex.Match[str]) -> str:
    return title["office"].lower().replace("defence", "defense")
