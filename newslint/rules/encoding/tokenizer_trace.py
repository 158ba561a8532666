from __future__ import annotations

from dataclasses import dataclass

import regex

from newslint.rules import Block, Case, Change, Finding, PatternRule, Range, Safety

HYPHEN = r"(?P<hyphen>\s?@-@\s?)"
STEMS = r"(?:do|does|did|is|are|was|were|has|have|had|ca|wo|wouldn?|could|should|must|need|ai)"


@dataclass(frozen=True, kw_only=True)
class TokenizerTrace(PatternRule):
    """Words stand apart as a tokenizer left them: “do n’t”, “state @-@ owned”.

    Corpora and old engines cut text into tokens, and the pieces were never joined. The fix joins them.

    Source: artefact EN08 of the study of machine-translated news.
    Rates per million words: clean-curly 0, clean-straight 0, mt-documents 0; no found corpus of
    ours holds the damage, so it rests on its cases.
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
            return Finding(at, "hyphen written by a tokenizer: join the words", (Change(at, "-"),))
        gap = Range(*match.span("gap"))
        return Finding(at, "word split by a tokenizer: join it", (Change(gap, ""),))
