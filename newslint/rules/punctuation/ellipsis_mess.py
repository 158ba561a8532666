from __future__ import annotations

from dataclasses import dataclass

import regex

from newslint.rules import Block, Case, Finding, PatternRule, Range


@dataclass(frozen=True, kw_only=True)
class EllipsisMess(PatternRule):
    """An ellipsis has four dots or more, or a mark right behind it: “He waited.....”, “He waited…。”.

    Engines repeat the mark or add one of another script. Three dots after a full stop are
    typography and let pass.

    Source: artefact PQ20 of the study of machine-translated news.
    Rates per million words: clean-curly 0.8, clean-straight 0, mt-documents 0; no found corpus of
    ours holds the damage, so it rests on its cases.
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
