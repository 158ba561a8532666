from __future__ import annotations

import regex

from newslint.lexicon.months import MONTH
from newslint.rules import Block, Case, Change, Finding, PatternRule, Protected, Range, Scope

COUNT = r"(?:one|two|three|four|five|six|seven|eight|nine|ten|\d{1,3})"
SUM = r"\p{Sc}?\d[\d.,]*"
SCALES = {"mln": "million", "mio": "million", "mrd": "billion", "mlrd": "billion"}
DAYS = (
    r"(?:3[01]\sFebruary|February\s3[01]"
    r"|31\s(?:April|June|September|November)|(?:April|June|September|November)\s31)"
)


class FigureForm(PatternRule):
    """A figure has a broken or foreign form: “310’000”.

    ## What it does
    Mends thousands with an apostrophe, “14 percents”, scales and signs said twice (“pounds £60”, “minus -9”,
    “more than over 50”), “one and half million”, “2O16” with a letter, “1974 yr.”, “4-years-old”, “nº 2”,
    “4. November”, “90ies”, “15.30 o’clock”, scores with a colon, “2,5 mln”, and reports days that do not
    exist (“31 June”).

    ## Why it matters
    Each language writes figures in its own way, and engines copy them or write sign and word.

    ## Fix safety
    Unsafe: a figure may have lost a digit as well.
    """

    scope = Scope.DOCUMENT
    may_change = frozenset(
        {Protected.NUMBERS, Protected.CURRENCY, Protected.DATES, Protected.NAMES, Protected.NEGATIONS}
    )
    expression = (
        r"(?<![\w.,’'])\p{Sc}?[1-9]\d{0,2}(?P<apostrophe>[’'`])\d{3}(?:[’'`]\d{3})?(?![\w’'])"
        r"|(?<=\d)(?P<percents>\sper\s?cents)\b"
        r"|(?<=\d(?:m|bn|k))(?P<scale>\s(?:million|billion|thousand)s?)\b"
        r"|\b(?P<currency>(?:pounds|dollars|euros)\s)(?=[£$€]\d)"
        r"|\b(?P<minus>[Mm]inus\s)(?=[-–−]\d)"
        rf"|\b(?P<hedge>more\sthan\s(?=(?:over|above)\s{SUM})|(?:nearly|almost)\s(?=(?:about|around|nearly|almost)\s{SUM})|approximately\s(?=about\s{SUM})|about\s(?=approximately\s{SUM}))"
        rf"|\b{COUNT}\sand(?P<half>\s)half(?=\s(?:million|billion|years|hours|months|weeks|days|times|percent|per\scent|an\shour)\b)"
        r"|(?<!\w)[12](?:O\d|\dO|OO)\d(?!\w)(?P<letter>)"
        r"|(?<=\b(?:19|20)\d\d)(?P<yr>\s(?:yr\.?|y\.))(?!\w)"
        r"|(?<![\w.,-])(?:\d{1,2}|two|three|four|five|six|seven|eight|nine|ten|twelve)(?P<age>[\s-]years-old)(?=\s\p{L})"
        r"|(?<!\w)(?P<ordinal>[Nn][º°]\.?\s?)(?=\d)"
        rf"|(?<=\b(?:day,|[Oo]n|until|before|since|from|by)\s)(?:[12]?\d|3[01])(?P<stop>\.)\s(?:{MONTH})\b"
        rf"|(?<![\w.,])(?:[12]?\d|3[01])(?P<dayof>\sday\sof)\s(?:{MONTH})\b"
        r"|(?<![\w.,])(?:[12]\d)?\d0(?P<decade>-?(?:ies|ties))\b"
        r"|(?<![\d.,])[012]?\d[.:][0-5]\d(?P<oclock>\so[’']clock)\b"
        r"|(?<![\d.,:-])\d{1,2}(?P<score>:(?!\d\d)|\s-|--)\d{1,2}\s(?=(?:win|victory|defeat|loss|draw|lead|triumph)\b)"
        r"|(?<=\d\s?)(?<=[\d\s])(?P<short>(?i:mln|mrd|mlrd|mio)\.?)(?=[\s,;)])(?!\.\s\p{Lu})"
        r"|(?<=\d)(?P<marks>\.,|,\.)(?=\d)"
        rf"|(?<![\w.])(?P<day>{DAYS})(?!\d)"
    )
    cases = (
        Case(
            "It weighs ⟦310’000⟧ kilograms, 14⟦ percents⟧ of the load.",
            fixed="It weighs 310,000 kilograms, 14 percent of the load.",
        ),
        Case(
            "It cost $46m⟦ million⟧, or ⟦pounds ⟧£60, at ⟦minus ⟧-9C, and drew ⟦more than ⟧over 50.",
            fixed="It cost $46m, or £60, at -9C, and drew over 50.",
        ),
        Case("It took ⟦one and half⟧ years until ⟦2O16⟧.", fixed="It took one and a half years until 2016."),
        Case("In 1974⟦ yr.⟧ a ⟦4-years-old⟧ boy came ⟦nº ⟧2.", fixed="In 1974 a 4-year-old boy came No. 2."),
        Case(
            "On ⟦4. November⟧ and ⟦2 day of April⟧, as in the ⟦90ies⟧, it closed at ⟦15.30 o’clock⟧.",
            fixed="On 4 November and 2 April, as in the 90s, it closed at 15.30.",
        ),
        Case(
            "A ⟦3:1 ⟧win cost 5 ⟦mln⟧ euros on ⟦31 June⟧.", fixed="A 3-1 win cost 5 million euros on 31 June."
        ),
        Case("It is 5’10, at 3:15 win or lose, of 310,000 and 14 percent; 4 is more than 3. November came."),
        Case("They are 4 years old, half of one and half of another, H2O and 20 mins."),
    )

    @property
    def trace(self) -> str:
        return (
            r"\d[’'`]\d{3}|\d\sper\s?cents\b|\d(?:m|bn|k)\s(?:million|billion|thousand)|(?:pounds|dollars|euros)\s[£$€]"
            r"|inus\s[-–−]\d|more\sthan\s(?:over|above)\s[\p{Sc}\d]|(?:nearly|almost|approximately|about)\s(?:about|around"
            r"|nearly|almost|approximately)\s[\p{Sc}\d]|\sand\shalf\s|\b[12](?:O|\dO)|\d\s(?:yr\b|y\.)|years-old|[Nn][º°]"
            rf"|\d\.\s(?:{MONTH})|day\sof\s(?:{MONTH})|0-?(?:ies|ties)\b|[.:]\d\d\so[’']clock"
            r"|\d(?::|\s-|--)\d{1,2}\s(?:win|victory|defeat|loss|draw|lead|triumph)|\d\s?(?i:mln|mrd|mlrd|mio)\b"
            rf"|\d(?:\.,|,\.)\d|{DAYS}"
        )

    def judge(self, match: regex.Match[str], block: Block) -> Finding | None:
        group = next(name for name in GROUPS if match[name] is not None)
        at, place = Range(*match.span()), Range(*match.span(group))
        if at.start == at.end:
            at = place
        if group == "day":
            return Finding(at, f"“{match[0]}” is no day of the calendar")
        right = _right(group, match)
        if group == "apostrophe":
            written = regex.sub("[’'`]", ",", match[0])
            return Finding(at, f"use commas for thousands: “{written}”", (Change(at, written),))
        if group == "letter":
            written = match[0].replace("O", "0")
            return Finding(at, f"letter in a figure: use “{written}”", (Change(at, written),))
        said = match[group].strip() or match[0].strip()
        message = f"“{said}” does not belong in this figure" + (
            f": use “{right.strip()}”" if right.strip() else ""
        )
        return Finding(at, message, (Change(place, right),))


GROUPS = [
    "apostrophe",
    "percents",
    "scale",
    "currency",
    "minus",
    "hedge",
    "half",
    "letter",
    "yr",
    "age",
    "ordinal",
    "stop",
    "dayof",
    "decade",
    "oclock",
    "score",
    "short",
    "marks",
    "day",
]


def _right(group: str, match: regex.Match[str]) -> str:
    """The replacement of a group."""
    if group == "percents":
        return match[group][:-1]
    if group == "short":
        return SCALES[match[group].lower().rstrip(".")]
    return {
        "half": " a ",
        "age": "-year-old",
        "ordinal": "No. ",
        "decade": "s",
        "score": "-",
        "marks": ".",
    }.get(group, "")
