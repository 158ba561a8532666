from __future__ import annotations

import regex

from newslint.rules import Block, BlockKind, Case, Change, Protected, Range, Safety
from newslint.rules.families.consistency import ConsistencyRule

NAME_WORDS = (
    r"(?:Airways|Weekly|Magazine|Foods|Bank|Bancorp|Steel|Concrete|Xpress|Athletic|Independence|Athletics)\b"
)
"""Words that make the initials before them part of a name, which keeps its own style."""
DOTTED_HABIT = "U.S. troops, U.S. ships and U.S. jets came."


class InitialsStyle(ConsistencyRule):
    """A country's initials depart from house style: “U.S.” for “US”.

    ## What it does
    Flags initials with stops where the house, or the rest of the article, writes none, and vice versa.
    Headlines, where every house drops the stops, and names such as “US Airways” pass.

    ## Why it matters
    “US” beside “U.S.” looks like text from two desks.

    ## Fix safety
    Safe, except before a capital: there a stop that may also end the sentence (“the U.S. Senate”) makes
    the fix unsafe. A stop that certainly ends the sentence is kept.

    ## Options
    `dotted`: two-letter initials (“US”, “UN”, “UK”, “EU”) to write with stops.
    `plain`: those to write without stops. For initials in neither, the article's own habit decides.

    ## References
    Study of machine-translated news, artefact UC01.
    """

    dotted: frozenset[str] = frozenset()
    plain: frozenset[str] = frozenset()

    kinds = frozenset({BlockKind.PARAGRAPH, BlockKind.CAPTION})
    expression = (
        r"(?<![\p{L}\p{N}.$€£’'/-])(?P<initials>U\.[SKN]\.|E\.U\.|U[SKN]|EU)"
        rf"(?![\p{{L}}\p{{N}}$€£/:]|\.\p{{Lu}}\.|\s{NAME_WORDS}|-\d)"
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
        Case(f"{DOTTED_HABIT} A ⟦US⟧ general left.", fixed=f"{DOTTED_HABIT} A U.S. general left."),
        Case("A U.S. general met a US senator."),
        Case(
            "US Airways paid US$5 for a US-12; JOIN US NOW; he writes for US Weekly.",
            options={"dotted": ["US"]},
        ),
        Case("The U.S.A. and the E.U.A. signed.", options={"plain": ["US", "EU"]}),
    )

    def required_variant(self, topic: str) -> str:
        return "dotted" if topic in self.dotted else "plain" if topic in self.plain else ""

    def topic(self, match: regex.Match[str]) -> str:
        return match["initials"].replace(".", "")

    def variant(self, match: regex.Match[str], block: Block) -> str:
        before = block.text[max(match.start() - 12, 0) : match.start()]
        after = block.text[match.end() : match.end() + 12]
        if regex.search(r"\b\p{Lu}{2,}\s$", before) or regex.match(r"\s\p{Lu}{2,}\b", after):
            return ""  # words in capitals: “JOIN US NOW”
        return "dotted" if "." in match[0] else "plain"

    def rewrite(self, match: regex.Match[str], variant: str, block: Block) -> Change | None:
        letters = self.topic(match)
        if variant == "plain":
            return Change(Range(*match.span()), letters + ("." if _ends_sentence(match, block) else ""))
        end = match.end() + block.text.startswith(".", match.end())
        return Change(Range(match.start(), end), ".".join(letters) + ".")

    def safety_of(self, match: regex.Match[str], variant: str, block: Block) -> Safety | None:
        before_capital = regex.match(r"\s\p{Lu}", block.text[match.end() :])
        return Safety.UNSAFE if variant == "plain" and before_capital else None


def _ends_sentence(match: regex.Match[str], block: Block) -> bool:
    """Whether the stop after the initials also ends the sentence."""
    rest = block.text[match.end() :]
    if not rest.strip() or rest[0] in '”"’':
        return True
    return rest[0] == " " and block.sentence_at(match.start()).end == match.end()
