from __future__ import annotations

import regex

from newslint.lexicon.amounts import CURRENCY, UNIT
from newslint.lexicon.classes import words_of
from newslint.lexicon.months import MONTH
from newslint.rules import (
    Block,
    Case,
    Change,
    Finding,
    PatternRule,
    Protected,
    Range,
    Safety,
    any_of,
    pattern,
)
from newslint.text.figures import counted_after

MEASURED = (
    rf"(?:[\s-]?(?:(?:thousand|million|billion|trillion)s?|percentage|per\s?cent|magnitude|(?:day|week"
    rf"|month|year|decade)s?|{UNIT}|{CURRENCY}"
    rf"|{any_of(words_of('counted_by_fractions'))})\b|\s?(?:%|°|km|kg|cm|mm|mph|bn|m)(?![\p{{L}}\d])"
    rf"|\s(?:out\sof|per)\b)"
)
LED = r"\b(?:magnitude|average\sof|mark\sof|rated|rating\sof|ratio\sof)\s\Z"
LISTED = (
    rf"\b(?:{MONTH}|rows?|nos?\.?|numbers?|pages?|pp?\.|sections?|verses?|chapters?|articles?|routes?"
    rf"|groups?|lines?|Luke|Mark|Matthew|John|Psalm)\s\Z"
)
"""What a list without spaces may follow: “rows 4,5”, “Luke 3,16”."""
REACH = 20


class DecimalComma(PatternRule):
    """A decimal has a comma instead of a point: “64,2 million”, “£4,50”.

    ## What it does
    Writes the point between one to three digits and one or two, before a unit, a scale, a currency or
    anything that is counted by fractions, and in sums. Where a whole number is meant, or both digits are
    zeros (“$250,00”), a digit may be lost, and both readings are shown. Lists, scores and coordinates pass.

    ## Why it matters
    Most of Europe writes decimals with a comma, and engines copy figures unchanged.

    ## Fix safety
    Safe: what follows shows that it is one number. Unsafe in sums without a scale that may lack a digit.

    ## References
    Study of machine-translated news, artefact ND01.
    """

    expression = (
        r"(?<![\d.,:/(\[–-]|[\w,.]\p{Sc})(?<!\d\s(?:and"
        r"|or)\s)(?<sign>\p{Sc}\s?)?(?<!\p{L})(?P<whole>\d{1,3}),(?P<part>\d{1,2})(?![\d)\]]|[.,:/–]\d"
        r"|-\d|-\p{Lu})"
        r"|(?<![\d.,:/]|[\w,.]\p{Sc})(?P<sum_sign>\p{Sc}\s?)?(?<!\p{L})(?P<sum>\d{1,3}(?:\.\d{3})+,\d{1,2})(?![\d)\]]|[.,:/–]\d)"
    )
    safety = Safety.SAFE
    may_change = frozenset({Protected.NUMBERS, Protected.CURRENCY})
    cases = (
        Case("Exports rose to ⟦64,2⟧ million tons.", fixed="Exports rose to 64.2 million tons."),
        Case("Prices grew by ⟦3,5⟧% in May.", fixed="Prices grew by 3.5% in May."),
        Case("It lies ⟦12,75⟧ kilometres off the coast.", fixed="It lies 12.75 kilometres off the coast."),
        Case("The fund has €⟦1,4⟧ billion.", fixed="The fund has €1.4 billion."),
        Case(
            "She won by ⟦4,5⟧ points, ran ⟦2,25⟧km and paid £⟦3,75⟧.",
            fixed="She won by 4.5 points, ran 2.25km and paid £3.75.",
        ),
        Case("A quake of magnitude ⟦6,3⟧ shook it.", fixed="A quake of magnitude 6.3 shook it."),
        Case(
            "It owes ⟦1.250,50⟧ euros and €⟦1.234.567,8⟧.", fixed="It owes 1,250.50 euros and €1,234,567.8."
        ),
        Case("It costs $⟦4,5⟧ now.", fixed="It costs $4.5 now.", safety=Safety.UNSAFE),
        Case("It pays $⟦250,00⟧ to ⟦12,5⟧ people."),
        Case("It took 64,200 million years, or 12,500 percent more, and 1,00,000 rupees."),
        Case("They won 3,2 and lost 2,1 in (0,1) and [1,1]."),
        Case("Rows 4,5 and 6,7 are free; route 1,2,3 million is a joke; pages 3,4 goals."),
        Case("On March 4,12 people left with 1,4-Dioxane."),
    )

    @property
    def trace(self) -> str:
        return r"\d,\d{1,2}(?:[^\d,]|\Z)"

    def judge(self, match: regex.Match[str], block: Block) -> Finding | None:
        if match["sum"]:
            return self._sum(match, block.text)
        text, whole, part = block.text, match["whole"], match["part"]
        if pattern(LISTED).search(text, max(match.start() - REACH, 0), match.start()) and not match["sign"]:
            return None
        at = Range(match.start("whole"), match.end("part"))
        decimal = f"{whole}.{part}"
        counted = counted_after(text, match.end())
        if part == "00" or (counted and not match["sign"] and not pattern(MEASURED).match(text, match.end())):
            if part != "00" and whole == "0":
                return None
            return Finding(
                at,
                "is a digit missing, or is it a decimal?",
                suggestions=(f"{whole},{part.ljust(3, '0')}", decimal),
            )
        safety = self._trust(match, text)
        if safety is None:
            return None
        comma = Range(match.end("whole"), match.start("part"))
        return Finding(at, f"decimal comma: use “{decimal}”", (Change(comma, "."),), safety=safety)

    @staticmethod
    def _sum(match: regex.Match[str], text: str) -> Finding:
        """The finding for “1.250,50”, which no other style writes."""
        at = Range(*match.span("sum"))
        written = match["sum"].translate(str.maketrans(".,", ",."))
        sure = match["sum_sign"] or pattern(MEASURED).match(text, match.end())
        safety = Safety.SAFE if sure else Safety.UNSAFE
        return Finding(
            at, f"points and comma exchanged: use “{written}”", (Change(at, written),), safety=safety
        )

    @staticmethod
    def _trust(match: regex.Match[str], text: str) -> Safety | None:
        if pattern(MEASURED).match(text, match.end()):
            return Safety.SAFE
        if match["sign"]:
            return Safety.SAFE if len(match["part"]) == 2 and match["part"][1] != "0" else Safety.UNSAFE
        led = pattern(LED).search(text, max(match.start() - REACH, 0), match.start())
        return Safety.SAFE if led else None
