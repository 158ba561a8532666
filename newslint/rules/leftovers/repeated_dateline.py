from __future__ import annotations

import regex

from newslint.rules import Block, Case, Change, Finding, PatternRule, Protected, Range, Safety

PLACE = r"(?<!\p{L})\p{Lu}{3}[\p{L}\p{N}().,’' -]{0,50}?\s?(?:—|–|--?)\s"


class RepeatedDateline(PatternRule):
    """A dateline is repeated, or a foreign agency's is left over.

    ## What it does
    Reports datelines such as “Xinhua, Beijing, July 26 (Reporter Li Wei)”, and drops the second copy of one
    that is given twice (“OSLO, Norway — OSLO, Norway —”).

    ## Why it matters
    Chinese agencies open a story with agency, place, day and reporter, and engines translate the line.

    ## Fix safety
    Safe for the copy. No fix otherwise: how a dateline is written is for the house to decide.

    ## References
    Study of machine-translated news, artefact BP13.
    """

    safety = Safety.SAFE
    may_change = frozenset(Protected)
    expression = (
        r"\b(?:Xinhua(?: News Agency)?|China News (?:Service|Agency)|People[’']s Daily|CCTV News|Kyodo"
        r"|Yonhap|TASS)(?: Client)?,?\s(?:\p{Lu}\p{Ll}+,?\s){1,3}(?:January|February|March|April|May"
        r"|June|July|August|September|October|November|December"
        r"|\d{1,2})\s?\d{0,2},?\s[(（](?:[Rr]eporters?|[Ii]ntern)[^)）\n]{1,60}[)）]"
        rf"|\A(?P<line>{PLACE})(?P<again>(?P=line))"
    )
    cases = (
        Case("⟦Xinhua News Agency, Beijing, July 26 (Reporter Li Wei)⟧ The harbor opened."),
        Case("⟦OSLO, Norway — OSLO, Norway — ⟧The harbor opened.", fixed="OSLO, Norway — The harbor opened."),
        Case("BEIJING, July 26 (Xinhua) -- The harbor opened."),
    )

    def judge(self, match: regex.Match[str], block: Block) -> Finding | None:
        at = Range(*match.span())
        if match["again"]:
            change = Change(Range(*match.span("again")), "")
            return Finding(at, "dateline given twice: delete one", (change,))
        return Finding(at, "agency dateline: change it to house style or delete it")
