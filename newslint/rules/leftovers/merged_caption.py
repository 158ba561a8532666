from __future__ import annotations

from dataclasses import dataclass

import regex

from newslint.rules import Block, BlockKind, Case, Finding, PatternRule, Range


@dataclass(frozen=True, kw_only=True)
class MergedCaption(PatternRule):
    """The credit of a picture stands in the middle of a sentence: “shut in May Source: Harbor Office”.

    Scrapers run a caption into the prose around it. What is caption and what is story the text does
    not tell.

    Source: artefact SB07 of the study of machine-translated news.
    Rates per million words: clean-curly 0.5, clean-straight 0, mt-documents 30.2; of 10 findings
    read 10 were captions run into the prose, two of them of charts.
    """

    kinds = frozenset({BlockKind.PARAGRAPH})
    expression = (
        r"(?<=\p{Ll}\s|\d\s)(?:(?:Photo|Picture|Image|Credit|Photograph)(?:\sby|\scredit|:)"
        r"|(?:File photo|Source|Photo):)(?=\s\p{Lu})(?=[^.!?]{0,60}\s\p{Ll}+\s\p{Ll}+)"
    )
    cases = (
        Case("The mayor opened the harbor ⟦Source:⟧ Harbor Office and the town council came later."),
        Case("Photo: The harbor."),
        Case("The ship left. Source: the harbor office."),
    )

    def judge(self, match: regex.Match[str], block: Block) -> Finding | None:
        at = Range(*match.span())
        return Finding(at, "picture credit inside the prose: take the caption out")
