from __future__ import annotations

import regex

from newslint.rules import Block, Case, Finding, PatternRule, Range


class RepeatedDateline(PatternRule):
    """A foreign agency's dateline is left in the story.

    ## What it does
    Reports datelines such as “Xinhua, Beijing, July 26 (Reporter Li Wei)”.

    ## Why it matters
    Chinese agencies open a story with agency, place, day and reporter, and engines translate the line.

    ## Fix safety
    No fix: how a dateline is written is for the house to decide.

    ## References
    Study of machine-translated news, artefact BP13.
    """

    expression = (
        r"\b(?:Xinhua(?: News Agency)?|China News (?:Service|Agency)|People[’']s Daily|CCTV News|Kyodo"
        r"|Yonhap|TASS)(?: Client)?,?\s(?:\p{Lu}\p{Ll}+,?\s){1,3}(?:January|February|March|April|May"
        r"|June|July|August|September|October|November|December"
        r"|\d{1,2})\s?\d{0,2},?\s[(（](?:[Rr]eporters?|[Ii]ntern)[^)）\n]{1,60}[)）]"
    )
    cases = (
        Case("⟦Xinhua News Agency, Beijing, July 26 (Reporter Li Wei)⟧ The harbor opened."),
        Case("BEIJING, July 26 (Xinhua) -- The harbor opened."),
    )

    def judge(self, match: regex.Match[str], block: Block) -> Finding | None:
        at = Range(*match.span())
        return Finding(at, "agency dateline: change it to house style or delete it")
