from __future__ import annotations

import regex

from newslint.lexicon.amounts import CURRENCY, UNIT
from newslint.lexicon.counted import COUNTED, MEASURES
from newslint.rules import Block, Case, Change, Finding, PatternRule, Protected, Range, Safety, pattern
from newslint.text.figures import counted_after, names_a_thing

EACH = (
    r"[^.;:!?]{0,40}?\s(?:per|each|for\severy|an?\s(?:game|match|day|person|head|gallon|lit(?:re|er)|ounce"
    r"|barrel|share))\b"
)
"""What follows an average or a price."""
AVERAGE = r"\b(?:average|averag(?:ed|ing)|ratio|rate|mean|median|index|factor|multiplied)\b[^.;:!?]{0,30}\Z"
REACH = 50
MEASURE = rf"\s(?:{UNIT}|{CURRENCY})\b(?<!seconds)"


class DotForThousands(PatternRule):
    """Thousands have a point instead of a comma: “272.000 infections”, “£40.000”.

    ## What it does
    Writes commas in figures before things that are counted, since nobody counts 1.250 passengers by the
    fraction, and in sums and measures that end in zeros. Prices (“$3.459 a gallon”), rates, averages and
    decimals before “million” or “percent” pass.

    ## Why it matters
    German, Spanish, Italian and Turkish group thousands with points, and engines copy figures
    unchanged.

    ## Fix safety
    Safe before things that are counted and after “.000”. Unsafe in other sums and measures, which may be
    exact to a thousandth.

    ## References
    Study of machine-translated news, artefact ND02.
    """

    expression = (
        r"(?:(?P<sign>\p{Sc}\s?)|(?<![\w.,:/–-]))(?<![\d.,]\p{Sc}?)(?P<figure>[1-9]\d{0,2}(?:\.\d{3}){1,3})"
        r"(?![\w%°]|[.,/:–-]\d|-\p{L}|\s?(?:%|percent|per\scent|million|billion|trillion|[bt]n)\b)"
    )
    safety = Safety.SAFE
    may_change = frozenset({Protected.NUMBERS})
    cases = (
        Case("The clinic counted ⟦272.000⟧ infections.", fixed="The clinic counted 272,000 infections."),
        Case("Some ⟦1.250.000⟧ new voters signed up.", fixed="Some 1,250,000 new voters signed up."),
        Case("They hired ⟦4.500⟧ workers.", fixed="They hired 4,500 workers."),
        Case(
            "The storm left ⟦1.900⟧ stranded islanders and ⟦86.125⟧ hikers.",
            fixed="The storm left 1,900 stranded islanders and 86,125 hikers.",
        ),
        Case(
            "It won £⟦40.000⟧, or ⟦45.000⟧ euros, for ⟦20.000⟧ metres.",
            fixed="It won £40,000, or 45,000 euros, for 20,000 metres.",
        ),
        Case(
            "It cost €⟦12.500⟧, or ⟦1.500⟧ dollars.",
            fixed="It cost €12,500, or 1,500 dollars.",
            safety=Safety.UNSAFE,
        ),
        Case("He wrote ⟦1.375⟧ postcards.", fixed="He wrote 1,375 postcards.", safety=Safety.UNSAFE),
        Case("A crowd of ⟦200.000⟧ filled it.", fixed="A crowd of 200,000 filled it.", safety=Safety.UNSAFE),
        Case("Petrol costs 1.789 euros a litre or $3.459 a gallon, and the rod is 2.125 metres long."),
        Case("An average of 2 children, a mean of 2.513 children; it is 1.250 goals, and she scored 15.000."),
        Case(
            "Version 4.500 runs, and 0.125 people is a joke; 1.125 letters per person, 2.375 million hikers."
        ),
        Case("It yields 1.674 percent, $1.375 billion, 1.364 per euro and 43.305 rupees at 2.256 seconds."),
    )

    @property
    def trace(self) -> str:
        return r"\d\.\d{3}\s\p{L}|\p{Sc}\s?\d{1,3}\.\d\d0|\d{3}\.000"

    def judge(self, match: regex.Match[str], block: Block) -> Finding | None:
        safety = self._trust(match, block.text)
        if safety is None or names_a_thing(block.text, match.start("figure")):
            return None
        at = Range(*match.span("figure"))
        written = at.of(block.text).replace(".", ",")
        return Finding(at, f"use commas for thousands: “{written}”", (Change(at, written),), safety=safety)

    @staticmethod
    def _trust(match: regex.Match[str], text: str) -> Safety | None:
        """How sure it is that the figure is a whole number; None where it may be a decimal."""
        end, figure = match.end(), match["figure"]
        if figure.count(".") > 2:
            return None
        zeros = len(figure) - len(figure.rstrip("0"))
        many = figure.count(".") > 1 or zeros > 2
        noun = "" if match["sign"] else counted_after(text, end)
        average = pattern(AVERAGE).search(text, max(match.start() - REACH, 0), match.start())
        if noun and noun not in MEASURES:
            if not many and (average or (zeros == 0 and pattern(EACH).match(text, end))):
                return None
            sure = many or zeros or len(figure) > len("1.234") or noun in COUNTED
            return Safety.SAFE if sure else Safety.UNSAFE
        measured = pattern(MEASURE).match(text, end)
        if match["sign"] or measured or noun:
            if (
                average
                or zeros < (1 if match["sign"] else 2)
                or (not many and pattern(EACH).match(text, end))
            ):
                return None
            return Safety.SAFE if many else Safety.UNSAFE
        return Safety.UNSAFE if many and len(figure) > len("12.000") else None
