from __future__ import annotations

from dataclasses import dataclass

import regex

from newslint.rules import Block, Case, Change, Finding, PatternRule, Protected, Range, Safety

UNITS = (
    "percentage|percent|per cent|million|billion|trillion|millions|billions|degrees|kilometers|kilometres"
    "|meters|metres|centimeters|centimetres|hectares|tonnes|tons|kilograms|kilos|litres|liters|miles|magnitude|euros"
    "|dollars|pounds|points|meter|metre|kilometer|kilometre"
)


@dataclass(frozen=True, kw_only=True)
class DecimalComma(PatternRule):
    """A decimal has a comma instead of a point: “64,2 million”.

    ## What it does
    Writes the point. Only one or two digits after the comma, followed by a unit, count, so that
    thousands, scores and lists pass.

    ## Why it matters
    Most of Europe writes decimals with a comma, and engines copy figures unchanged.

    ## Fix safety
    Safe: the unit shows that it is one number.

    ## References
    Study of machine-translated news, artefact ND01.
    """

    expression = rf"(?<![\d.,:/–-])(\d{{1,3}}),(\d{{1,2}})(?=\s?(?:%|(?:{UNITS})\b))"
    safety = Safety.SAFE
    may_change = frozenset({Protected.NUMBERS, Protected.CURRENCY})
    cases = (
        Case("Exports rose to ⟦64,2⟧ million tons.", fixed="Exports rose to 64.2 million tons."),
        Case("Prices grew by ⟦3,5⟧% in May.", fixed="Prices grew by 3.5% in May."),
        Case("It lies ⟦12,75⟧ kilometres off the coast.", fixed="It lies 12.75 kilometres off the coast."),
        Case("The fund has €⟦1,4⟧ billion.", fixed="The fund has €1.4 billion."),
        Case("It took 64,200 million years, or 12,500 percent more."),
        Case("They won 3,2 and lost 2,1."),
        Case("Rows 4,5 and 6,7 are free; route 1,2,3 million is a joke."),
        Case("On March 4,12 people left."),
    )

    def judge(self, match: regex.Match[str], block: Block) -> Finding | None:
        at = Range(match.end(1), match.start(2))
        written = f"{match[1]}.{match[2]}"
        return Finding(Range(*match.span()), f"decimal comma: use “{written}”", (Change(at, "."),))
