from __future__ import annotations

from dataclasses import dataclass

import regex

from newslint.rules import Block, BlockKind, Case, Finding, PatternRule, Range


@dataclass(frozen=True, kw_only=True)
class OrphanFragment(PatternRule):
    """A paragraph begins in lower case: “and the harbor office”.

    ## What it does
    Reports the first word. Off by default, since lists and captions begin in lower case on purpose.

    ## Why it matters
    Pages that break a sentence with a picture or link leave its second half alone.

    ## Fix safety
    No fix: the first half may be elsewhere or lost.

    ## References
    Study of machine-translated news, artefact SB05.
    """

    default = False
    kinds = frozenset({BlockKind.PARAGRAPH})
    expression = r"\A(?P<word>\p{Ll}{2,})(?=\s\p{L}+\s\p{L}+\s\p{L}+)(?=.*[.!?]\s*\Z)"
    cases = (
        Case("The bridge was shut by the mayor.\n\n⟦and⟧ the harbor office of the town was closed too."),
        Case("The bridge was shut.\n\niPhone sales fell."),
        Case("The list:\n\nthree boats"),
    )

    def judge(self, match: regex.Match[str], block: Block) -> Finding | None:
        at = Range(*match.span())
        return Finding(at, f"paragraph begins with “{match['word']}”: does it belong to the one before?")
