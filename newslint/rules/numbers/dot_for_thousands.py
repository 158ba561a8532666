from __future__ import annotations

from dataclasses import dataclass

import regex

from newslint.lexicon.counted import COUNTED
from newslint.rules import Block, Case, Change, Finding, PatternRule, Protected, Range, Safety, any_of


@dataclass(frozen=True, kw_only=True)
class DotForThousands(PatternRule):
    """Thousands have a point instead of a comma: “272.000 infections”.

    ## What it does
    Writes commas. Only figures before things counted in whole numbers count, since nobody counts 1.250
    passengers by the fraction. Sums of money and measures pass.

    ## Why it matters
    German, Spanish, Italian and Turkish group thousands with points, and engines copy figures
    unchanged.

    ## Fix safety
    Safe: the noun rules out a decimal.

    ## References
    Study of machine-translated news, artefact ND02.
    """

    expression = (
        r"(?<![\d.,:/$€£–-])[1-9]\d{0,2}(?:\.\d{3})+"
        rf"(?=\s(?:(?:new|more|other)\s)?(?:{any_of(COUNTED)})\b)"
    )
    safety = Safety.SAFE
    may_change = frozenset({Protected.NUMBERS})
    cases = (
        Case("The clinic counted ⟦272.000⟧ infections.", fixed="The clinic counted 272,000 infections."),
        Case("Some ⟦1.250.000⟧ new voters signed up.", fixed="Some 1,250,000 new voters signed up."),
        Case("They hired ⟦4.500⟧ workers.", fixed="They hired 4,500 workers."),
        Case("Petrol costs 1.789 euros a litre, and the rod is 2.125 wide."),
        Case("The average is 2.5 children, or 2.513 by another count."),
        Case("Version 4.500 runs, and 0.125 people is a joke."),
    )

    def judge(self, match: regex.Match[str], block: Block) -> Finding | None:
        at, written = Range(*match.span()), match[0].replace(".", ",")
        return Finding(at, f"use commas for thousands: “{written}”", (Change(at, written),))
