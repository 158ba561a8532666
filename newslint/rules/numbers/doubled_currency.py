from __future__ import annotations

from dataclasses import dataclass

import regex

from newslint.rules import Block, Case, Change, Finding, PatternRule, Protected, Range, Safety

WORDS = {"$": ("dollars", "dollar"), "€": ("euros", "euro"), "£": ("pounds", "pound")}


@dataclass(frozen=True, kw_only=True)
class DoubledCurrency(PatternRule):
    """A currency has both its sign and its name: “$38 million dollars”.

    ## What it does
    Drops the name. A name that goes on (“$5 dollar bills”, “£3 pounds sterling”) passes.

    ## Why it matters
    Engines turn one into the other and forget to drop it.

    ## Fix safety
    Safe: the sign says the same.

    ## References
    Study of machine-translated news, artefact ND03.
    """

    expression = (
        r"(?P<sign>[$€£])\s?\d[\d.,]*(?:[ -](?:hundred|thousand|million|billion|trillion))?"
        r"(?P<again>\s(?P<name>dollars|euros|pounds))\b(?!-|\s(?:sterling|worth|an?\s|of\b))"
    )
    safety = Safety.SAFE
    may_change = frozenset({Protected.CURRENCY})
    cases = (
        Case("The deal is worth ⟦$38 million dollars⟧.", fixed="The deal is worth $38 million."),
        Case("It cost ⟦€400 euros⟧ in May.", fixed="It cost €400 in May."),
        Case("A ticket is ⟦£1,200 pounds⟧, they say.", fixed="A ticket is £1,200, they say."),
        Case("A price of $38 million, or 36 million euros, was named."),
        Case("For $5 euros are no use, but for $5 dollars would do."),
        Case("It cost £3 pounds sterling."),
    )

    def judge(self, match: regex.Match[str], block: Block) -> Finding | None:
        if match["name"] not in WORDS[match["sign"]] or block.text[match.end() :].startswith(" would"):
            return None
        again = Range(*match.span("again"))
        message = f"currency given twice: drop “{match['name']}” after “{match['sign']}”"
        return Finding(Range(*match.span()), message, (Change(again, ""),))
