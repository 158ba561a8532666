from __future__ import annotations

import regex

from newslint.lexicon.classes import column, words_of
from newslint.rules import Block, Case, Change, Finding, PatternRule, Range, Safety, any_of

FOLLOWS = (
    r"(?=[.,;:!?](?!\w)|[’']s\s|\s(?:has|have|had|is|was|will|would|can|could|must|may|should|says|said"
    r"|and\s(?:the|in|from|to|with|by)|in|on|to"
    r"|rose|fell|grew|doubled|tripled|halved|increased|declined|dropped|jumped|soared|rises|falls|grows"
    r"|for|after|before|since|against|but|because|where|which|joins?|when|while|until|during|by|from|at"
    r"|\p{Ll}+(?<!bas|relat|link|back|l|sponsor|own|affiliat|support|fund|occupi|born|inspir)ed\s(?:the|an?|his|her|its|their|that|it|him|them|on|in|to|for|with|by|at))\b)"
)


class ArticleBeforeCountry(PatternRule):
    """A country that takes no article has one: “the Japan”.

    ## What it does
    Drops the article. A following noun (“the Iraq war”), “of”, and a clause that singles out one aspect
    of a country (“the France that he knew”) pass, as does “the Ukraine” in quoted speech.

    ## Why it matters
    French, German and Arabic give countries an article, and engines carry it over.

    ## Fix safety
    Unsafe: the article may belong to a noun further on.

    ## References
    Study of machine-translated news, artefact AG02.
    """

    expression = (
        rf"(?P<the>\b[Tt]he\s)(?P<country>{any_of(column('nations', 0) - words_of('with_article'))}){FOLLOWS}"
    )
    safety = Safety.UNSAFE
    cases = (
        Case("Trade with ⟦the Japan⟧ has grown.", fixed="Trade with Japan has grown."),
        Case("⟦The Germany⟧ said it would pay.", fixed="Germany said it would pay."),
        Case("A hiker from ⟦the Canada⟧ filmed the bear.", fixed="A hiker from Canada filmed the bear."),
        Case("Exports to ⟦the Germany⟧ doubled.", fixed="Exports to Germany doubled."),
        Case("He flew to ⟦the Ukraine⟧, then home.", fixed="He flew to Ukraine, then home."),
        Case("The Iraq war and the Turkey desk; the France that he knew, the Russia of the tsars."),
        Case("The Iran nuclear deal and the Israel lobby were named."),
        Case("The Hague, the Netherlands and the Philippines signed."),
        Case("The Lebanon-born envoy and the Greece, Italy and Spain desks."),
    )

    def judge(self, match: regex.Match[str], block: Block) -> Finding | None:
        if regex.match(r",\s\p{Lu}\p{L}+(?:,|\sand|\sor)", block.text[match.end() : match.end() + 40]):
            return None
        the, country = Range(*match.span("the")), match["country"]
        return Finding(Range(*match.span()), f"“{country}” takes no article", (Change(the, ""),))
