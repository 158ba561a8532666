from __future__ import annotations

from decimal import Decimal

import regex

from newslint.lexicon.amounts import CURRENCY, FIGURE
from newslint.lexicon.classes import entries
from newslint.lexicon.numerals import NUMERAL
from newslint.rules import (
    Block,
    Case,
    Change,
    Finding,
    PatternRule,
    Protected,
    Range,
    Safety,
    Scope,
    any_of,
    pattern,
)
from newslint.text.figures import counted_after, is_in_foreign_quotation

ENGLISH = {word: row[0] for row in entries("scales_abroad") for word in row[1:]}
ABROAD = rf"(?i:{any_of(ENGLISH)})"
OF = r"(?:\s(?:of|de|di)(?=\s)|\sd[’'](?=\p{L}))?"
"""What other languages put between a million and its noun."""
MONEY = rf"\s(?:{CURRENCY})\b"


class ForeignScale(PatternRule):
    """A number uses a scale that English news does not: “milliard”.

    ## What it does
    Writes “billion” for “milliard” and “thousand million”, “tens of thousands of” for “ten thousands of”, and
    the English word for a foreign one after a figure: “5 millones”, “2,5 mln”. “500 mil” may be thousand or
    million: both are shown.

    ## Why it matters
    French, German, Russian and Turkish call a thousand millions a milliard; Spanish says it in two words.
    German and Dutch run “tens of thousands” together, Chinese counts by ten thousands, and engines leave
    words and short forms as they are.

    ## Fix safety
    Safe after a figure; if the foreign word is spelled out, before a counted noun or a currency. Unsafe
    elsewhere: an engine may have confused the two earlier, or the words are those of a name.

    ## References
    Study of machine-translated news, artefact ND07.
    """

    expression = (
        rf"(?<![\w.,])(?P<number>{FIGURE}|{NUMERAL})(?:\s(?P<long>(?:thousand|thousands\sof)\smillions?){OF}"
        rf"|\s?(?P<abroad>{ABROAD})(?![\p{{L}}’'-])(?P<dot>\.(?!\s\p{{Lu}}|\s*\Z))?{OF}|\s(?P<mil>mil)\b(?![-.’']))"
        r"|\b(?:(?P<milliard>[Mm]illiards?)|(?P<long>(?:thousand|thousands\sof)\smillions?))\b(?!,)"
        r"|\b(?P<several>[Ss]everal|[Mm]any|[Aa]\sfew)\sten\s(?P<ten_scale>thousand|million)s?(?P<ten_of>\sof)?\b"
        r"|(?<!\d\s)(?<!\b(?:one|two|three|four|five|six|seven|eight|nine|several|few|couple|the|some)\s)"
        r"\b(?P<tens>[Tt]en|[Hh]undred)[\s-](?P<scale>thousand|million|billion)s(?P<of>\sof)?\b"
    )
    safety = Safety.SAFE
    scope = Scope.DOCUMENT
    may_change = frozenset({Protected.NUMBERS, Protected.CURRENCY, Protected.NAMES})
    cases = (
        Case(
            "The plan costs ⟦milliards⟧ of euros.",
            fixed="The plan costs billions of euros.",
            safety=Safety.UNSAFE,
        ),
        Case(
            "It is worth ⟦2 milliards of⟧ euros, or ⟦two milliard⟧, or ⟦9 Mrd.⟧ crowns.",
            fixed="It is worth 2 billion euros, or two billion, or 9 billion crowns.",
        ),
        Case(
            "It sold ⟦several ten thousand⟧ hats.",
            fixed="It sold several tens of thousands of hats.",
            safety=Safety.UNSAFE,
        ),
        Case("The debt is ⟦40 thousand millions of⟧ pesos.", fixed="The debt is 40 billion pesos."),
        Case(
            "It sold ⟦5 millones de⟧ tickets for $⟦3 mln⟧, and ⟦12 tausend⟧ cups.",
            fixed="It sold 5 million tickets for $3 million, and 12,000 cups.",
        ),
        Case("They sing ⟦12 Millionen⟧ there.", fixed="They sing 12 million there.", safety=Safety.UNSAFE),
        Case("Some ⟦500 mil⟧ hikers came."),
        Case(
            "The march drew ⟦ten thousands of⟧ people and cost ⟦hundred millions of⟧ euros.",
            fixed="The march drew tens of thousands of people and cost hundreds of millions of euros.",
            safety=Safety.UNSAFE,
        ),
        Case("A thousand, million by million, was spent by ten thousand people, tens of thousands in all."),
        Case("The poet Milliardo spoke of thousands, millions even, and several hundred millions of years."),
        Case("The 2 mil-spec cars cost 3 million euros."),
    )

    @property
    def trace(self) -> str:
        return (
            rf"\d\s?{ABROAD}|(?:{NUMERAL})\s(?i:mil)|\d\smil\b|[Mm]illiard|thousands?\s(?:of\s)?million"
            r"|(?:[Tt]en|[Hh]undred)[\s-](?:thousand|million|billion)s|(?:[Ss]everal|[Mm]any|few)\sten\s"
        )

    def judge(self, match: regex.Match[str], block: Block) -> Finding | None:
        at, number = Range(*match.span()), match["number"]
        if number and is_in_foreign_quotation(at, block):
            return None
        if match["mil"]:
            return self._thousand_or_million(at, number, block)
        if number:
            written, sure = _in_english(match), self._is_sure(match, block)
        elif match["several"]:
            of = " of" if match["ten_of"] or counted_after(block.text, at.end) else ""
            written, sure = f"{match['several']} tens of {match['ten_scale']}s{of}", False
        elif match["tens"]:
            of = " of" if match["of"] or counted_after(block.text, at.end) else ""
            written, sure = f"{match['tens']}s of {match['scale']}s{of}", False
        else:
            written = "billions" if match[0].endswith("s") and match["milliard"] else "billion"
            written, sure = written.capitalize() if match[0][0].isupper() else written, False
        message = f"“{match[0]}” is not used in English news: use “{written}”"
        return Finding(at, message, (Change(at, written),), safety=None if sure else Safety.UNSAFE)

    @staticmethod
    def _is_sure(match: regex.Match[str], block: Block) -> bool:
        """Whether the word is a scale in English, not a name."""
        word = (match["abroad"] or "").lower()
        known = not word or word.startswith("milliard") or len(word) <= len("mlrd")
        end = match.end()
        return known or bool(counted_after(block.text, end) or pattern(MONEY).match(block.text, end))

    @staticmethod
    def _thousand_or_million(at: Range, number: str, block: Block) -> Finding | None:
        """The readings of “500 mil people”."""
        if "." in number or not (
            counted_after(block.text, at.end) or pattern(MONEY).match(block.text, at.end)
        ):
            return None
        return Finding(
            at,
            f"“{at.of(block.text)}”: thousand or million?",
            suggestions=(f"{number},000", f"{number} million"),
        )


def _in_english(match: regex.Match[str]) -> str:
    """The number with its English scale."""
    number = match["number"]
    if match["long"]:
        return f"{number} billion"
    scale = ENGLISH[match["abroad"].lower()]
    if scale != "thousand" or not number[0].isdigit():
        return f"{number} {scale}"
    grouped = pattern(r"\d{1,3}(?:,\d{3})+").match(number)
    value = Decimal(number.replace(",", "" if grouped else ".")) * 1000
    return f"{value.normalize():,f}"
