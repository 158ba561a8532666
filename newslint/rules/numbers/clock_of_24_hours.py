from __future__ import annotations

import regex

from newslint.rules import Block, Case, Change, Finding, PatternRule, Protected, Range, Safety, Scope
from newslint.text.habits import written_time

NOON = 12
LED = (
    r"(?<=\b(?:[Aa]t|[Ff]rom|[Uu]ntil|[Tt]ill|[Bb]y|[Bb]efore|[Aa]fter|[Ss]ince|[Bb]etween|and|to|about"
    r"|around)\s)"
)
SPAN = r"(?<!\b(?:in|of|for|lasted|a|an|the)\s)"
"""What precedes a span of time, which is written the same way."""


class ClockOf24Hours(PatternRule):
    """A time has a form of the 24-hour clock: “21 o’clock”, “21h40”.

    ## What it does
    Writes “9 p.m.” and “9:40 p.m.”, or whatever form the article uses elsewhere. “13:50 p.m.” and “23.30h”
    are found as well; “21:40” alone passes.

    ## Why it matters
    Most languages of Europe and Asia count to 24; English “o’clock” ends at twelve, and its hours have no
    “h”.

    ## Fix safety
    Safe past noon. Unsafe before noon, since “4h15” may be a span of time, and at “21 o’clock”, which may go
    on with “at night”.

    ## References
    Study of machine-translated news, artefact ND12.
    """

    expression = (
        r"(?<![\d.,:/\p{Sc}+-]\s?)(?:(?P<hour>1[3-9]|2[0-4])(?:[:.](?P<minutes>[0-5]\d))?\so[’']clock\b"
        rf"|{SPAN}(?P<hour>1[3-9]|2[0-4])[hH](?P<minutes>[0-5]\d)(?!\w)"
        rf"|{LED}(?P<hour>1?\d|2[0-4])[hH](?P<minutes>[0-5]\d)?(?![\w-])"
        rf"|{SPAN}(?P<hour>[01]?\d|2[0-4])[.:](?P<minutes>[0-5]\d)\s?[hH](?:rs)?(?![\w-])"
        r"|(?P<hour>1[3-9]|2[0-3])(?:[:.](?P<minutes>[0-5]\d))?\s?[Pp]\.?[Mm](?:\.|\b))"
    )
    safety = Safety.SAFE
    scope = Scope.DOCUMENT
    may_change = frozenset({Protected.NUMBERS, Protected.DATES, Protected.NAMES})
    cases = (
        Case("The ferry leaves at ⟦21 o’clock⟧.", fixed="The ferry leaves at 9 p.m.", safety=Safety.UNSAFE),
        Case(
            "It begins at ⟦15:30 o’clock⟧ on Friday.",
            fixed="It begins at 3:30 p.m. on Friday.",
            safety=Safety.UNSAFE,
        ),
        Case(
            "Doors open at ⟦24 o'clock⟧ sharp.", fixed="Doors open at midnight sharp.", safety=Safety.UNSAFE
        ),
        Case("It fell at ⟦21h40⟧ on Friday.", fixed="It fell at 9:40 p.m. on Friday."),
        Case("It rose by ⟦4h15⟧ there.", fixed="It rose by 4:15 a.m. there.", safety=Safety.UNSAFE),
        Case(
            "Mr Oak slept until ⟦23.30h⟧ and left at ⟦13:50 p.m.⟧ that day.",
            fixed="Mr Oak slept until 11.30pm and left at 1.50pm that day.",
        ),
        Case("It rang at 3 pm and ⟦18h05⟧ there.", fixed="It rang at 3 pm and 6:05 pm there."),
        Case("The ferry leaves at 9 o’clock, and at 21:00."),
        Case("It was 112 o’clock on the broken dial, $13.94 pm, a film of 14h20, 5.75 hours long."),
    )

    @property
    def trace(self) -> str:
        return (
            r"\d\so[’']clock|\d[hH](?:\d\d|rs)?\b|\d\s[hH](?:rs)?\b|(?:1[3-9]"
            r"|2[0-3])(?:[:.]\d\d)?\s?[Pp]\.?[Mm]"
        )

    def judge(self, match: regex.Match[str], block: Block) -> Finding | None:
        at, hour, minutes = Range(*match.span()), int(match["hour"]), match["minutes"] or "00"
        time = written_time(hour, minutes, block.document.texts)
        if hour == 24 and minutes == "00":
            time = "midnight"
        ends = time.endswith(".") and not match[0].endswith(".") and block.text.startswith(".", at.end)
        change = Change(Range(at.start, at.end + ends), time)
        if match[0].endswith(".") and not time.endswith(".") and _ends_sentence(block.text, at.end):
            change = Change(at, f"{time}.")
        safety = None if hour > NOON and "o" not in match[0] else Safety.UNSAFE
        return Finding(at, f"24-hour time: use “{time}”", (change,), safety=safety)


def _ends_sentence(text: str, end: int) -> bool:
    return regex.match(r"\s*\Z|\s\p{Lu}", text[end:]) is not None
