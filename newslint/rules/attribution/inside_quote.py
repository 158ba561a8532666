from __future__ import annotations

from dataclasses import dataclass

import regex

from newslint.rules import Block, Case, Finding, PatternRule, Range


@dataclass(frozen=True, kw_only=True)
class InsideQuote(PatternRule):
    """An attribution is inside its quotation marks.

    ## What it does
    Flags a quotation whose last clause is the attribution: “The road is shut, said she.”

    ## Why it matters
    Engines lose the mark before “said” and close the quotation after the speaker, so the speaker seems
    to quote themselves.

    ## Fix safety
    No fix: the marks have to be placed by somebody who knows where the speech ends.

    ## References
    Study of machine-translated news, artefact AT06.
    """

    expression = (
        r"“(?P<said>[^“”\n]{10,200}), (?:said|added|noted|explained"
        r"|says)\s(?P<who>(?:the\s)?\p{L}+(?:\s\p{Lu}\p{L}+)?)[.,]?”"
    )
    cases = (
        Case("⟦“The road is shut for a week, said the mayor.”⟧"),
        Case("“The road is shut,” said the mayor. “It is,” she said."),
    )

    def judge(self, match: regex.Match[str], block: Block) -> Finding | None:
        at = Range(*match.span())
        return Finding(
            at, f"attribution inside the quotation: close the quotation before “said {match['who']}”?"
        )
