from __future__ import annotations

import regex

from newslint.lexicon.classes import words_of
from newslint.lexicon.months import MONTHS
from newslint.rules import Block, Case, Finding, PatternRule, Range, any_of

NAMES = "|".join(MONTHS)
LED = words_of("prepositions") | {"and", "dated"}


class MachineDate(PatternRule):
    """A date is in machine or foreign order: “2023-02-11”, “2020 July 26”.

    ## What it does
    Reports the date with two ways to write it, also “on 05.09.2025”. Addresses and file names pass.

    ## Why it matters
    Chinese and Japanese begin with the year, and so do databases.

    ## Fix safety
    No fix: the house decides how dates are written.

    ## References
    Study of machine-translated news, artefact ND11.
    """

    expression = (
        r"(?<![\w./:=-])(?P<year>(?:19|20)\d\d)"
        r"(?:/(?P<number>0[1-9]|1[0-2])/(?P<day>0[1-9]|[12]\d|3[01])|"
        rf"-(?P<number>0[1-9]|1[0-2])-(?P<day>0[1-9]|[12]\d|3[01])"
        rf"|\s(?P<month>{NAMES})\s(?P<day>[12]\d|3[01]|[1-9]))"
        r"(?![\w/:=-]|\.\w)"
        rf"|(?<=\b(?:{any_of(LED)})\s)(?P<day>0?[1-9]|[12]\d|3[01])\.(?P<number>0?[1-9]"
        rf"|1[0-2])\.(?P<year>(?:19|20)\d\d)"
        r"(?![\w/:=-]|\.\w)"
    )
    cases = (
        Case("The mine opened on ⟦2023-02-11⟧ after a fire."),
        Case("On ⟦2020 July 26⟧ the bridge was shut."),
        Case("The trial begins on ⟦05.09.2025⟧, not by ⟦28.9.2025⟧."),
        Case("Version 5.9.2025 and DW 05.09.2025 and file_11.5.2015.mp4."),
        Case("See example.org/2023-02-11/a.html and the file 2023-02-11.pdf."),
        Case("It was in 2020. July 26 was a Sunday."),
        Case("Model 2023-02-11-B and flight 2020-15-40 were named."),
    )

    @property
    def trace(self) -> str:
        return rf"\d\.\d\d?\.(?:19|20)\d\d|(?:19|20)\d\d(?:[-/][01]\d[-/][0-3]\d|\s(?:{NAMES})\s\d)"

    def judge(self, match: regex.Match[str], block: Block) -> Finding | None:
        day, year = int(match["day"]), match["year"]
        month = match["month"] or MONTHS[int(match["number"]) - 1]
        readings = f"{month} {day}, {year}", f"{day} {month} {year}"
        if "." in match[0] and day <= len(MONTHS) and day != int(match["number"]):
            readings = readings[0], f"{MONTHS[day - 1]} {int(match['number'])}, {year}"
        return Finding(Range(*match.span()), "machine-formatted date", suggestions=readings)
