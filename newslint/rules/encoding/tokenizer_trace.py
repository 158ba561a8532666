from __future__ import annotations

import regex

from newslint.rules import Block, Case, Change, Finding, PatternRule, Protected, Range, Safety

HYPHEN = r"(?P<hyphen>\s?@-@\s?)"
STEMS = r"(?:do|does|did|is|are|was|were|has|have|had|ca|wo|wouldn?|could|should|must|need|ai)"
PRONOUNS = r"I|you|he|she|it|we|they|who|that|there|what|where|how|here|let|one"
BARE = r"a|an|the|in|of|to|at|on|by|for|from|with|and|or|van|den|der|het|is|was|are|were|as"
"""Words that take no “’s”."""
CLITICS = (
    r"(?<=\p{L}{2})(?P<gap>\s)[’'](?:re|ve|ll)",
    r"(?<=\bI)(?P<gap>\s)[’'](?:m|ve|d|ll)",
    rf"(?<=\b(?i:{PRONOUNS}))(?P<gap>\s)[’']d",
    rf"(?<=\p{{L}}\.?)(?<!(?<![\p{{L}}-])(?i:{BARE}))(?P<gap>\s)[’']s(?=[\s.,;:!?)”\"]|\Z)",
)
BRACKETS = {"-LRB-": "(", "-RRB-": ")", "-LSB-": "[", "-RSB-": "]", "-LCB-": "{", "-RCB-": "}"}
"""Brackets in the notation of the Penn Treebank."""


class TokenizerTrace(PatternRule):
    """Words are split as a tokenizer left them: “do n’t”, “mayor ’s”.

    ## What it does
    Joins the pieces of contractions (“do n’t”), possessives (“the mayor ’s plan”) and compounds
    (“state @-@ owned”), and restores the brackets that the Penn Treebank spells out (“-LRB-”).

    ## Why it matters
    Corpora and old engines cut text into tokens, and the pieces were never rejoined.

    ## Fix safety
    Safe: only the tokenizer's spaces and marks go.

    ## References
    Study of machine-translated news, artefact EN08; Penn Treebank tokens.
    """

    expression = (
        rf"{HYPHEN}|\b(?i:{STEMS})(?P<gap>\s)n[’']t\b"
        rf"|(?:{'|'.join(CLITICS)})\b(?!\s?[’']|-)"
        r"|(?P<opening>-L[RSC]B-)\s?|\s?(?P<closing>-R[RSC]B-)"
    )
    safety = Safety.SAFE
    may_change = frozenset({Protected.NAMES})
    cases = (
        Case("The state⟦ @-@ ⟧owned firm sank.", fixed="The state-owned firm sank."),
        Case("They ⟦do n’t⟧ know.", fixed="They don’t know."),
        Case("They⟦ ’ve⟧ left, and we⟦ 'll⟧ see.", fixed="They’ve left, and we'll see."),
        Case(
            "She⟦ 's⟧ here, I⟦ 've⟧ gone, I⟦ 'm⟧ late, he⟦ 'd⟧ go.",
            fixed="She's here, I've gone, I'm late, he'd go.",
        ),
        Case("The mayor⟦ ’s⟧ plan is Anna⟦ ’s⟧.", fixed="The mayor’s plan is Anna’s."),
        Case("The port ⟦-LRB- ⟧Harbor⟦ -RRB-⟧ is shut.", fixed="The port (Harbor) is shut."),
        Case("They don’t know, and the ’90s are over."),
        Case(
            "They met in 's-Hertogenbosch, at 's Lands End, and read the 's' and the ’d’ aloud.", plain=True
        ),
        Case("He wrote 'salt' on it, the crew 'slept', and Orpo 'd’Arc' Holm laughed."),
        Case("The n’t of old and a user @anna-oak."),
    )

    def judge(self, match: regex.Match[str], block: Block) -> Finding | None:
        at = Range(*match.span())
        if match["hyphen"]:
            return Finding(at, "hyphen written by a tokenizer: join the words", (Change(at, "-"),))
        if bracket := match["opening"] or match["closing"]:
            return Finding(
                at,
                f"bracket written by a tokenizer, “{bracket}”: use “{BRACKETS[bracket]}”",
                (Change(at, BRACKETS[bracket]),),
            )
        gap = Range(*match.span("gap"))
        return Finding(at, "word split by a tokenizer: join it", (Change(gap, ""),))
