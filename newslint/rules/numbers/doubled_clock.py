from __future__ import annotations

import regex

from newslint.rules import Block, Case, Change, Finding, PatternRule, Protected, Range, Safety

HALF = r"(?P<half>[ap]\.m\.|[ap]m\b|[AP]M\b|[AP]\.M\.)"


class DoubledClock(PatternRule):
    """A time of day is marked twice: “7 am o’clock”.

    ## What it does
    Keeps “a.m.” or “p.m.” and drops “o’clock”, “hours” and “in the morning”, and the minutes in “5:00
    o’clock”.

    ## Why it matters
    Engines translate the word for “hour” and add the half of the day.

    ## Fix safety
    Safe: the time stays the same.
    """

    expression = (
        rf"(?<![\d.,:/\p{{Sc}}])(?P<hour>1[0-2]|0?[1-9])(?:[:.][0-5]\d)?\s?(?:{HALF}(?P<again>\s(?:hours"
        rf"|hrs|h|o[’']clock|[ap]\.?m\b)"
        rf"(?!\w)|\s(?:in\sthe\s(?:morning|afternoon|evening)|at\snight)\b)|(?P<again>\so[’']clock)\s{HALF})"
        r"|(?<![\d.,:/\p{Sc}])(?:1[0-2]|0?[1-9])(?P<again>[:.]00)\so[’']clock\b"
    )
    safety = Safety.SAFE
    may_change = frozenset({Protected.NUMBERS, Protected.NAMES})
    cases = (
        Case("He left at ⟦7 am o’clock⟧.", fixed="He left at 7 am."),
        Case("They sign in by ⟦8:30 a.m. hours⟧ each day.", fixed="They sign in by 8:30 a.m. each day."),
        Case("It rang at ⟦2 a.m. in the morning⟧.", fixed="It rang at 2 a.m."),
        Case("It rang at ⟦9 o’clock p.m.⟧ and ⟦5:00 o’clock⟧.", fixed="It rang at 9 p.m. and 5 o’clock."),
        Case("It rang at 9 o’clock in the morning, at 2 a.m. on Friday morning, for 12 am. hours passed."),
    )

    @property
    def trace(self) -> str:
        return (
            r"[AaPp]\.?[Mm]\.?\s(?:hours|hrs|h\b|o[’']clock|in\sthe|at\snight|[ap]\.?m\b)"
            r"|o[’']clock\s[AaPp]\.?[Mm]|\d[:.]00\so[’']clock"
        )

    def judge(self, match: regex.Match[str], block: Block) -> Finding | None:
        at, again = Range(*match.span()), Range(*match.span("again"))
        before = block.text[again.start - 1]
        stop = before == "." and again.end == at.end and block.text.startswith(".", at.end)
        said = again.of(block.text).strip()
        change = Change(Range(again.start, again.end + stop), "")
        return Finding(at, f"time marked twice: drop “{said}”", (change,))
