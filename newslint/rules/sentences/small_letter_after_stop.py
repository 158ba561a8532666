from __future__ import annotations

from dataclasses import dataclass

import regex

from newslint.rules import Block, Case, Finding, PatternRule, Range


@dataclass(frozen=True, kw_only=True)
class SmallLetterAfterStop(PatternRule):
    """A full stop precedes a lower-case word: “next week. along the river”.

    ## What it does
    Reports any such word: the wider form of `stray-period`, for copy known to be damaged. Ellipses,
    addresses and known abbreviations pass. Off by default, since tweets, brands and foreign
    abbreviations look the same.

    ## Why it matters
    Engines join separately translated pieces with a stop.

    ## Fix safety
    No fix: the stop may be wrong, or the lower case.

    ## References
    Study of machine-translated news, artefact SB02.
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
