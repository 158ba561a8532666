from __future__ import annotations

import regex

from newslint.rules import Block, Case, Change, Finding, PatternRule, Range, Safety, pattern
from newslint.text.quotations.mentioned_marks import mentioned_marks

PLAIN = {
    "，": ",",
    "、": ",",
    "。": ".",
    "．": ".",
    "：": ":",
    "；": ";",
    "！": "!",
    "？": "?",
    "（": "(",
    "）": ")",
}
LETTER = r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Hangul}]"
AMBIGUOUS = {
    "「": ("“",), "『": ("“",), "」": ("”",), "』": ("”",), "《": ("“",), "》": ("”",),
    "【": ("[",), "】": ("]",), "｜": ("|",), "～": ("–", "~"), "－": ("-", "–"),
}  # fmt: skip


class CjkPunctuation(PatternRule):
    """English text contains a Chinese or Japanese punctuation mark.

    ## What it does
    Writes the English mark with its space. Marks beside Chinese, Japanese or Korean letters belong to a
    quoted original and pass, as do marks that the text talks about (“the brackets 「 and 」”).

    ## Why it matters
    Engines copy marks that they do not know, or leave half of a pair.

    ## Fix safety
    Safe, but not in a paragraph with Chinese, Japanese or Korean words. Brackets and quotation marks of
    other shapes, and marks between figures, have no fix; what they may stand for is shown.
    """

    expression = rf"(?<!{LETTER})[，、。．：；！？（）「」『』《》【】｜～－](?!{LETTER})"
    safety = Safety.SAFE
    cases = (
        Case("The ship⟦，⟧ a ferry, sank⟦。⟧", fixed="The ship, a ferry, sank."),
        Case("The ship sank⟦。⟧Nobody drowned.", fixed="The ship sank. Nobody drowned."),
        Case("The ship⟦（⟧a ferry⟦）⟧ sank.", fixed="The ship (a ferry) sank."),
        Case("The ship sank⟦。⟧ Nobody drowned.", fixed="The ship sank. Nobody drowned."),
        Case("The ship sank,” he said⟦」⟧"),
        Case("It rose by 3⟦．⟧5 points."),
        Case("Japanese has the brackets 「 and 」, the comma 、 and the 。."),
        Case("They chanted 加油！ and left, it read 北京（中国）."),
    )

    def judge(self, match: regex.Match[str], block: Block) -> Finding | None:
        at, mark = Range(*match.span()), match[0]
        if at.start in mentioned_marks(block.text):
            return None
        before, after = block.text[max(at.start - 1, 0) : at.start], block.text[at.end : at.end + 1]
        if mark not in PLAIN or (before.isdigit() and after.isdigit()):
            readings = AMBIGUOUS.get(mark) or (PLAIN[mark],)
            return Finding(at, f"“{mark}” is not English punctuation", suggestions=readings)
        plain = PLAIN[mark]
        if plain == "(":
            spaced = f" {plain}" if before.isalnum() else plain
        else:
            spaced = f"{plain} " if after.isalnum() else plain
        safety = Safety.UNSAFE if pattern(LETTER).search(block.text) else None
        return Finding(
            at, f"“{mark}” is not English punctuation: use “{plain}”", (Change(at, spaced),), safety=safety
        )
