from __future__ import annotations

from dataclasses import dataclass

import regex

from newslint.lexicon.months import MONTHS
from newslint.rules import Block, Case, Finding, PatternRule, Range

NAMES = "|".join(MONTHS)


@dataclass(frozen=True, kw_only=True)
class MachineDate(PatternRule):
    """A date is in machine or foreign order: “2023-02-11”, “2020 July 26”.

    ## What it does
    Reports the date with two ways to write it. Addresses and file names pass.

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
    )
    cases = (
        Case("The mine opened on ⟦2023-02-11⟧ after a fire."),
        Case("On ⟦2020 July 26⟧ the bridge was shut."),
        Case("See example.org/2023-02-11/a.html and the file 2023-02-11.pdf."),
        Case("It was in 2020. July 26 was a Sunday."),
        Case("Model 2023-02-11-B and flight 2020-15-40 were named."),
    )

    @property
    def trace(self) -> str:
        return rf"(?:19|20)\d\d(?:[-/][01]\d[-/][0-3]\d|\s(?:{NAMES})\s\d)"

    def judge(self, match: regex.Match[str], block: Block) -> Finding | None:
        month = match["month"] or MONTHS[int(match["number"]) - 1]
        day, year = int(match["day"]), match["year"]
        readings = f"{month} {day}, {year}", f"{day} {month} {year}"
        return Finding(Range(*match.span()), "machine-formatted date", suggestions=readings)
