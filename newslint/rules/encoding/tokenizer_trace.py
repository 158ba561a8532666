from __future__ import annotations

from dataclasses import dataclass

import regex

from newslint.rules import Block, Case, Change, Finding, PatternRule, Range, Safety

HYPHEN = r"(?P<hyphen>\s?@-@\s?)"
STEMS = r"(?:do|does|did|is|are|was|were|has|have|had|ca|wo|wouldn?|could|should|must|need|ai)"


@dataclass(frozen=True, kw_only=True)
class TokenizerTrace(PatternRule):
    """Words are split as a tokenizer left them: “do n’t”.

    ## What it does
    Joins the pieces of contractions (“do n’t”) and compounds (“state @-@ owned”).

    ## Why it matters
    Corpora and old engines cut text into tokens, and the pieces were never rejoined.

    ## Fix safety
    Safe: only the tokenizer's spaces and marks go.

    ## References
    Study of machine-translated news, artefact EN08.
    """

    expression = (
        rf"{HYPHEN}|\b(?i:{STEMS})(?P<gap>\s)n[’']t\b"
        r"|(?<=\p{L}{2})(?P<gap>\s)[’'](?:re|ve|ll)\b(?!\s?[’'])"
    )
    safety = Safety.SAFE
    cases = (
        Case("The state⟦ @-@ ⟧owned firm sank.", fixed="The state-owned firm sank."),
        Case("They ⟦do n’t⟧ know.", fixed="They don’t know."),
        Case("They⟦ ’ve⟧ left, and we⟦ 'll⟧ see.", fixed="They’ve left, and we'll see."),
        Case("They don’t know, and the ’90s are over."),
        Case("The n’t of old and a user @anna-oak."),
    )

    def judge(self, match: regex.Match[str], block: Block) -> Finding | None:
        at = Range(*match.span())
        if match["hyphen"]:
            return Finding(at, "a hyphen as a tokenizer writes it: join the words", (Change(at, "-"),))
        gap = Range(*match.span("gap"))
        return Finding(at, "a word that a tokenizer cut: join it", (Change(gap, ""),))
