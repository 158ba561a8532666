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
    """A word in small letters runs into one with a capital: “metBrandt”.

    The space went with a link that a scraper stripped. How the words part is shown and nothing
    applied, since brands are written so (“medRxiv”).

    Source: artefact SB08 of the study of machine-translated news.
    Rates per million words: clean-curly 1.0, clean-straight 0, mt-documents 0; of 4 findings read
    on clean-curly 3 were true, the other a brand.
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
