from __future__ import annotations

from dataclasses import dataclass

import regex

from newslint.rules import Block, Case, Finding, PatternRule, Range


@dataclass(frozen=True, kw_only=True)
class SmallLetterAfterStop(PatternRule):
    """A full stop stands before any word in lower case: “next week. along the river”.

    The wider form of `stray-period`, for copy that is known to be damaged: tweets, brands and
    abbreviations of other languages write so by right, hence it is off. Ellipses, addresses and
    known abbreviations are let pass.

    Source: artefact SB02 of the study of machine-translated news.
    Rates per million words: clean-curly 26.6, clean-straight 8.5, mt-documents 43.2; abbreviations
    and posts, hence off.
    """

    default = False
    expression = (
        r"(?<![\p{L}\p{N}.@’'-])\p{Ll}{3,}(?<!\b(?:etc|viz|vol|pp|fig|est|min|max|dept|univ|approx|ehf"
        r"|oct|nov|dec|sept))\.\s"
        r"(?!(?:iPhone|iPad|eBay|iOS)\b)\p{Ll}{2,}(?=[\s,])"
    )
    cases = (
        Case("They walked for a ⟦week. along⟧ the river."),
        Case("He waited... and waited. It rained."),
        Case("They sell pens, ink, etc. to schools."),
        Case("It stopped at the port. iPhone sales fell."),
    )

    def judge(self, match: regex.Match[str], block: Block) -> Finding | None:
        at = Range(*match.span())
        return Finding(at, "full stop before a lower-case word: does the sentence go on?")
