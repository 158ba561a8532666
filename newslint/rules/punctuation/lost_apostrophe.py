from __future__ import annotations

import regex

from newslint.rules import Block, Case, Change, Finding, PatternRule, Protected, Range, Safety, Scope

STEMS = "needn|mustn|don|doesn|didn|isn|aren|wasn|weren|couldn|shouldn|wouldn|hasn|haven|hadn"

HE = "I|you|he|she|it|we|they|who|that|there|here|what|You|He|She|It|We|They|Who|That|There|Here|What"
TURNED = (
    rf"|(?<=\b(?i:{STEMS}|can|won|ain))(?P<turned>‘)(?=t\b)|(?<=\b(?:{HE}))(?P<turned>‘)(?=(?:s|re|ve|ll|d|m)\b)"
    r"|(?<=\p{L}{2}\p{Ll})(?P<turned>‘)(?=s\s\p{L})"
)
"""An opening mark inside a word; “Sa‘d” has an Arabic letter."""


class LostApostrophe(PatternRule):
    """A contraction has lost its apostrophe or turned it: “don t”, “don‘t”.

    ## What it does
    Restores the apostrophe, curly or straight as in the rest of the article, and turns an opening
    mark in its place.

    ## Why it matters
    Converters that do not know the curly mark drop it, or take it for the beginning of a quotation.

    ## Fix safety
    Safe: the pieces form no other words.

    ## References
    Study of machine-translated news, artefact PQ22.
    """

    expression = rf"\b(?i:{STEMS}|(?:can|won)(?=\s+t\s\p{{Ll}}{{2}}))(?P<gap>\s+)t\b(?![’'-])" + TURNED
    safety = Safety.SAFE
    may_change = frozenset({Protected.NEGATIONS, Protected.QUOTED})
    scope = Scope.DOCUMENT
    cases = (
        Case("They ⟦don t⟧ know.", fixed="They don't know."),
        Case("It’s old and ⟦doesn t⟧ work.", fixed="It’s old and doesn’t work."),
        Case("I don⟦‘⟧t know if it⟦‘⟧s the mayor⟦‘⟧s hat.", fixed="I don’t know if it’s the mayor’s hat."),
        Case("He said that ‘s is a letter, and met Sa‘d in Hawai‘i."),
        Case("They don’t know T. Don, and don the hats."),
    )

    @property
    def trace(self) -> str:
        return rf"(?i:{STEMS}|can|won)\s+t\b|\p{{L}}‘(?:t|s|re|ve|ll|d|m)\b"

    def judge(self, match: regex.Match[str], block: Block) -> Finding | None:
        if match["turned"]:
            at = Range(*match.span())
            return Finding(at, "opening mark for an apostrophe: use “’”", (Change(at, "’"),))
        mark = "’" if any("’" in text for text in block.document.texts) else "'"
        gap = Range(*match.span("gap"))
        return Finding(Range(*match.span()), f"missing apostrophe: insert “{mark}”", (Change(gap, mark),))
