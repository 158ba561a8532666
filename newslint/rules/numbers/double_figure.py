from __future__ import annotations

import regex

from newslint.lexicon.amounts import SCALE
from newslint.lexicon.numerals import NUMERAL, value_of
from newslint.rules import Block, Case, Change, Finding, PatternRule, Protected, Range, Safety

WORDS_UP_TO = 10
"""Numbers below it stay in words."""


class DoubleFigure(PatternRule):
    """A number appears twice in a row: “seized 40 40 mowers”.

    ## What it does
    Drops the second copy of a figure between a word and a noun, and of a sum (“$2 million $2 million”), and
    one of two forms of the same number: words below ten and at the beginning of a sentence stay, figures from
    ten on. Brackets (“three (3)”),
    scores, tables and sums pass.

    ## Why it matters
    Engines repeat at the seam of two segments what both contain.

    ## Fix safety
    Safe where words and figures say the same. Two figures are unsafe: two things may have the same number.
    """

    safety = Safety.SAFE
    may_change = frozenset({Protected.NUMBERS, Protected.CURRENCY})
    expression = (
        r"(?<=\p{Ll}{2}\s)(?P<figure>\d{1,3}(?:,\d{3})+|\d\d+)(?P<again>,?\s(?P=figure))(?![\d.,%:/-]\d)"
        r"(?=\s\p{Ll}{3,}|,\s(?:the|a|an)\s\p{Ll})"
        rf"|(?<![\w\p{{Sc}}])(?P<sum>\p{{Sc}}\d[\d.,]*(?<=\d)(?:\s{SCALE}\b)?)(?P<again>,?\s(?P=sum))"
        rf"(?![\d\p{{L}}-]|[.,]\d|\s(?:{SCALE}|\p{{Sc}})|,\s\p{{Sc}})"
        rf"|(?<![\w.,\p{{Sc}}/-])(?P<left>(?:{NUMERAL}|(?:\A|(?<=[.!?][”\"]?\s))(?i:{NUMERAL})"
        rf"|\d+(?:,\d+)*)(?:\s{SCALE})?)(?P<gap>\s)(?P<right>(?:{NUMERAL}\b"
        rf"|\d+(?:,\d+)*)(?:\s{SCALE}\b)?)(?![\w/%-]|[.,:]\d)"
    )
    cases = (
        Case("Police seized ⟦40 40⟧ mowers.", fixed="Police seized 40 mowers.", safety=Safety.UNSAFE),
        Case(
            "It passed ⟦95,000, 95,000⟧, the mayor said.",
            fixed="It passed 95,000, the mayor said.",
            safety=Safety.UNSAFE,
        ),
        Case(
            "It took ⟦three 3⟧ years, ⟦12 twelve⟧ men and ⟦two million 2 million⟧ euros.",
            fixed="It took three years, 12 men and 2 million euros.",
        ),
        Case(
            "It was sold for ⟦$2 million $2 million⟧, or ⟦€7.50, €7.50⟧ a seat.",
            fixed="It was sold for $2 million, or €7.50 a seat.",
            safety=Safety.UNSAFE,
        ),
        Case("⟦Three 3⟧ men left. ⟦Twelve 12⟧ stayed.", fixed="Three men left. Twelve stayed."),
        Case("The score was 20 20 at noon; lines 40 40 40 and 12 12.5 percent."),
        Case(
            "Three (3) men shot three 3-pointers, two 2.5-ton rocks and one 2015 rule of Force 1, one of 28."
        ),
    )

    @property
    def trace(self) -> str:
        sums = rf"\d(?:\s{SCALE})?,?\s\p{{Sc}}\d"
        return rf"{sums}|\d,?\s\d|\d(?:\s{SCALE})?,?\s{NUMERAL}\b|\b(?i:{NUMERAL})(?:\s{SCALE})?,?\s\d"

    def judge(self, match: regex.Match[str], block: Block) -> Finding | None:
        at = Range(*match.span())
        copied = match["figure"] or match["sum"]
        if copied:
            change = Change(Range(*match.span("again")), "")
            message = f"repeated figure “{copied}”"
            return Finding(at, message, (change,), safety=Safety.UNSAFE)
        opens = match["left"][0].isupper()
        left, right = match["left"].lower(), match["right"]
        if left[0].isdigit() == right[0].isdigit() or _value(left) != _value(right):
            return None
        keeps_left = opens or left[0].isdigit() == (_value(left) >= WORDS_UP_TO)
        odd = Range(match.start("gap"), at.end) if keeps_left else Range(at.start, match.start("right"))
        return Finding(at, f"number given twice: “{match[0]}”", (Change(odd, ""),))


def _value(number: str) -> int:
    """The value of a number in words or figures, with its scale."""
    figure, _, scale = number.partition(" ")
    if figure[0].isdigit():
        digits = int(figure.replace(",", "") or 0)
        return digits * value_of(scale) if scale else digits
    return value_of(number)
