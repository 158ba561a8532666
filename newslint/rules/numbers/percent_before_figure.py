from __future__ import annotations

import regex

from newslint.lexicon.amounts import FIGURE
from newslint.lexicon.classes import words_of
from newslint.lexicon.numerals import WORDS
from newslint.rules import Block, Case, Change, Finding, PatternRule, Range, Safety

QUANTITIES = WORDS | words_of("determiners") | frozenset(["few", "half", "several"])
"""What “percent” may belong to, so that it does not belong to the figure."""


class PercentBeforeFigure(PatternRule):
    """Percent precedes its figure: “rose by percent 22”, “a share of %40”.

    ## What it does
    Moves the sign or word behind the figure. Addresses (“%20”) and what goes on from another figure pass.

    ## Why it matters
    Turkish writes the sign first, and so do engines that lose their place.

    ## Fix safety
    Safe: the figure stays the same. Unsafe for a sign before one digit, which templates fill in: “page %1”.
    """

    expression = (
        rf"(?<=(?:\p{{L}}\s|[(,]\s?))(?<!\d\s)(?<![\w%]%)(?:(?P<mark>%)\s?"
        rf"|(?P<mark>per\s?cent)\s)(?P<figure>{FIGURE})"
        r"(?=[,;.!?)]?(?:\s(?!percent|per\scent|million|billion|%)|[”’\"]|\Z))"
    )
    safety = Safety.SAFE
    cases = (
        Case("Prices rose by ⟦percent 22⟧ in May.", fixed="Prices rose by 22 percent in May."),
        Case("It has a share of ⟦%40⟧, up from ⟦% 35.5⟧.", fixed="It has a share of 40%, up from 35.5%."),
        Case("Prices rose by ⟦per cent 3.2⟧.", fixed="Prices rose by 3.2 per cent."),
        Case("It rose 4 percent 2 years later, and a percent 2 of them saw; /a%20b and %s."),
        Case("See example.org/?q=%20 for more; a few percent in 2015, ten per cent 5 years ago."),
    )

    @property
    def trace(self) -> str:
        return r"\s%\s?\d|[(,]%\s?\d|\bper\s?cent\s\d"

    def judge(self, match: regex.Match[str], block: Block) -> Finding | None:
        mark, figure = match["mark"], match["figure"]
        if mark != "%" and _has_quantity(block.text[: match.start()]):
            return None
        written = figure + (mark if mark == "%" else f" {mark}")
        at = Range(*match.span())
        safety = Safety.UNSAFE if mark == "%" and len(figure) == 1 else None
        return Finding(
            at, f"percent before its figure: use “{written}”", (Change(at, written),), safety=safety
        )


def _has_quantity(before: str) -> bool:
    """Whether the word before “percent” is its quantity."""
    return before.rsplit(maxsplit=1)[-1].lower().rpartition("-")[2] in QUANTITIES
