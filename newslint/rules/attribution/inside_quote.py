from __future__ import annotations

from dataclasses import dataclass

import regex

from newslint.rules import Block, Case, Finding, PatternRule, Range


@dataclass(frozen=True, kw_only=True)
class InsideQuote(PatternRule):
    """The attribution stands inside the quotation marks: “The road is shut, said she.”.

    Engines lose the mark before “said” and close the quotation behind the speaker.

    Source: artefact AT06 of the study of machine-translated news.
    Rates per million words: clean-curly 0, clean-straight 0, mt-documents 0; no found corpus of
    ours holds the damage, so it rests on its cases.
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
