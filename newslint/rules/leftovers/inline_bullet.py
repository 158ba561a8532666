from __future__ import annotations

import regex

from newslint.rules import Block, Case, Finding, PatternRule, Range


class InlineBullet(PatternRule):
    """A paragraph contains the bullet of a list: “rained. * The mayor”.

    ## What it does
    Reports the bullet between two sentences.

    ## Why it matters
    A list was run into one paragraph when the page was scraped.

    ## Fix safety
    No fix: a line break belongs there.
    """

    expression = r"(?<=[\p{Ll}\p{N})][.!?][”’\"']?)\s(?P<bullet>[*•▪◦·])\s(?=\p{Lu}[\p{L}’'-]*\s)"
    cases = (
        Case("It rained in Wick.⟦ * ⟧The mayor left.⟦ • ⟧Nobody came."),
        Case("It rained * a lot * in Wick. 2 * 3 is six."),
    )

    def judge(self, match: regex.Match[str], block: Block) -> Finding | None:
        return Finding(
            Range(*match.span()), f"“{match['bullet']}” of a list inside a paragraph: begin a new line"
        )
