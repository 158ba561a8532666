from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

import regex

from newslint.lexicon.titles import OFFICES
from newslint.rule import (
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
from newslint.text.capitals import PARTICLES, nation_expression

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
"""What one person may be called by turns."""


@cache
def _expression() -> str:
    """A nationality, an office and a full name."""
    offices = any_of({*OFFICES, *(_with_capitals(office) for office in OFFICES), "Minister", "leader"})
    return (
        rf"(?<![\p{{L}}’'-])(?<!\b(?:former|then|late|ex|Former)[ -])(?P<nation>{nation_expression()})\s"
        rf"(?P<office>{offices})\s(?P<name>{NAME})"
    )


@dataclass(frozen=True, kw_only=True)
class TitleDrift(Rule):
    """One person holds an office in two countries: “French President” here, “German President” there.

    Spinners swap nationalities as they swap words, and engines take the one next to it. Flagged is
    the later of two introductions of the same full name whose nationalities exclude each other;
    which is right, a person must know, so both are offered. “US” and “American”, “British” and
    “Scottish”, “EU” and “NATO” are the same, and “former” and “then” are let pass.

    Rates per million words: clean-curly 0, clean-straight 0, mt-documents 0; no found corpus of ours has
    the damage.
    """

    cases = (
        Case(
            "French President Lucien Marchand came.\n\n⟦German⟧ President Lucien Marchand left at noon.",
        ),
        Case(
            "Finnish Prime Minister Aino Salo met Polish Foreign Minister Jan Zak.\n\n"
            "“No,” said ⟦Czech⟧ foreign minister Jan Zak.",
        ),
        Case("US President Carl Munro came. American President Carl Munro left."),
        Case("British Prime Minister Ann Bell came. Scottish leader Ann Bell left."),
        Case("French President Lucien Marchand met German President Otto Brand. Marchand left."),
        Case("Soviet leader Igor Pankov fell; former Russian president Igor Pankov rose."),
    )

    @property
    def trace(self) -> str:
        return _expression()

    def check_document(self, document: Document) -> Iterator[tuple[Block, Finding]]:
        yield from self.check(document, document.blocks)

    def check(self, document: Document, traced: Iterable[Block]) -> Iterator[tuple[Block, Finding]]:
        called: dict[str, list[tuple[Block, regex.Match[str]]]] = defaultdict(list)
        for block in traced:
            if block.kind in self.kinds:
                for match in pattern(_expression()).finditer(block.text, timeout=PATTERN_SECONDS):
                    called[match["name"]].append((block, match))
        for mentions in called.values():
            yield from _unlike(mentions)


def _unlike(mentions: list[tuple[Block, regex.Match[str]]]) -> Iterator[tuple[Block, Finding]]:
    """The mentions of one person whose nationality is another than that of the first."""
    first_block, first = mentions[0]
    for block, match in mentions[1:]:
        one, other = first["nation"], match["nation"]
        at = Range(*match.span("nation"))
        if one != other and not any({one, other} <= same for same in ALIKE) and not block.quoted(at):
            related = Related(Place(first_block.index, Range(*first.span("nation"))), f"“{one}” here")
            message = f"{match['name']} is “{one}” before, and “{other}” here"
            yield block, Finding(at, message, suggestions=(one, other), related=(related,))


def _with_capitals(office: str) -> str:
    return pattern(r"\b(?!of\b)\p{Ll}").sub(lambda letter: letter[0].upper(), office)
