from __future__ import annotations

import regex

from newslint.lexicon.classes import entries
from newslint.rules import Block, Case, Change, Finding, PatternRule, Protected, Range, Safety, any_of

WORD = r"\p{Lu}[\p{L}’'-]*"
NAME = rf"{WORD}(?:\s(?:(?:of|for|the|and|on|in)\s){{0,2}}{WORD}){{1,6}}"
SHORT = {full: short for short, _, kind, _, full in entries("acronyms") if " " in full and kind != "firm"}
"""Names with their acronyms; those of firms are repeated in brackets on the stock exchange."""
ACRONYM = f"(?:{any_of(SHORT.values())})"
FULL = f"(?:{any_of(SHORT)})"


class NameAgainInBrackets(PatternRule):
    """A name is explained by itself: “the World Bank (World Bank)”.

    ## What it does
    Drops brackets that repeat the name or the brackets before them (“the WTO (WTO)”, “(WTO) (WTO)”), and an
    acronym next to its own words without brackets (“the WHO World Health Organization”).

    ## Why it matters
    News in other languages explains English names and acronyms in brackets; translated, both are alike.

    ## Fix safety
    Safe for brackets after the same brackets. Otherwise unsafe: a city and its state may share a name.
    """

    safety = Safety.SAFE
    may_change = frozenset({Protected.NAMES})
    expression = (
        rf"(?<![\p{{L}}’'-])(?P<name>{NAME}|{ACRONYM})(?P<again>\s\((?:the\s)?(?P=name)\))"
        r"|\((?P<short>\p{Lu}[\p{L}\d.-]+)\)(?P<again>,?\s?\((?P=short)\))"
        rf"|\b(?P<again>{ACRONYM}\s)(?P<full>{FULL})\b"
        rf"|\b(?P<full>{FULL})(?P<again>\s{ACRONYM})\b(?!\s\p{{Lu}})"
    )
    cases = (
        Case(
            "Staff of the ⟦World Bank (World Bank)⟧ met.",
            fixed="Staff of the World Bank met.",
            safety=Safety.UNSAFE,
        ),
        Case("Staff of the ⟦WTO (WTO)⟧ met.", fixed="Staff of the WTO met.", safety=Safety.UNSAFE),
        Case(
            "Staff of the ⟦WTO World Trade Organization⟧ met. It is the ⟦World Trade Organization WTO⟧.",
            fixed="Staff of the World Trade Organization met. It is the World Trade Organization.",
            safety=Safety.UNSAFE,
        ),
        Case(
            "The World Trade Organization ⟦(WTO) (WTO)⟧ met.", fixed="The World Trade Organization (WTO) met."
        ),
        Case("Staff of the World Bank (WB) in New York (New Jersey) met EU World Trade Organization rules."),
    )

    @property
    def trace(self) -> str:
        return (
            rf"\p{{L}}\s\((?:the\s)?\p{{Lu}}[\p{{L}}\s’'-]+\)|\(\p{{Lu}}[\p{{L}}\d.-]+\),?\s?\(\p{{Lu}}"
            rf"|{ACRONYM}\s{FULL}|{FULL}\s{ACRONYM}"
        )

    def judge(self, match: regex.Match[str], block: Block) -> Finding | None:
        full, again = match["full"], match["again"]
        if full and SHORT[full] != again.strip():
            return None
        at = Range(*match.span())
        message = f"name given twice, “{full or match['name'] or match['short']}”: once is enough"
        safety = None if match["short"] else Safety.UNSAFE
        return Finding(at, message, (Change(Range(*match.span("again")), ""),), safety=safety)
