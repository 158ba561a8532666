from __future__ import annotations

from dataclasses import dataclass

import regex

from newslint.rules import Block, Case, Change, Finding, PatternRule, Range, Safety


@dataclass(frozen=True, kw_only=True)
class DoubledPercent(PatternRule):
    """A percentage has both the sign and the word: “63% percent”.

    ## What it does
    Drops the word.

    ## Why it matters
    Engines turn one into the other and forget to drop it.

    ## Fix safety
    Safe: the sign says the same.

    ## References
    Study of machine-translated news, artefact ND04.
    """

    expression = r"\d\s?%(?P<again>\s?(?:percent|per\scent))\b(?!-)"
    safety = Safety.SAFE
    cases = (
        Case("Turnout was 6⟦3% percent⟧.", fixed="Turnout was 63%."),
        Case("Sales fell 1⟦2 % per cent⟧ in May.", fixed="Sales fell 12 % in May."),
        Case("Turnout was 63%, ten percent more than in 2015."),
        Case("Of the 63% percentages were not given."),
    )

    def judge(self, match: regex.Match[str], block: Block) -> Finding | None:
        again = Range(*match.span("again"))
        return Finding(
            Range(*match.span()), "percent given twice: drop the word after “%”", (Change(again, ""),)
        )
