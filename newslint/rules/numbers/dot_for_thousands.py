from __future__ import annotations

import regex

from newslint.lexicon.amounts import CURRENCY, UNIT
from newslint.lexicon.counted import COUNTED, MEASURES
from newslint.lexicon.function_words import ENGLISH
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
    Scope,
    any_of,
    pattern,
)
from newslint.text.figures import counted_after, names_a_thing

LEADS = (
    r"(?:(?:more|less|fewer)\sthan|about|some|nearly|almost|roughly|around|over|at\sleast|only|just|up\sto)"
)
EACH = (
    r"[^.;:!?]{0,40}?\s(?:per|each|for\severy|an?\s(?:game|match|day|person|head|gallon|lit(?:re|er)|ounce"
    r"|barrel|share))\b"
)
"""What follows an average or a price."""
AVERAGE = r"\b(?:average|averag(?:ed|ing)|ratio|rate|mean|median|index|factor|multiplied)\b[^.;:!?]{0,30}\Z"
REACH = 50
LINE = 90
"""Code points between a figure and the noun of its clause."""
GATHERED = (
    r"\b(?:(?:crowds?|attendances?|audiences?|populations?|workforces?|staff|memberships?|readership|garrison"
    r"|death\stoll)(?:\s(?:of|to|at|by|was|is|reached))|kill(?:ed|ing)|injur(?:ed|ing)|displac(?:ed|ing)|employ(?:s|ed|ing))"
    rf"(?:\s{LEADS})?\s\Z"
)
"""What only whole numbers follow."""
NUMBER_OF = (
    r"\b(?:number\sof|how\smany)\s(?:\p{Ll}+\s){1,6}(?:to|at|by|is|was|were|reached|reaches|exceeded|exceeds|hit|topped)"
    rf"(?:\s{LEADS})?\s\Z"
)
PART = r"\s(?:of\s(?:them|whom|these|those|the)|in\sall|or\sso)\b"
ON_MARKS = (
    r"\b(?:decimals|decimal\s(?:comma|point|mark|separator)s?"
    r"|(?:the|a)\s(?:comma|dot|point)\s(?:marks|separates|means))\b"
)
"""Words of an article that is about the marks themselves."""
PAIR = r"\s(?:to|and|or|from|of\sthe|out\sof|of)\s[1-9]\d{0,2}(?:\.\d{3}){1,3}(?![\w%°]|[.,]\d)"
"""A second figure, before the noun that both count."""
COUNTED_PART = r"(?:seat(?:er)?|strong|page|word|member|bed|capacity|person|student|room|place|ship|year)"
LASTING = r"\b(?:[Ss]ince|[Uu]ntil|[Tt]ill|[Dd]uring|[Ii]n\searly|[Ii]n\slate|[Yy]ear)"
YEAR_ENDS = rf"(?:[,;:)”]|\.?(?:\s(?:\p{{Lu}}|(?:{any_of(ENGLISH)})\b)|\Z))"
YEAR = r"(?:1\.9\d\d|2\.0[0-4]\d)"
MEASURE = rf"\s(?:{UNIT}|{CURRENCY})\b(?<!seconds)"


class DotForThousands(PatternRule):
    """Thousands have a point instead of a comma: “272.000 infections”, “£40.000”.

    ## What it does
    Writes commas in figures before things that are counted, since nobody counts 1.250 passengers by the
    fraction, after what gathers them (“a crowd of 41.200”), and in sums and measures that end in zeros; drops
    the point in years (“until 2.019”). Prices (“$3.459 a gallon”), rates, averages and
    decimals before “million” or “percent” pass.

    ## Why it matters
    German, Spanish, Italian and Turkish group thousands with points, and engines copy figures
    unchanged.

    ## Fix safety
    Safe before things that are counted, after a crowd and the like, and after “.000”. Unsafe in other sums
    and measures, which may be exact to a thousandth, and where only other figures show the meaning.

    ## References
    Study of machine-translated news, artefact ND02.
    """

    expression = (
        rf"(?:(?P<sign>\p{{Sc}}\s?)|(?<![\w.,:/–-]))(?<![\d.,]\p{{Sc}}?)(?P<figure>[1-9]\d{{0,2}}(?:\.\d{{3}}){{1,3}})"
        rf"(?![\w%°]|[.,/:–-]\d|-(?!{COUNTED_PART}\b)\p{{L}}|\s?(?:%|percent|per\scent|million|billion|trillion|[bt]n)\b)"
    )
    safety = Safety.SAFE
    scope = Scope.DOCUMENT
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
        Case(
            "A crowd of ⟦41.200⟧ saw the ⟦45.300⟧-seat hall, from ⟦12.300⟧ to ⟦15.450⟧ fans, until ⟦2.019⟧.",
            fixed="A crowd of 41,200 saw the 45,300-seat hall, from 12,300 to 15,450 fans, until 2019.",
        ),
        Case(
            "The number of cases rose to ⟦41.215⟧.\n\nIn ⟦2.021⟧, it hit ⟦12.345⟧ of them.",
            fixed="The number of cases rose to 41,215.\n\nIn 2021, it hit 12,345 of them.",
            safety=Safety.UNSAFE,
        ),
        Case("She totalled 56.366, he had 14.266 and batted .312, in 2.019 seconds, since 2.019 km away."),
        Case("Petrol costs 1.789 euros a litre or $3.459 a gallon, and the rod is 2.125 metres long."),
        Case("The bar asked 3.500 euros for tea.\n\nIn Italy the dot marks the thousands, not the decimals."),
        Case("An average of 2 children, a mean of 2.513 children; it is 1.250 goals, and she scored 15.000."),
        Case(
            "Version 4.500 runs, and 0.125 people is a joke; 1.125 letters per person, 2.375 million hikers."
        ),
        Case("It yields 1.674 percent, $1.375 billion, 1.364 per euro and 43.305 rupees at 2.256 seconds."),
    )

    @property
    def trace(self) -> str:
        return r"\d\.\d{3}(?:\D|\Z)"

    def judge(self, match: regex.Match[str], block: Block) -> Finding | None:
        at = Range(*match.span("figure"))
        if safety := self._year(match, block.text):
            year = at.of(block.text).replace(".", "")
            return Finding(at, f"point in a year: use “{year}”", (Change(at, year),), safety=safety)
        safety = self._trust(match, block.text) or self._by_context(match, block)
        if safety is None or names_a_thing(block.text, at.start):
            return None
        if any(pattern(ON_MARKS).search(text) for text in block.document.texts):
            return None
        written = at.of(block.text).replace(".", ",")
        return Finding(at, f"use commas for thousands: “{written}”", (Change(at, written),), safety=safety)

    @staticmethod
    def _year(match: regex.Match[str], text: str) -> Safety | None:
        """How surely the figure is a year: “until 2.019,”."""
        end = match.end()
        if match["sign"] or not pattern(YEAR).fullmatch(match["figure"]) or counted_after(text, end):
            return None
        before = text[max(match.start() - REACH, 0) : match.start()]
        if pattern(rf"(?:{LASTING}|\b{MONTH}(?:\s\d\d?,)?)\s\Z").search(before):
            return Safety.SAFE if pattern(YEAR_ENDS).match(text, end) else None
        is_led = pattern(r"\b(?:[Ii]n|[Bb]y|[Bb]efore|[Aa]fter|[Ff]rom)\s\Z").search(before)
        ends = pattern(r"[,;:)”]|\.?(?:\s\p{Lu}|\Z)").match(text, end)
        return Safety.UNSAFE if is_led and ends else None

    def _by_context(self, match: regex.Match[str], block: Block) -> Safety | None:
        """How surely a figure without a noun is a whole number."""
        text, end = block.text, match.end()
        before = text[max(match.start() - LINE, 0) : match.start()]
        if match["sign"] or pattern(AVERAGE).search(before) or pattern(EACH).match(text, end):
            return None
        if pattern(rf"-{COUNTED_PART}").match(text, end):
            return Safety.UNSAFE if text.startswith("-year", end) else Safety.SAFE
        if pattern(MEASURE).match(text, end):
            return None
        if pattern(GATHERED).search(before):
            return Safety.SAFE
        pair = pattern(PAIR).match(text, end)
        noun = counted_after(text, pair.end()) if pair else ""
        if noun and noun not in MEASURES:
            return Safety.SAFE if noun in COUNTED else Safety.UNSAFE
        is_led = pattern(NUMBER_OF).search(before) or pattern(PART).match(text, end)
        return Safety.UNSAFE if is_led or self._has_points(match, block) else None

    def _has_points(self, match: regex.Match[str], block: Block) -> bool:
        """Whether other figures surely have points, never commas, for thousands."""
        texts = block.document.texts
        if any(pattern(r"\d,\d{3}\b").search(text) for text in texts):
            return False
        others = ((other, text) for text in texts for other in pattern(self.expression).finditer(text))
        return any(
            self._trust(other, text) is Safety.SAFE
            for other, text in others
            if (other.start(), text) != (match.start(), block.text)
        )

    @staticmethod
    def _trust(match: regex.Match[str], text: str) -> Safety | None:
        """How surely the figure is a whole number; None for decimals."""
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
