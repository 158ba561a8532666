from __future__ import annotations

from dataclasses import dataclass

import regex

from newslint.rules import Block, BlockKind, Case, Change, Protected, Range, Safety
from newslint.rules.families.consistency import ConsistencyRule

NAMES = (
    r"(?:Airways|Weekly|Magazine|Foods|Bank|Bancorp|Steel|Concrete|Xpress|Athletic|Independence|Athletics)\b"
)
"""What follows where the initials are part of a name, which its bearer writes as it likes."""
HABIT_OF_THE_US = "U.S. troops, U.S. ships and U.S. jets came."


@dataclass(frozen=True, kw_only=True)
class InitialsStyle(ConsistencyRule):
    """A country's initials depart from house style: “U.S.” for “US”.

    ## What it does
    Flags initials with stops where the house, or the rest of the article, writes none, and the reverse.
    Headlines, where every house drops the stops, and names such as “US Airways” pass.

    ## Why it matters
    “US” beside “U.S.” looks like text from two desks.

    ## Fix safety
    Safe, except before a capital: there a stop that may also end the sentence (“the U.S. Senate”) makes
    the fix unsafe. A stop that certainly ends the sentence is kept.

    ## Options
    `dotted` and `plain`: two-letter initials (“US”, “UN”, “UK”, “EU”) to write with or without stops.
    For initials in neither, the article's own habit decides.

    ## References
    Study of machine-translated news, artefact UC01.
    """

    dotted: frozenset[str] = frozenset()
    plain: frozenset[str] = frozenset()

    kinds = frozenset({BlockKind.PARAGRAPH, BlockKind.CAPTION})
    expression = (
        r"(?<![\p{L}\p{N}.$€£’'/-])(?P<initials>U\.[SKN]\.|E\.U\.|U[SKN]|EU)"
        rf"(?![\p{{L}}\p{{N}}$€£/:]|\.\p{{Lu}}\.|\s{NAMES}|-\d)"
    )
    safety = Safety.SAFE
    may_change = frozenset({Protected.NAMES})
    cases = (
        Case(
            "Two ⟦US⟧ ships left for a ⟦UN⟧ port in the EU. It is in the ⟦US⟧.",
            fixed="Two U.S. ships left for a U.N. port in the EU. It is in the U.S.",
            options={"dotted": ["US", "UN"], "plain": ["EU"]},
        ),
        Case(
            "They came from the ⟦U.S.⟧ It rained.",
            fixed="They came from the US. It rained.",
            options={"plain": ["US", "UK"]},
            safety=Safety.UNSAFE,
        ),
        Case(
            "Two ⟦U.S.⟧ ships left for the ⟦U.K.⟧ on Friday.",
            fixed="Two US ships left for the UK on Friday.",
            options={"plain": ["US", "UK"]},
        ),
        Case("“They left the ⟦U.S.⟧,” he said.", options={"plain": ["US"]}),
        Case(f"{HABIT_OF_THE_US} A ⟦US⟧ general left.", fixed=f"{HABIT_OF_THE_US} A U.S. general left."),
        Case("A U.S. general met a US senator."),
        Case(
            "US Airways paid US$5 for a US-12; JOIN US NOW; he writes for US Weekly.",
            options={"dotted": ["US"]},
        ),
        Case("The U.S.A. and the E.U.A. signed.", options={"plain": ["US", "EU"]}),
    )

    def demanded(self, thing: str) -> str:
        return "dotted" if thing in self.dotted else "plain" if thing in self.plain else ""

    def thing(self, match: regex.Match[str]) -> str:
        return match["initials"].replace(".", "")

    def form(self, match: regex.Match[str], block: Block) -> str:
        around = block.text[max(match.start() - 12, 0) : match.start()], block.text[match.end() :][:12]
        shouted = regex.search(r"\b\p{Lu}{2,}\s$", around[0]) or regex.match(r"\s\p{Lu}{2,}\b", around[1])
        if shouted:
            return ""
        return "dotted" if "." in match[0] else "plain"

    def rewritten(self, match: regex.Match[str], form: str, block: Block) -> Change | None:
        letters = self.thing(match)
        if form == "plain":
            return Change(Range(*match.span()), letters + ("." if _ends_sentence(match, block) else ""))
        end = match.end() + block.text.startswith(".", match.end())
        return Change(Range(match.start(), end), ".".join(letters) + ".")

    def trust(self, match: regex.Match[str], form: str, block: Block) -> Safety | None:
        names_or_begins = regex.match(r"\s\p{Lu}", block.text[match.end() :])
        return Safety.UNSAFE if form == "plain" and names_or_begins else None


def _ends_sentence(match: regex.Match[str], block: Block) -> bool:
    """Whether the stop after the last letter ends the sentence as well."""
    rest = block.text[match.end() :]
    if not rest.strip() or rest[0] in '”"’':
        return True
    return rest[0] == " " and block.sentence_at(match.start()).end == match.end()
