from __future__ import annotations

import regex

from newslint.lexicon.amounts import SCALE, UNIT
from newslint.lexicon.numerals import NUMERAL
from newslint.rules import Block, Case, Change, Finding, PatternRule, Range, Safety, pattern
from newslint.text.figures import counted_after

END = rf"(?:\p{{Sc}}?\d+(?:,\d+)*(?:\.\d+)?(?:%|(?:m|bn|km|kg|am|pm)\b|\s{SCALE}\b)?|{NUMERAL}\b)"
DASH = "[-–]"
LINK = rf"(?:–to–|\s+{DASH}\s*to\s+|\s?{DASH}to\s+|\s+to{DASH}|\s+to\s+{DASH}\s+|\s+to\s+(?:to|and|or)\s+)"
CHANGED = (
    r"\b(?:ris|rose|grew|grow|fell|fall|up|down|by|gain|lost|lose|drop|cut|climb|jump|slip|add|rais)\w*\s\Z"
)
"""Before an amount of change, after which “ – to 58” names the result."""
REACH = 20
YEAR = r"(?:19|20)\d\d"
SPAN = r"(?:years?|months?|weeks?|days?|hours?|minutes?|points?|percent|per\scent|times)"


class BrokenRange(PatternRule):
    """A range has two links or the wrong one: “5- to 7”.

    ## What it does
    Writes “5 to 7”, or “between 5 and 7”, and closes “5- 7 days”. Suspended hyphens (“5- to 7-year terms”),
    scores (“6-to-3”), negative figures and asides pass.

    ## Why it matters
    Engines translate a dash as “to” and keep the dash.

    ## Fix safety
    Safe: both ends stay the same.
    """

    expression = (
        rf"(?<![\w.,/-])(?:[Bb]etween\s(?P<first>{END})"
        rf"(?P<between>{LINK}|\s+to\s+|\s*{DASH}\s*and\s+|\s+and\s+(?:to|{DASH})\s+)"
        rf"|(?P<first>{END})(?:(?P<link>{LINK})|(?P<suspended>{DASH}\s+to\s+)|(?P<gap>[-–]\s+|\s+[-–])))"
        rf"(?P<second>{END})(?![\w-]|[.,:]\d|\s(?:and|to)\s{END})"
    )
    safety = Safety.SAFE
    cases = (
        Case(
            "It lasts ⟦5 - to 7⟧ days, or ⟦five -to seven⟧.", fixed="It lasts 5 to 7 days, or five to seven."
        ),
        Case("She runs from ⟦3-to 4⟧ miles.", fixed="She runs from 3 to 4 miles."),
        Case("They cost ⟦$4–to–$11⟧ each.", fixed="They cost $4 to $11 each."),
        Case("It costs ⟦$10 to to $40⟧ now.", fixed="It costs $10 to $40 now."),
        Case("It takes ⟦5- to 7⟧ days, or ⟦5- 7⟧ weeks.", fixed="It takes 5 to 7 days, or 5-7 weeks."),
        Case("It fell ⟦10 -15⟧ percent to ⟦2 -3 million⟧.", fixed="It fell 10-15 percent to 2-3 million."),
        Case(
            "It grew ⟦between 5 to 7⟧ percent, ⟦between 2-and 4⟧ in May.",
            fixed="It grew between 5 and 7 percent, between 2 and 4 in May.",
        ),
        Case("It is a 5- to 7-year term, in the 18- to 24-month range, 6-to-3 or 56-to-34 percent."),
        Case("It fell from 3 -2 degrees, from 12 - 15 percent, and 50 -40 points."),
        Case("It was -12 to -2 degrees, 10 to 20, from 5 to 7, and rose to 10 and to 20."),
        Case("Rates fell in 2017 – to 58.7 a head, and rose 5 - to 20; in 2017—to 58.7."),
        Case("The final 289- 137 vote came on June 15- 18, between 9 to 5 and 10 to 6 jobs."),
    )

    @property
    def trace(self) -> str:
        number = rf"(?:\d[\d,.]*(?:%|[a-z]{{1,2}}\b)?|{NUMERAL})"
        return (
            rf"{number}\s?{DASH}\s?(?:to|and)[\s–]|{number}\sto\s?{DASH}|\sto\s(?:to|and|or)\s|\d(?:[-–]\s|\s[-–])\d"
            rf"|\b[Bb]etween\s\p{{Sc}}?{number}.{{0,12}}\s(?:to|and\sto|and\s[–-])\s"
        )

    def judge(self, match: regex.Match[str], block: Block) -> Finding | None:
        at = Range(*match.span())
        kind = next(name for name in ("link", "suspended", "gap", "between") if match[name])
        if kind in ("suspended", "gap") and not self._is_counted(at, block.text):
            return None
        if match["gap"] and match["gap"][0].isspace() and not self._rises(match):
            return None
        if kind == "link" and self._is_aside(at, match, block.text):
            return None
        place, link = Range(*match.span(kind)), {"between": " and "}.get(kind, " to ")
        change = Change(place, link)
        if kind == "gap":
            link = match[kind].strip()
            start = place.start + match[kind].index(link)
            before = place.start < start
            change = Change(Range(place.start, start) if before else Range(start + 1, place.end), "")
        return Finding(at, f"broken range: use “{match['first']}{link}{match['second']}”", (change,))

    @staticmethod
    def _is_aside(at: Range, match: regex.Match[str], text: str) -> bool:
        """Whether a dash before “to” may begin an aside: “– to 58”."""
        if not pattern(rf"\s{DASH}").match(match["link"]):
            return False
        changed = pattern(CHANGED).search(text, max(at.start - REACH, 0), at.start)
        uneven = ("%" in match["first"]) != ("%" in match["second"])
        return bool(changed or uneven or pattern(YEAR).fullmatch(match["first"]))

    @staticmethod
    def _rises(match: regex.Match[str]) -> bool:
        """Whether the second figure is greater, so the mark is no minus."""
        first, second = (pattern(r"\d[\d,.]*").search(match[end]) for end in ("first", "second"))
        if not first or not second:
            return False
        return float(first[0].replace(",", "")) < float(second[0].replace(",", ""))

    @staticmethod
    def _is_counted(at: Range, text: str) -> bool:
        """Whether a plural follows, so the range is in no compound."""
        units = pattern(rf"(?<=%|\s{SCALE})|\s(?:{UNIT}|{SPAN})(?<=s|feet|cent)\b").match(text, at.end)
        return bool(units or counted_after(text, at.end))
