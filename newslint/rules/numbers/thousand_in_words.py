from __future__ import annotations

from dataclasses import dataclass

import regex

from newslint.lexicon.counted import COUNTED
from newslint.rules import Block, Case, Change, Finding, PatternRule, Protected, Range, Safety, any_of


@dataclass(frozen=True, kw_only=True)
class ThousandInWords(PatternRule):
    """A figure precedes “thousand” and a noun: “300 thousand residents”.

    ## What it does
    Writes the figure out: “300,000 residents”. Other words between figure and noun, sums of money and
    quoted speech pass. Off by default, since people who translate from these languages write it as
    often as engines.

    ## Why it matters
    Russian and Ukrainian news write thousands this way; English news does not.

    ## Fix safety
    Safe: the number stays the same.

    ## References
    Study of machine-translated news, artefact ND08.
    """

    expression = (
        r"(?<![\d.,:/$€£–-])(?P<figure>[1-9]\d{0,2}(?:\.\d)?)\sthousand"
        rf"(?=\s(?:(?:new|more|other|local)\s)?(?:{any_of(COUNTED)})\b)"
    )
    safety = Safety.SAFE
    default = False
    may_change = frozenset({Protected.NUMBERS})
    cases = (
        Case(
            "Some ⟦300 thousand⟧ residents left the region.", fixed="Some 300,000 residents left the region."
        ),
        Case("They counted ⟦25 thousand⟧ new cases.", fixed="They counted 25,000 new cases."),
        Case("About ⟦1.5 thousand⟧ people came.", fixed="About 1,500 people came."),
        Case("Some 300,000 residents left, and three thousand people stayed."),
        Case("It cost 300 thousand euros, 12 thousand a month."),
        Case("A crowd of 10 thousand was there."),
    )

    def judge(self, match: regex.Match[str], block: Block) -> Finding | None:
        at = Range(*match.span())
        written = f"{round(float(match['figure']) * 1000):,}"
        return Finding(at, f"“thousand” after a figure: use “{written}”", (Change(at, written),))
