from __future__ import annotations

import regex

from newslint.lexicon.classes import words_of
from newslint.lexicon.english_words import is_word
from newslint.rules import Block, Case, Change, Finding, PatternRule, Protected, Range, Safety

BRANDS = (
    r"(?:you|what|link|pay|face|tik|black|mac|micro|web|news|fire|ali|ebay|snap|insta|door|over"
    r"|master|quick|young|des|com|med|di|de|da)"
)


class GluedWords(PatternRule):
    """A lower-case word runs into a capitalised one: “metBrandt”, “toParis”.

    ## What it does
    Divides a preposition or “said” from a name. Reports other words and shows how they divide. Brands and
    names whose first part is no word (“diCaprio”) pass.

    ## Why it matters
    The space disappeared with a link that a scraper stripped.

    ## Fix safety
    Safe after a preposition. Otherwise no fix: brands are written this way.

    ## References
    Study of machine-translated news, artefact SB08.
    """

    expression = (
        rf"(?<![\w.@#/’'-])(?!{BRANDS})(?P<first>[a-z]{{2,}})(?P<second>[A-Z][a-z]{{3,}})(?![\w.@/-])"
    )
    safety = Safety.SAFE
    may_change = frozenset({Protected.NAMES})
    cases = (
        Case("The mayor ⟦metBrandt⟧ on Monday."),
        Case("He ⟦criticizedFrance⟧ for it."),
        Case("He flew ⟦toParis⟧ on Monday.", fixed="He flew to Paris on Monday."),
        Case("The youTube star, an iPhone and whatsApp; a file in ~/newsDesk/a, #someTag and @someBody."),
        Case("McDonald met MacArthur in DeKalb; diCaprio stayed."),
    )

    def judge(self, match: regex.Match[str], block: Block) -> Finding | None:
        first, second = match["first"], match["second"]
        if first in words_of("before_names"):
            gap = Change(Range(match.end("first"), match.end("first")), " ")
            return Finding(Range(*match.span()), f"missing space: “{first} {second}”", (gap,))
        if not is_word(first):
            return None
        reading = f"{first} {second}"
        return Finding(Range(*match.span()), "missing space between two words", suggestions=(reading,))
