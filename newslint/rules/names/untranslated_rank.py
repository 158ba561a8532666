from __future__ import annotations

from dataclasses import dataclass

import regex

from newslint.rules import Block, Case, Finding, PatternRule, Range


@dataclass(frozen=True, kw_only=True)
class UntranslatedRank(PatternRule):
    """A rank or degree was left as its language writes it: “Vrio head of the region”, “Dr. hab. Novak”.

    Polish, German and Russian degrees and posts have English names, which is what news writes;
    which one fits, a person decides.

    Source: artefact TN16 of the study of machine-translated news.
    Rates per million words: clean-curly 0, clean-straight 0, mt-documents 0; no found corpus of
    ours holds the damage, so it rests on its cases.
    """

    expression = (
        r"\b(?:[Vv]rio\s(?=\p{L})|Dr\.?\s(?:hab|med|phil|jur)\.|Dipl\.-Ing\.|[Kk]and\.\s\p{Ll}{2,}\."
        r"|mgr(?:\sinż\.)?(?=\s\p{Lu})|prof\.\szw\.|podpolkovnik|Generalleutnant|Oberbürgermeister"
        r"|polkovnik)"
    )
    cases = (
        Case("They met ⟦Vrio ⟧head of the region Anna Novak."),
        Case("A talk by ⟦Dr. hab.⟧ Ewa Novak opened the day."),
        Case("Dr. Ewa Novak spoke."),
    )

    def judge(self, match: regex.Match[str], block: Block) -> Finding | None:
        at = Range(*match.span())
        return Finding(at, f"untranslated title, “{match[0].strip()}”: translate it")
