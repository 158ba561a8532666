from __future__ import annotations

import regex

from newslint.rules import Block, Case, Change, Finding, PatternRule, Protected, Range, Safety, Scope

STEMS = "needn|mustn|don|doesn|didn|isn|aren|wasn|weren|couldn|shouldn|wouldn|hasn|haven|hadn"


class LostApostrophe(PatternRule):
    """A contracted “not” has lost its apostrophe: “don t”.

    ## What it does
    Restores the apostrophe, curly or straight as in the rest of the article.

    ## Why it matters
    Converters that do not know the curly mark drop it.

    ## Fix safety
    Safe: the pieces form no other words.

    ## References
    Study of machine-translated news, artefact PQ22.
    """

    expression = rf"\b(?i:{STEMS}|(?:can|won)(?=\s+t\s\p{{Ll}}{{2}}))(?P<gap>\s+)t\b(?![’'-])"
    safety = Safety.SAFE
    may_change = frozenset({Protected.NEGATIONS})
    scope = Scope.DOCUMENT
    cases = (
        Case("They ⟦don t⟧ know.", fixed="They don't know."),
        Case("It’s old and ⟦doesn t⟧ work.", fixed="It’s old and doesn’t work."),
        Case("They don’t know T. Don, and don the hats."),
    )

    def judge(self, match: regex.Match[str], block: Block) -> Finding | None:
        mark = "’" if any("’" in text for text in block.document.texts) else "'"
        gap = Range(*match.span("gap"))
        return Finding(Range(*match.span()), f"missing apostrophe: insert “{mark}”", (Change(gap, mark),))
