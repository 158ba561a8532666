from __future__ import annotations

from dataclasses import dataclass

import regex

from newslint.rules import Block, Case, Finding, PatternRule, Range


@dataclass(frozen=True, kw_only=True)
class RepeatedDateline(PatternRule):
    """The dateline of an agency stands in the story untouched: “Xinhua, Beijing, July 26 (Reporter Li Wei)”.

    Chinese agencies open a story with agency, place, day and reporter, and engines translate the
    line.

    Source: artefact BP13 of the study of machine-translated news.
    Rates per million words: clean-curly 0, clean-straight 0, mt-documents 0; no found corpus of
    ours holds the damage, so it rests on its cases.
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
