from __future__ import annotations

import regex

from newslint.lexicon.classes import column
from newslint.lexicon.months import WEEKDAY
from newslint.rules import Block, Case, Change, Finding, PatternRule, Protected, Range, any_of

SPAN = r"(?:week|month|year|night|spring|summer|autumn|winter)"
LATE = rf"(?:{WEEKDAY}|(?:last|this)\s{SPAN}|yesterday|today)"
VERBS = any_of(column("reporting_verbs", 2))


class TimeTwice(PatternRule):
    """A clause says the time twice: “On Monday the mayor on Monday”.

    ## What it does
    Finds a day, “yesterday” or “last week” that begins a sentence and comes again in the same clause, and
    drops the second. Another mark between them begins another clause, and it passes. Before and after a
    reporting verb (“on Monday said on Monday”), it drops the first.

    ## Why it matters
    Languages that put the time first make engines add it where English has it.

    ## Fix safety
    Unsafe: one of them may be another day.
    """

    may_change = frozenset({Protected.DATES, Protected.NAMES})
    expression = (
        rf"(?:\A|(?<=[.!?]\s))(?:On\s)?(?P<time>{WEEKDAY}|Last\s{SPAN}|This\s{SPAN}|Yesterday)(?P<clause>,?\s[^.,;:?!“”\"\n]{{5,90}}?)"
        r"(?P<again>(?<!\b(?:next|last|coming|following))\s(?:on\s|so\sfar\s)?(?i:(?P=time)))(?=[.,;]|\s\p{Ll})"
        rf"|(?P<again>\s(?:on\s)?(?P<time>{LATE}))(?:\s\p{{Ll}}+ly)?\s(?:{VERBS})(?:\s\p{{Ll}}+)?\s(?:on\s)?(?P=time)(?=[.,;]|\s\p{{Ll}})"
    )
    trace = (
        rf"(?:On\s{WEEKDAY}|{WEEKDAY}|Last\s{SPAN}|This\s{SPAN}|Yesterday),?\s[^.,;:?!\n]{{5,90}}"
        rf"\s(?:{WEEKDAY}|last\s{SPAN}|this\s{SPAN}|yesterday)"
        rf"|{LATE}(?:\s\p{{Ll}}+ly)?\s(?:{VERBS})(?:\s\p{{Ll}}+)?\s(?:on\s)?{LATE}"
    )
    cases = (
        Case(
            "⟦On Monday, the attorney general on Monday⟧ sued three firms.",
            fixed="On Monday, the attorney general sued three firms.",
        ),
        Case(
            "⟦Last week, the mayor of Wick last week⟧ forbade a trip.",
            fixed="Last week, the mayor of Wick forbade a trip.",
        ),
        Case(
            "The board⟦ on Monday said on Monday⟧ it would buy.",
            fixed="The board said on Monday it would buy.",
        ),
        Case("The board on Monday said that on Tuesday it would buy. He said on Monday he left on Monday."),
        Case("On Friday, the mayor gave them a deadline of next Friday to leave."),
        Case("On Monday, the mayor said the ferry that left on Tuesday was late, and on Monday it left."),
        Case(
            "On Saturday he hosted Saturday Night Live. Monday rained. On Monday the band played Blue Monday."
        ),
    )

    def judge(self, match: regex.Match[str], block: Block) -> Finding | None:
        again = match["again"].strip()
        if match["clause"] and again == match["time"] and match["clause"].split()[-1][0].isupper():
            return None  # a name: “Blue Monday”
        return Finding(
            Range(*match.span()),
            f"“{match['time']}” twice in a sentence",
            (Change(Range(*match.span("again")), ""),),
        )
