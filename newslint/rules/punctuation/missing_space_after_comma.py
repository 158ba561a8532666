from __future__ import annotations

from dataclasses import dataclass

import regex

from newslint.rules import Block, Case, Change, Finding, PatternRule, Range, Safety


@dataclass(frozen=True, kw_only=True)
class MissingSpaceAfterComma(PatternRule):
    """A comma between two words lacks its space: “stable,played”.

    ## What it does
    Adds the space. Figures, addresses and single letters pass.

    ## Why it matters
    Stripped links and tokenizers lose it.

    ## Fix safety
    Safe: only a space is added.

    ## References
    Study of machine-translated news, artefact PQ14.
    """

    expression = (
        r"(?<![\w@/.#=&?%-])(?P<first>\p{L}[\p{L}’'-]*\p{Ll})(?P<comma>,)(?=\p{L}{2}[\p{L}’'-]*(?:[\s."
        r",;:!?”)]|\Z))"
    )
    safety = Safety.SAFE
    cases = (
        Case("The ⟦town,⟧which is old, is dry.", fixed="The town, which is old, is dry."),
        Case("It rained in ⟦Oslo,⟧Norway.", fixed="It rained in Oslo, Norway."),
        Case("It cost 3,500 euros; see a.org/one,two and f(a,b), x,y."),
        Case("The town, which is old, is dry."),
    )

    def judge(self, match: regex.Match[str], block: Block) -> Finding | None:
        comma = Range(*match.span("comma"))
        return Finding(Range(*match.span()), "missing space after the comma", (Change(comma, ", "),))
