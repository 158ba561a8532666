from __future__ import annotations

from typing import Literal

import regex

from newslint.rules import Block, Case, Change, Range, Safety
from newslint.rules.families.consistency import ConsistencyRule

LATER = "It rose 4 percent in May, 5 percent in June and 6 percent in July."


class PercentStyle(ConsistencyRule):
    """A percentage departs from house style: “5%” for “5 per cent”.

    ## What it does
    Flags a percentage written otherwise than in the house, or the rest of the article. Only percentages
    in figures are examined.

    ## Why it matters
    “5%” beside “6 per cent” looks like text from two desks.

    ## Fix safety
    Safe: the figure itself is never touched.

    ## Options
    `house`: one of “%”, “percent” and “per cent”. Without it the article's own habit decides.

    ## References
    Study of machine-translated news, artefact UC08.
    """

    house: Literal["", "%", "percent", "per cent"] = ""

    expression = (
        r"(?<![\w/.,]|%[–-])\d[\d,]*(?:\.\d+)?"
        r"(?P<percent>\s?%(?![\w/%])|[\s-](?:percent|per[\s-]?cent)\b(?!\.\s\p{Ll}))(?![–-]\d)"
    )
    safety = Safety.SAFE
    cases = (
        Case(
            "Sales rose ⟦5%⟧ in May and ⟦2.5 per cent⟧ in June, or 3 percent a month.",
            fixed="Sales rose 5 percent in May and 2.5 percent in June, or 3 percent a month.",
            options={"house": "percent"},
        ),
        Case(
            "A ⟦12-percent⟧ rise came after ⟦7 per cent⟧ in 2015.",
            fixed="A 12% rise came after 7% in 2015.",
            options={"house": "%"},
        ),
        Case(
            "Turnout was ⟦63 %⟧, up ⟦4 percent⟧.",
            fixed="Turnout was 63 per cent, up 4 per cent.",
            options={"house": "per cent"},
        ),
        Case(f"{LATER} It fell ⟦7%⟧ in August.", fixed=f"{LATER} It fell 7 percent in August."),
        Case("“It is ⟦5 percent⟧ at most,” she said.", options={"house": "%"}),
        Case("It rose 4 percent in May and 5% in June."),
        Case(
            "A few percent, five percent, 5 percentage points, 62%-30% and %20 in an address.",
            options={"house": "%"},
        ),
    )

    def required_variant(self, topic: str) -> str:
        return self.house

    def variant(self, match: regex.Match[str], block: Block) -> str:
        written = match["percent"].strip(" -\n")
        return written if written in ("%", "percent") else "per cent"

    def rewrite(self, match: regex.Match[str], variant: str, block: Block) -> Change | None:
        return Change(Range(*match.span("percent")), variant if variant == "%" else f" {variant}")
