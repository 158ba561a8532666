from __future__ import annotations

import regex

from newslint.rules import Block, Case, Finding, PatternRule, Range


class UntranslatedRank(PatternRule):
    """A rank or degree is left untranslated: “Vrio head of the region”.

    ## What it does
    Reports listed ranks and degrees such as “Dr. hab. Novak”.

    ## Why it matters
    Polish, German and Russian degrees and posts have English names, which news uses.

    ## Fix safety
    No fix: which English title fits has to be decided by an editor.

    ## References
    Study of machine-translated news, artefact TN16.
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
