from __future__ import annotations

import regex

from newslint.rules import Block, Case, Change, Finding, PatternRule, Protected, Range


class CanNot(PatternRule):
    """“Cannot” is written as two words: “they can not pay”.

    ## What it does
    Joins the two. “Can not only … but” passes.

    ## Why it matters
    Engines build the negation word by word.

    ## Fix safety
    Unsafe: “not” may belong to the words after it.
    """

    may_change = frozenset({Protected.NEGATIONS})
    expression = r"(?<!\w)(?P<can>[Cc]an)\snot\b(?!\s(?:only|just|merely|simply|so\smuch|but)\b)"
    cases = (
        Case("They ⟦can not⟧ pay.", fixed="They cannot pay."),
        Case("They can not only pay but lend, and cannot sleep."),
    )

    def judge(self, match: regex.Match[str], block: Block) -> Finding | None:
        right = f"{match['can']}not"
        return Finding(Range(*match.span()), f"use “{right}”", (Change(Range(*match.span()), right),))
