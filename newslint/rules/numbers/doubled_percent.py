from __future__ import annotations

import regex

from newslint.lexicon.amounts import FIGURE
from newslint.rules import Block, Case, Change, Finding, PatternRule, Range, Safety, Scope, pattern

WORD = r"(?:per\s?cent|percent|pct)"
MARK = rf"(?:%|{WORD}s?\b)"
BEFORE = rf"(?:(?<![\w%])(?:%|{WORD}\s)\s?)"
AFTER = rf"(?:\s?(?:of\s)?{MARK})"


class DoubledPercent(PatternRule):
    """A percentage names percent twice: “63% percent”, “percent 22%”.

    ## What it does
    Keeps the sign, or the word where the article writes it elsewhere. “Percentage points” pass.

    ## Why it matters
    Engines turn one into the other and forget to drop it.

    ## Fix safety
    Safe: both mean the same.

    ## References
    Study of machine-translated news, artefact ND04.
    """

    expression = (
        rf"(?<![\d.,]|\d\s)(?:(?P<before>{BEFORE})(?P<figure>{FIGURE})(?P<after>{AFTER}{{1,2}})"
        rf"|(?P<before>)(?P<figure>{FIGURE})(?P<after>{AFTER}{{2}}|\sof\s{WORD}\b))(?![\w%]|-\p{{L}}|\spoints?)"
    )
    safety = Safety.SAFE
    scope = Scope.DOCUMENT
    cases = (
        Case("Turnout was ⟦63% percent⟧.", fixed="Turnout was 63%."),
        Case("Sales fell ⟦12 % per cent⟧ in May.", fixed="Sales fell 12% in May."),
        Case("Sales fell by ⟦percent 12.5 %⟧ and ⟦% 8%⟧.", fixed="Sales fell by 12.5% and 8%."),
        Case("Sales fell ⟦12 percent per cent⟧ in May.", fixed="Sales fell 12 per cent in May."),
        Case("Sales fell ⟦12% percent⟧ after 4 percent.", fixed="Sales fell 12 percent after 4 percent."),
        Case(
            "It fell ⟦25 of percent⟧ here and ⟦8% percents⟧ there.",
            fixed="It fell 25 percent here and 8% there.",
        ),
        Case("Turnout was 63%, ten percent more than in 2015; rates of 5% percentage points."),
        Case("Of the 63% percentages were not given, %20 and 10% per centimetre; from 4 percent 5% is left."),
    )

    @property
    def trace(self) -> str:
        return (
            rf"%\s?(?:of\s)?(?:{WORD}|%)|\d\sof\s{WORD}|{WORD}\s(?:{WORD}|\d[\d.,]*\s?(?:%|per))|%\s?\d[\d.,]*\s?(?:%"
            rf"|per)|{WORD}\s?%"
        )

    def judge(self, match: regex.Match[str], block: Block) -> Finding | None:
        at = Range(*match.span())
        words = [word[0] for word in pattern(WORD).finditer(match[0])]
        has_sign = "%" in match[0] and not (words and self._prefers_words(at, block))
        written = match["figure"] + ("%" if has_sign else f" {words[-1]}")
        start = match.start("figure")
        if not block.text.startswith(written, start):
            change = Change(Range(start, at.end), written)
        else:
            change = Change(Range(start + len(written), at.end), "")
        changes = tuple(c for c in (Change(Range(at.start, start), ""), change) if c.at.start < c.at.end)
        return Finding(at, "percent given twice", changes)

    @staticmethod
    def _prefers_words(at: Range, block: Block) -> bool:
        """Whether the article's other percentages all have the word."""
        texts = list(block.document.texts)
        texts[block.index] = block.text[: at.start] + block.text[at.end :]
        rest = "\n".join(texts)
        return "%" not in rest and pattern(rf"\d\s{WORD}\b").search(rest) is not None
