from __future__ import annotations

import regex

from newslint.lexicon.months import MONTH, MONTHS
from newslint.rules import Block, Case, Change, Finding, PatternRule, Protected, Range, Safety, Scope
from newslint.text.habits import puts_day_first

DAY = r"(?P<day>[12]\d|3[01]|0?[1-9])"
ENDING = r"(?:st|nd|rd|th)?"
YEAR = r"(?P<year>(?:1[5-9]|20)\d\d)"
OF_YEAR = rf",?\sof\s(?:the\s)?(?:year\s(?:of\s)?)?{YEAR}\b(?![-–]\d|[,.]\d)"
LED = r"\b(?:[Oo]n|[Ff]rom|[Uu]ntil|[Tt]ill|[Ss]ince|[Bb]y|[Bb]efore|[Aa]fter|[Tt]o|[Oo]f|and)\s"
IN_YEAR = r"\b(?:[Ii]n|[Ss]ince|[Uu]ntil|[Tt]ill|[Bb]y|[Oo]f|[Ff]rom|[Dd]uring|[Bb]efore|[Aa]fter)\s"


class ForeignDate(PatternRule):
    """A date follows the grammar of another language: “May 23th of 2025”.

    ## What it does
    Drops “of” before the year, “year” after it (“in 2012 year”), “the day” and “of” around a bare day (“the
    day 14 of October”), and the comma in “October, 17, 2025”. Shows the readings of “Thursday (28/6)”.

    ## Why it matters
    Spanish, Russian and Indonesian write dates this way, and engines copy the small words.

    ## Fix safety
    Safe where day and year stay in place. Unsafe where the house decides the order. No fix for “(28/6)”.

    ## References
    Study of machine-translated news, artefact ND11.
    """

    expression = (
        rf"\b(?P<month>{MONTH})\s{DAY}{ENDING}{OF_YEAR}"
        rf"|(?<![\d.,:/–-]){DAY}{ENDING}\s(?:of\s)?(?P<month>{MONTH}){OF_YEAR}"
        rf"|\b(?:the\s)?(?P<named>day\s(?:of\s)?){DAY}{ENDING}\s(?:of\s)?(?P<month>{MONTH})(?![\p{{L}}’'])"
        rf"|(?=[t\d])(?<={LED})(?P<bare>(?:the\s)?){DAY}\sof\s(?P<month>{MONTH})(?![\p{{L}}’'])"
        rf"|(?=[ty\d])(?<={IN_YEAR})(?:the\s)?(?:year\s(?:of\s)?)?{YEAR}(?P<after>\syear)(?![\w-]|\s(?:old|long"
        rf"|ended|ending|ago|class|group)|’|')"
        rf"|\b(?P<month>{MONTH})(?P<comma>,\s){DAY}(?:{ENDING},?\s{YEAR}(?!\d)|(?:st|nd|rd|th)\b)"
        r"|\b(?P<weekday>(?:Mon|Tues|Wednes|Thurs|Fri|Satur"
        r"|Sun)day)\s\((?P<slash>\d{1,2})/(?P<second>\d{1,2})(?:/\d{2,4})?\)"
    )
    begins = r"(?<!\d)(?=\d)|\b(?=(?:the|day|year)\s|[JFMASOND][a-z]|\w+day\s\()"
    safety = Safety.SAFE
    scope = Scope.DOCUMENT
    may_change = frozenset({Protected.NUMBERS})
    cases = (
        Case(
            "It was drawn on ⟦May 23th of 2025⟧ and ⟦May 4 of the year 2026⟧.",
            fixed="It was drawn on May 23, 2025 and May 4, 2026.",
        ),
        Case("It fell on ⟦12th of May of 2025⟧.", fixed="It fell on 12 May 2025."),
        Case(
            "Releases ended in ⟦2012 year⟧ and since ⟦the year of 2017 year⟧.",
            fixed="Releases ended in 2012 and since 2017.",
        ),
        Case("It opens on ⟦the day 14 of October⟧.", fixed="It opens on October 14.", safety=Safety.UNSAFE),
        Case("It opens by ⟦14 of October⟧, on May 3.", fixed="It opens by October 14, on May 3."),
        Case("It opens by ⟦14 of October⟧, on 3 May.", fixed="It opens by 14 October, on 3 May."),
        Case(
            "On ⟦October, 17, 2025⟧ and ⟦May, 3rd⟧ it shut.", fixed="On October 17, 2025 and May 3rd it shut."
        ),
        Case("It fell on ⟦Thursday (28/6)⟧."),
        Case(
            "It fell on May 23, 2025, the 12th of May 2025, on Thursday (0400 GMT), of 15 of October’s games."
        ),
        Case(
            "In the fiscal 2014 year, a 1900 year-old tree, by 2020 year-end; in October, 14; 3,300 of May."
        ),
        Case(
            "The 2016 year saw it; since the 2019-2020 year, in 2020 years passed, in October, 4.5 million."
        ),
    )

    @property
    def trace(self) -> str:
        return (
            rf"{MONTH}\s\d{{1,2}}{ENDING},?\s(?:of|in)\s|\d{ENDING}\sof\s{MONTH}|{MONTH},?\s(?:of"
            rf"|in)\s.{{0,14}}\d{{4}}"
            rf"|\bday\s(?:of\s)?\d{{1,2}}{ENDING}\s|\d{{4}}\syear\b|{MONTH},\s\d{{1,2}}|day\s\(\d{{1,2}}/\d"
        )

    def judge(self, match: regex.Match[str], block: Block) -> Finding | None:
        at = Range(*match.span())
        if match["weekday"]:
            return self._date_in_brackets(at, match)
        if match["after"]:
            return Finding(at, f"“year” after a year: use “{match['year']}”", (Change(at, match["year"]),))
        month, day, year = match["month"], match["day"].lstrip("0"), match["year"]
        if match["comma"]:
            comma = Range(match.start("comma"), match.start("comma") + 1)
            return Finding(at, "comma between month and day", (Change(comma, ""),))
        day_first = match.start("day") < match.start("month")
        if match["named"] or match["bare"] is not None:
            day_first = puts_day_first(block.document.texts)
        written = f"{day} {month}" if day_first else f"{month} {day}"
        if year:
            written += f" {year}" if day_first else f", {year}"
        safety = Safety.UNSAFE if match["named"] else None
        return Finding(at, f"date in a foreign form: use “{written}”", (Change(at, written),), safety=safety)

    @staticmethod
    def _date_in_brackets(at: Range, match: regex.Match[str]) -> Finding | None:
        """The readings of “Thursday (28/6)”."""
        pairs = (int(match["slash"]), int(match["second"])), (int(match["second"]), int(match["slash"]))
        readings = tuple(
            f"{match['weekday']}, {MONTHS[month - 1]} {day}"
            for day, month in pairs
            if 1 <= month <= 12 and 1 <= day <= 31
        )
        if not readings:
            return None
        return Finding(at, "date in brackets after its day", suggestions=(*readings, match["weekday"]))
