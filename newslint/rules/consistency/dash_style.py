from __future__ import annotations

from typing import Literal

import regex

from newslint.rules import Block, BlockKind, Case, Change, Range, Safety
from newslint.rules.families.consistency import ConsistencyRule

LONGEST_ADDRESS = 200
LATER = "It rained — as ever — and snowed — as never — in May."


class DashStyle(ConsistencyRule):
    """A dash departs from house style or the article's habit.

    ## What it does
    Flags “ -- ”, “ — ”, “—” or “ – ” where the house, or the rest of the article, uses another. Dashes
    at the start of a paragraph (after a place, a name, a bullet), beside a figure or before a signature
    pass. So do spaced hyphens unless a house is set.

    ## Why it matters
    Mixed dashes betray text merged from several sources; the double hyphen dates from typewriters.

    ## Fix safety
    Safe: only the dash and its spaces change.

    ## Options
    `house`: one of “ — ”, “—” and “ – ”, including the spaces. Without it the article's own habit
    decides.

    ## References
    House styles.
    """

    house: Literal["", " — ", "—", " – "] = ""

    kinds = frozenset({BlockKind.PARAGRAPH})
    expression = (
        r"(?<=[\p{L}\p{N}.,!?)’”\"'])(?:[ ]?(?:(?<!\b\p{L})--|—)[ ]?|[ ][–-][ ])(?=[\p{L}“‘($€£]|[\"']\w)"
    )
    safety = Safety.SAFE
    cases = (
        Case(
            "The bridge that they built⟦ -- ⟧at last⟦--⟧was painted⟦—⟧badly⟦ – ⟧twice.",
            fixed="The bridge that they built — at last — was painted — badly — twice.",
            options={"house": " — "},
        ),
        Case(
            "The bridge that they built⟦ - ⟧at last⟦ — ⟧was painted.",
            fixed="The bridge that they built – at last – was painted.",
            options={"house": " – "},
        ),
        Case(f"{LATER} It thawed⟦--⟧as usual.", fixed=f"{LATER} It thawed — as usual."),
        Case('It was a wry word that they coined once —" so they say, who knows.', options={"house": " — "}),
        Case("LONDON (Wire) -- It rained — as ever — and it snowed."),
        Case("It ran 1990–95 and from 5 – 7 June, on the Oslo–Bergen train.", options={"house": " — "}),
        Case("It rained - as ever. It snowed — as never — in May — and June."),
    )

    def required_variant(self, topic: str) -> str:
        return self.house

    def variant(self, match: regex.Match[str], block: Block) -> str:
        opening = block.text[: match.start()]
        if len(opening) < 60 and (len(opening.split()) < 5 or opening.isupper() or opening.endswith(")")):
            return ""
        if match[0] == " - " and not self.house:
            return ""
        if regex.search(r"(?:https?://|www\.|@)\S+$", opening[-LONGEST_ADDRESS:]):
            return ""
        if opening[-1] in "”\"'’.!?" and block.text[match.end()].isupper():
            return ""
        return match[0]

    def rewrite(self, match: regex.Match[str], variant: str, block: Block) -> Change | None:
        return Change(Range(*match.span()), variant)
