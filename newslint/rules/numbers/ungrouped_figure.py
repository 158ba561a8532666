from __future__ import annotations

import regex

from newslint.lexicon.amounts import CURRENCY, SCALE, UNIT, VALUES
from newslint.rules import Block, Case, Change, Finding, PatternRule, Protected, Range, Safety, pattern
from newslint.text.figures import counted_after, names_a_thing

YEAR = r"(?:19|20)\d\d,"
MEASURED = rf"[ \xa0](?:{UNIT}|{CURRENCY})\b"


MEASURED_IN_FILES = r"\s(?:bytes|bits|deletions|insertions)\b"
"""What programs count and print without commas."""


class UngroupedFigure(PatternRule):
    """A large count or sum lacks its commas: “17000 tons”, “£210000000”.

    ## What it does
    Adds commas to a figure of five or more digits before things that are counted, units and currencies, and
    after a currency sign, and to one that has only some of them (“1207,671”). Round millions of money are
    written “£210 million”. Any other figure may be a house number, law or post code, and passes.

    ## Why it matters
    Engines copy figures from languages that group them with spaces, and the spaces are lost.

    ## Fix safety
    Safe where the noun or sign shows that it is a count; two figures may have met where commas are there.

    ## References
    Study of machine-translated news, artefact ND06.
    """

    expression = (
        r"(?<![\w.,:/#–-])(?P<partly>[1-9]\d{3,8}(?:,\d{3})+)(?![\w%]|[.,:–-]\d)|"
        r"(?:(?P<sign>(?:US|A|C)?\p{Sc}\s?)|(?<![\w.,:/#$€£–-]))(?<![\d.,]\p{Sc}?)(?P<figure>[1-9]\d{4,11})"
        rf"(?![\w%/]|[.,:–-]\d|\s?{SCALE}|-\p{{L}})"
    )
    safety = Safety.SAFE
    may_change = frozenset({Protected.NUMBERS})
    cases = (
        Case("The port moved ⟦17000⟧ tons.", fixed="The port moved 17,000 tons."),
        Case("Some ⟦1250000⟧ people live there.", fixed="Some 1,250,000 people live there."),
        Case(
            "It drew ⟦126000⟧ angry customers and ⟦10000⟧ rubles.",
            fixed="It drew 126,000 angry customers and 10,000 rubles.",
        ),
        Case(
            "It cost ⟦£210000000⟧, or ⟦$850000⟧ and ⟦€1234567⟧.",
            fixed="It cost £210 million, or $850,000 and €1,234,567.",
        ),
        Case("It found ⟦1207,671⟧ cases.", fixed="It found 1,207,671 cases.", safety=Safety.UNSAFE),
        Case("In 2012,500 people came."),
        Case("The port moved 17,000 tons and 4500 cars for $4500, or $10894 trillion."),
        Case("It has 45744 insertions(+), 30885 deletions(-); SIZE: 7190271 bytes; 10273609 bits."),
        Case("Call 55512 or write to 10115 Berlin; case 20345 is closed."),
        Case("In ZIP code #90210 people mind."),
        Case("In ZIP code 60644 residents worry; flight 12345 passengers and case no. 20456 people agree."),
        Case("They asked Oakland, CA 94601 residents and Route 10115 drivers; PO Box 20345 members came."),
        Case("He flew on flight 12345. On board 12345 passengers were said to be, all 12345 people."),
        Case(
            "On Monday ⟦17000⟧ people came, and in July ⟦21000⟧ more people.",
            fixed="On Monday 17,000 people came, and in July 21,000 more people.",
        ),
        Case("“Some ⟦17000⟧ people came,” he said."),
    )

    @property
    def trace(self) -> str:
        return r"\p{Sc}\s?\d{5}|\d{5}\s\p{L}|\d{4},\d{3}"

    def judge(self, match: regex.Match[str], block: Block) -> Finding | None:
        if partly := match["partly"]:
            return None if pattern(YEAR).match(partly) else _group(Range(*match.span()), partly)
        text, figure, sign = block.text, match["figure"], match["sign"]
        if not sign:
            if names_a_thing(text, match.start()):
                return None
            if not (counted_after(text, match.end()) or pattern(MEASURED).match(text, match.end())):
                return None
            if pattern(MEASURED_IN_FILES).match(text, match.end()):
                return None
        at, count = Range(match.start(), match.end()), int(figure)
        written = (sign or "") + (_spell_out_scale(count) if sign else f"{count:,}")
        return Finding(at, f"digits without commas: use “{written}”", (Change(at, written),))


def _group(at: Range, partly: str) -> Finding:
    written = f"{int(partly.replace(',', '')):,}"
    return Finding(at, f"commas are missing: use “{written}”", (Change(at, written),), safety=Safety.UNSAFE)


def _spell_out_scale(count: int) -> str:
    """A sum, with its scale in words if two decimals are enough."""
    for scale in ("billion", "million"):
        value = VALUES[scale]
        if count >= value and count % (value // 100) == 0:
            return f"{count / value:g} {scale}"
    return f"{count:,}"
