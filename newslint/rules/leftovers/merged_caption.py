from __future__ import annotations

import regex

from newslint.rules import Block, BlockKind, Case, Finding, PatternRule, Range


class MergedCaption(PatternRule):
    """A picture credit interrupts a sentence: “shut in May Source: Harbor Office”.

    ## What it does
    Reports a credit label inside a sentence.

    ## Why it matters
    Scrapers run a caption into the prose around it.

    ## Fix safety
    No fix: the text does not show where the caption ends and the story goes on.

    ## References
    Study of machine-translated news, artefact SB07.
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
