from __future__ import annotations

import regex

from newslint.rules import Block, Case, Change, Finding, PatternRule, Range, Safety


class DoubleSpace(PatternRule):
    """Two spaces or a tab are between two words: “the  bridge”.

    ## What it does
    Writes one space inside a sentence. Two spaces after a stop are a style and pass, as do columns of words.
    Off by default, since markup shows any white space as one space.

    ## Why it matters
    A tag was stripped between the words, or a line end became a second space.

    ## Fix safety
    Safe: only white space changes.
    """

    expression = r"(?<=\p{L}[,;]?)(?P<gap>[ \xa0]{2,3}|[ ]?\t[ ]?)(?=\p{L})"
    default = False
    safety = Safety.SAFE
    cases = (
        Case("They shut the⟦  ⟧bridge,⟦  ⟧in May.", fixed="They shut the bridge, in May.", plain=True),
        Case("They shut the⟦\t⟧bridge.", fixed="They shut the bridge.", plain=True),
        Case("They left.  Nobody came.", plain=True),
        Case("wins\tlosses\tdraws\tpoints", plain=True),
    )

    @property
    def trace(self) -> str:
        return r"[\p{L},;][ \xa0][ \xa0]+\p{L}|[\p{L},;] ?\t ?\p{L}"

    def judge(self, match: regex.Match[str], block: Block) -> Finding | None:
        if block.text.count("\t") > 1:
            return None
        gap = Range(*match.span("gap"))
        return Finding(gap, "more than one space: use one", (Change(gap, " "),))
