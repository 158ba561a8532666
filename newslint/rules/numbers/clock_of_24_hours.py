from __future__ import annotations

from dataclasses import dataclass

import regex

from newslint.rules import Block, Case, Change, Finding, PatternRule, Protected, Range, Safety


@dataclass(frozen=True, kw_only=True)
class ClockOf24Hours(PatternRule):
    """An afternoon hour past twelve precedes “o’clock”: “21 o’clock”.

    ## What it does
    Writes “9 p.m.”.

    ## Why it matters
    Most languages of Europe and Asia count to 24; English “o’clock” ends at twelve.

    ## Fix safety
    Unsafe: the house may write times in another way.

    ## References
    Study of machine-translated news, artefact ND12.
    """

    expression = r"(?<![\d.,:/]\s?)(?P<hour>1[3-9]|2[0-4])(?:[:.](?P<minutes>[0-5]\d))?\so[’']clock\b"
    safety = Safety.UNSAFE
    may_change = frozenset({Protected.NUMBERS, Protected.DATES})
    cases = (
        Case("The ferry leaves at ⟦21 o’clock⟧.", fixed="The ferry leaves at 9 p.m."),
        Case("It begins at ⟦15:30 o’clock⟧ on Friday.", fixed="It begins at 3:30 p.m. on Friday."),
        Case("Doors open at ⟦24 o'clock⟧ sharp.", fixed="Doors open at midnight sharp."),
        Case("The ferry leaves at 9 o’clock, and at 21:00."),
        Case("It was 112 o’clock on the broken dial."),
    )

    def judge(self, match: regex.Match[str], block: Block) -> Finding | None:
        at, hour, minutes = Range(*match.span()), int(match["hour"]), match["minutes"] or "00"
        time = f"{hour - 12}{'' if minutes == '00' else f':{minutes}'} p.m."
        if hour == 24:
            time = "midnight" if minutes == "00" else f"12:{minutes} a.m."
        end = match.end() + 1 if time.endswith(".") and block.text[match.end() :].startswith(".") else at.end
        return Finding(
            at, f"24-hour time with “o’clock”: use “{time}”", (Change(Range(at.start, end), time),)
        )
