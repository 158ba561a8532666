from __future__ import annotations

from dataclasses import dataclass

import regex

from newslint.rules import Block, Case, Change, Finding, PatternRule, Range, Safety


@dataclass(frozen=True, kw_only=True)
class GluedQuote(PatternRule):
    """A curly quotation mark has a letter on both sides: “he called it a “win”for the town”.

    The space beside the mark was lost. The fix adds it on the outer side, with eyes, since marks
    may stand in the middle of a word by right (“news”letter): a single word with letters right
    behind it is let pass.

    Source: artefact PQ10 of the study of machine-translated news.
    Rates per million words: clean-curly 9.5, clean-straight 0, mt-documents 0; of 26 findings read
    on clean-curly 24 were true damage, the others “news”letter, since mended.
    """

    expression = (
        r"(?P<opening>(?<=\p{L}{2}|[,.;:]))“(?=\p{L})"
        r"|(?<=\p{L}{2}[,.!?]?)(?<!“\w{1,30}”?)(?<=\p{L}{2}[,.!?]?)”(?P<closing>)(?=\p{L}{2})"
    )
    safety = Safety.UNSAFE
    cases = (
        Case("He called it⟦“⟧a win” for all.", fixed="He called it “a win” for all."),
        Case("He called it “a win⟦”⟧for all.", fixed="He called it “a win” for all."),
        Case("“It is open,⟦”⟧she said.", fixed="“It is open,” she said."),
        Case("The “news”letter and the “so-called” expert."),
        Case("He said: “Open.” (“Now,” she said.)"),
    )

    @property
    def trace(self) -> str:
        return r"[\p{L},.;:]“\p{L}|[\p{L},.!?]”\p{L}"

    def judge(self, match: regex.Match[str], block: Block) -> Finding | None:
        at = Range(*match.span())
        written = f" {match[0]}" if match["opening"] is not None else f"{match[0]} "
        return Finding(at, "missing space next to the quotation mark", (Change(at, written),))
