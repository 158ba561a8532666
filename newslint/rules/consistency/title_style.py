from __future__ import annotations

from typing import Literal

import regex

from newslint.lexicon.titles import OFFICES
from newslint.rules import Block, Case, Change, Protected, Range, Safety, any_of
from newslint.rules.families.consistency import ConsistencyRule
from newslint.text.names.capitals import in_capitals, nation_expression

HABIT = "Polish Foreign Minister Jan Nowak met Finnish President Aino Salo and British Chancellor Ann Moor."


class TitleStyle(ConsistencyRule):
    """An office before a name departs from house style.

    ## What it does
    Flags “Polish prime minister Jan Nowak” where the house, or the rest of the article, writes “Polish
    Prime Minister”, and the reverse. Only an office between a nationality and a name is examined;
    “former president” and quoted speech pass.

    ## Why it matters
    Capitals that come and go make one office look like two.

    ## Fix safety
    Unsafe: the lower-case form may be a description, not a title.

    ## Options
    `house`: “capital” or “small”. Without it the article's own habit decides.

    ## References
    Study of machine-translated news, artefact TN02.
    """

    house: Literal["", "capital", "small"] = ""

    expression = (
        rf"(?<![\p{{L}}-]){nation_expression()}\s(?P<office>(?i:{any_of(OFFICES)}))"
        r"(?=\s\p{Lu}\p{Ll}[\p{L}’-]*\s\p{Lu}\p{Ll})"
    )
    safety = Safety.UNSAFE
    may_change = frozenset({Protected.NAMES})
    cases = (
        Case(
            "They heard ⟦Polish prime minister⟧ Jan Nowak and Finnish President Aino Salo.",
            fixed="They heard Polish Prime Minister Jan Nowak and Finnish President Aino Salo.",
            options={"house": "capital"},
        ),
        Case(
            "They heard ⟦Polish Prime Minister⟧ Jan Nowak and Finnish president Aino Salo.",
            fixed="They heard Polish prime minister Jan Nowak and Finnish president Aino Salo.",
            options={"house": "small"},
        ),
        Case(
            f"{HABIT} Later ⟦Austrian president⟧ Ida Holm came.",
            fixed=f"{HABIT} Later Austrian President Ida Holm came.",
        ),
        Case("Austrian president Ida Holm came, and Polish Foreign Minister Jan Nowak left."),
        Case("The Polish prime minister spoke; so did Polish voters.", options={"house": "capital"}),
    )

    def required_variant(self, topic: str) -> str:
        return self.house

    def variant(self, match: regex.Match[str], block: Block) -> str:
        if block.is_quoted(Range(*match.span())):
            return ""
        return "small" if match["office"].islower() else "capital"

    def rewrite(self, match: regex.Match[str], variant: str, block: Block) -> Change | None:
        office = match["office"].lower()
        return Change(Range(*match.span("office")), in_capitals(office) if variant == "capital" else office)
