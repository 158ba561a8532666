from __future__ import annotations

from typing import Literal

import regex

from newslint.lexicon.months import MONTH
from newslint.rules import Block, Case, Change, Range, Safety
from newslint.rules.families.consistency import ConsistencyRule

YEAR = r"(?P<year>,?\s(?:1[5-9]|20)\d\d(?!\d|[.,]\d))?"
AFTER = (
    r"(?!\s?[-–—/]\s?\d|\s(?:and|to|or)\s\d|[.:,]\d|\d"
    r"|\s?(?:%|percent|per\scent|[ap]\.?m\b|million|billion|people|anniversary|birthday))"
)
SUFFIX = r"(?P<suffix>st|nd|rd|th)?"
NAMED = {("September", "11"), ("Sept.", "11"), ("July", "4")}
"""Days that name an event or a holiday, whatever the order of dates in house style."""
LONGEST_HANDLE = 40
LATER = "They met on July 3, July 4 and August 5."


class DateStyle(ConsistencyRule):
    """A date departs from house style or the article's habit.

    ## What it does
    Flags “July 25th” or “25 July” where the house, or the rest of the article, writes “July 25”. Ranges
    and pairs of days, the dates of tweets, and the names September 11 and July 4 pass.

    ## Why it matters
    An article in two date styles looks assembled from parts.

    ## Fix safety
    Safe where only a suffix is dropped or added, unsafe where the order changes. Day, month and year
    stay the same.

    ## Options
    `house`: one of “July 25”, “July 25th”, “25 July” and “25th July”. Without it the article's own
    habit decides.

    ## References
    Study of machine-translated news, artefact ND09.
    """

    house: Literal["", "July 25", "July 25th", "25 July", "25th July"] = ""

    expression = (
        rf"(?<![\d.,:/–-])(?:(?P<month>\b{MONTH})\s(?P<day>[12]\d|3[01]|[1-9]){SUFFIX}\b{YEAR}{AFTER}"
        r"|(?<!\d\s(?:and|to|or|[-–])\s)\b(?:[Tt]he\s)?"
        rf"(?P<day>[12]\d|3[01]|[1-9]){SUFFIX}\s(?:of\s)?(?P<month>{MONTH})(?!\p{{L}}|\s\d\d?(?!\d)){YEAR})"
    )
    safety = Safety.SAFE
    cases = (
        Case(
            "The mine shut on ⟦July 25th⟧ and opens on August 2.",
            fixed="The mine shut on July 25 and opens on August 2.",
            options={"house": "July 25"},
        ),
        Case(
            "The mine shut on ⟦25 July 2015⟧ and opens on ⟦the 2nd of August⟧.",
            fixed="The mine shut on July 25, 2015, and opens on August 2.",
            options={"house": "July 25"},
            safety=Safety.UNSAFE,
        ),
        Case(
            "The mine shut on ⟦July 25, 2015⟧, and opens on ⟦August 2nd⟧.",
            fixed="The mine shut on 25 July 2015, and opens on 2 August.",
            options={"house": "25 July"},
            safety=Safety.UNSAFE,
        ),
        Case(
            "It ran on ⟦July 1⟧, ⟦July 2⟧, ⟦July 3⟧, July 11th and ⟦July 22⟧.",
            fixed="It ran on July 1st, July 2nd, July 3rd, July 11th and July 22nd.",
            options={"house": "July 25th"},
        ),
        Case(f"{LATER} They part on ⟦May 6th⟧.", fixed=f"{LATER} They part on May 6."),
        Case("They met on July 3, and again on May 6th."),
        Case(
            "In July 2015, July 25-27, 25 to 27 July, May 1 and 2, 40 March boots, a May 12th anniversary.",
            options={"house": "25 July"},
        ),
        Case("The September 11 attacks; Ola Berg (@ola) July 19, 2017.", options={"house": "25 July"}),
        Case("They may 5 times ask; the 4th of five, the Fourth of July, July 250, June 5.5 million."),
    )

    def required_variant(self, topic: str) -> str:
        return self.house

    def variant(self, match: regex.Match[str], block: Block) -> str:
        if regex.search(r"\(@\w+\)\s$", block.text[max(match.start() - LONGEST_HANDLE, 0) : match.start()]):
            return ""
        suffix = "th" if match["suffix"] else ""
        return f"July 25{suffix}" if _month_first(match) else f"25{suffix} July"

    def rewrite(self, match: regex.Match[str], variant: str, block: Block) -> Change | None:
        day = match["day"] + (_suffix(int(match["day"])) if "th" in variant else "")
        if _month_first(match) == variant.startswith("July"):
            return Change(Range(match.start("day"), max(match.end("day"), match.end("suffix"))), day)
        if (match["month"], match["day"]) in NAMED:
            return None
        year = (match["year"] or "").strip(", ")
        if not variant.startswith("July"):
            return Change(Range(*match.span()), f"{day} {match['month']}" + (f" {year}" if year else ""))
        ended = block.text[match.end() : match.end() + 1] != " "
        return Change(
            Range(*match.span()),
            f"{match['month']} {day}" + (f", {year}{'' if ended else ','}" if year else ""),
        )

    def safety_of(self, match: regex.Match[str], variant: str, block: Block) -> Safety | None:
        return None if _month_first(match) == variant.startswith("July") else Safety.UNSAFE


def _month_first(match: regex.Match[str]) -> bool:
    return match.start("month") < match.start("day")


def _suffix(day: int) -> str:
    return "th" if day in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(day % 10, "th")
