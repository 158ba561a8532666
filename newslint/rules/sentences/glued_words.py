from __future__ import annotations

from dataclasses import dataclass

import regex

from newslint.rules import Block, Case, Finding, PatternRule, Range

BRANDS = (
    r"(?:you|what|link|pay|face|tik|black|mac|micro|web|news|fire|ali|ebay|snap|insta|door|over"
    r"|master|quick|young)"
)


@dataclass(frozen=True, kw_only=True)
class GluedWords(PatternRule):
    """A lower-case word runs into a capitalised one: “metBrandt”.

    ## What it does
    Reports the word and shows how it divides.

    ## Why it matters
    The space disappeared with a link that a scraper stripped.

    ## Fix safety
    No fix: brands are written this way (“medRxiv”).

    ## References
    Study of machine-translated news, artefact SB08.
    """

    expression = (
        rf"(?<![\w.@#/’'-])(?!{BRANDS})(?P<first>[a-z]{{3,}})(?P<second>[A-Z][a-z]{{3,}})(?![\w.@/-])"
    )
    cases = (
        Case("The mayor ⟦metBrandt⟧ on Monday."),
        Case("He ⟦criticizedFrance⟧ for it."),
        Case("The youTube star, an iPhone and whatsApp; a file in ~/newsDesk/a, #someTag and @someBody."),
        Case("McDonald met MacArthur in DeKalb."),
    )

    def judge(self, match: regex.Match[str], block: Block) -> Finding | None:
        first, second = match["first"], match["second"]
        reading = f"{first} {second}"
        return Finding(Range(*match.span()), "missing space between two words", suggestions=(reading,))
