from __future__ import annotations

from dataclasses import dataclass

import regex

from newslint.rules import Block, Case, Change, Finding, PatternRule, Range, Safety


@dataclass(frozen=True, kw_only=True)
class GluedQuote(PatternRule):
    """A curly mark touches letters on both sides: “a “win”for the town”.

    ## What it does
    Adds the space on the outer side. A single quoted word with letters right after it (“news”letter)
    passes.

    ## Why it matters
    The space beside the mark was lost with a link or tag.

    ## Fix safety
    Unsafe: a quotation mark may belong in the middle of a word.

    ## References
    Study of machine-translated news, artefact PQ10.
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
