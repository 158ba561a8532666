from __future__ import annotations

from dataclasses import dataclass

import regex

from newslint.rules import Block, Case, Change, Finding, PatternRule, Range, Safety


@dataclass(frozen=True, kw_only=True)
class MissingSpaceAfterComma(PatternRule):
    """No space stands after a comma between two words: “stable,played”.

    Stripped links and tokenizers lose it. The fix adds it. Figures, addresses and single letters
    are let pass.

    Source: artefact PQ14 of the study of machine-translated news.
    Rates per million words: clean-curly 4.9, clean-straight 4.5, mt-documents 1.4; of 14 findings
    read on clean-curly 14 were true and right when repaired.
    """

    expression = (
        r"(?<![\w@/.#=&?%-])(?P<first>\p{L}[\p{L}’'-]*\p{Ll})(?P<comma>,)(?=\p{L}{2}[\p{L}’'-]*(?:[\s."
        r",;:!?”)]|\Z))"
    )
    safety = Safety.SAFE
    cases = (
        Case("The ⟦town,⟧which is old, is dry.", fixed="The town, which is old, is dry."),
        Case("In ⟦Oslo,⟧Norway.", fixed="In Oslo, Norway."),
        Case("It cost 3,500 euros; see a.org/one,two and f(a,b), x,y."),
        Case("The town, which is old, is dry."),
    )

    def judge(self, match: regex.Match[str], block: Block) -> Finding | None:
        comma = Range(*match.span("comma"))
        return Finding(Range(*match.span()), "missing space after the comma", (Change(comma, ", "),))
