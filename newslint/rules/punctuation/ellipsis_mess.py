from __future__ import annotations

import regex

from newslint.rules import Block, Case, Finding, PatternRule, Range


class EllipsisMess(PatternRule):
    """An ellipsis has extra dots or marks: “He waited.....”.

    ## What it does
    Reports four dots or more, or a mark right after the ellipsis (“…。”). Three dots after a full stop
    are typography and pass.

    ## Why it matters
    Engines repeat the mark or add one of another script.

    ## Fix safety
    No fix: the sentence may end there or go on.

    ## References
    Study of machine-translated news, artefact PQ20.
    """

    expression = r"(?<=[\p{L}\p{N}”’\")]\s?)(?:\.{5,}|…(?:。|\.{2,}|…)|\.{2,}。)(?!\.)"
    cases = (
        Case("He waited⟦.....⟧ and nobody came."),
        Case("She left⟦…。⟧"),
        Case("He waited... and left. . . . Then . . . nothing…"),
    )

    def judge(self, match: regex.Match[str], block: Block) -> Finding | None:
        at = Range(*match.span())
        return Finding(at, "malformed ellipsis: use “…” or a full stop", suggestions=("…", "."))
