from __future__ import annotations

from dataclasses import dataclass

import regex

from newslint.rules import Block, Case, Change, Finding, PatternRule, Protected, Range, Safety

WORDS = {"$": ("dollars", "dollar"), "€": ("euros", "euro"), "£": ("pounds", "pound")}


@dataclass(frozen=True, kw_only=True)
class DoubledCurrency(PatternRule):
    """The currency is said twice, by its sign and by its name: “$38 million dollars”.

    Engines turn the one into the other and forget to drop it. The fix drops the name. A name that
    goes on (“$5 dollar bills”, “£3 pounds sterling”) is let pass.

    Source: artefact ND03 of the study of machine-translated news.
    Rates per million words: clean-curly 1.8, clean-straight 1.1, mt-documents 0; all 7 findings on
    clean-curly were read, all true; those in quotations are only reported.
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
        Case("They paid $5 euros would not have bought."),
        Case("It cost £3 pounds sterling."),
    )

    def judge(self, match: regex.Match[str], block: Block) -> Finding | None:
        if match["name"] not in WORDS[match["sign"]] or block.text[match.end() :].startswith(" would"):
            return None
        again = Range(*match.span("again"))
        message = f"currency given twice: drop “{match['name']}” after “{match['sign']}”"
        return Finding(Range(*match.span()), message, (Change(again, ""),))
