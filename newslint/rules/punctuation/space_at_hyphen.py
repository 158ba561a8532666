from __future__ import annotations

import regex

from newslint.lexicon.amounts import UNITS
from newslint.lexicon.classes import words_of
from newslint.lexicon.english_words import frequency, is_word
from newslint.rules import Block, Case, Change, Finding, PatternRule, Protected, Range, Safety, any_of

MEASURED = words_of("measured_by_figures") | {word for word in UNITS if " " not in word}
"""What figures are joined to by a hyphen: a 14-year-old, a 500-seat hall."""
SUSPENDED = words_of("conjunctions", "prepositions") | frozenset(
    ["even", "often", "rather", "sometimes", "not", "then", "as", "plus", "versus", "if", "und", "y", "et"]
)
"""Words after a suspended hyphen: “over- rather than underpaid”."""
FREQUENT = 20
"""Minimum frequency of a word that a hyphen divides, in 10 million words of news."""


class SpaceAtHyphen(PatternRule):
    """A hyphen has a space on one side: “lower- cost”, “mortgage -backed”.

    ## What it does
    Reports the hyphen with two readings: a compound, or a dash with a space on both sides. A parenthesis
    between two such hyphens (“fell -as in May- by half”) gets dashes. Closes compounds and ranges of figures
    (“14- year-old”, “10 -15 percent”) and words (“govern- ment”). Suspended hyphens (“two- and three-year”),
    endings (“-isms”), options and lists pass.

    ## Why it matters
    Line ends and stripped tags leave a space in compounds, and engines carry a dash over without its spaces.

    ## Fix safety
    Safe between a figure and its unit, and in a word whose second half is none. Unsafe between two figures.
    Elsewhere there is no fix: both readings are common.
    """

    safety = Safety.SAFE
    may_change = frozenset({Protected.NUMBERS})
    expression = (
        rf"(?<![\w.,/-])(?P<figure>\d[\d.,]*(?:-[ ]|[ ]-)(?:{any_of(MEASURED)}))(?![\w])"
        r"|(?<![\w.,/:-])(?<![\d.:/–-][ ])(?P<range>\p{Sc}?\d{1,3}(?:\.\d+)?(?:[-–][ ]|[ ][-–])"
        r"\p{Sc}?\d{1,3}(?:\.\d+)?)"
        r"(?=%|[ ](?:\p{Ll}{3,})|[.,;]?(?:\s|\Z))(?![ ]?[-–])"
        r"|(?<![\w-])(?P<figure>\d+-(?:year|month|week|day)(?:-[ ]|[ ]-)olds?)\b|"
        r"(?<=[\p{Ll}\d]\s)-(?P<inside>\p{Ll}{2,}\s[^-\n–—“”\"]{1,70}[\p{L}\d])-(?=\s\p{L})"
        r"|(?<![\w-])(?P<first>\p{L}*\p{Ll}{2})(?P<gap>-\s)(?P<second>\p{Ll}{2,})"
        r"|(?<=\s)(?P<first>\p{L}*\p{Ll}{2})(?P<gap>\s-)(?![^-\n–—“”\"]{4,80}[\p{L}\d]-\s\p{L})(?P<second>\p{Ll}{2,})(?<!-(?:isms?|ologies|ing|ed|er|s))(?=[\s.,])"
    )
    cases = (
        Case("It is a ⟦lower- cost⟧ plan for ⟦mortgage -backed⟧ bonds."),
        Case("Theft fell ⟦-compared to the same months in 2021-⟧ by half, and it rose ⟦-in May-⟧ to 40."),
        Case("A ⟦14- year⟧-old sat in a ⟦500 -seat⟧ hall.", fixed="A 14-year-old sat in a 500-seat hall."),
        Case("It rose ⟦10 -15⟧ percent.", fixed="It rose 10-15 percent.", safety=Safety.UNSAFE),
        Case("The ⟦govern- ment⟧ met.", fixed="The government met."),
        Case("They are over- rather than underpaid, in 14- and 15-year leases at -15 degrees and 4 - 2."),
        Case("They ran two- and three-year plans, short- or long-term, with all its -isms and -ologies."),
        Case("Run it with -la or --all; the mid- to late summer."),
    )

    def judge(self, match: regex.Match[str], block: Block) -> Finding | None:
        if inside := match["inside"]:
            at = Range(*match.span())
            return Finding(at, "parenthesis between hyphens: use dashes", suggestions=(f"– {inside} –",))
        if closed := match["figure"] or match["range"]:
            return self._closed(match, closed.replace(" ", ""))
        first, second = match["first"], match["second"]
        if first in ("and", "or", "with", "the", "of") or second in SUSPENDED:
            return None
        if not is_word(second) and frequency(first.lower() + second) >= FREQUENT:
            return self._closed(match, first + second)
        readings = f"{first}-{second}", f"{first} – {second}"
        return Finding(Range(*match.span()), "space on one side of a hyphen", suggestions=readings)

    @staticmethod
    def _closed(match: regex.Match[str], right: str) -> Finding:
        """The finding that joins what a space divides."""
        at = Range(*match.span())
        safety = Safety.UNSAFE if match["range"] else None
        return Finding(at, f"space at a hyphen: use “{right}”", (Change(at, right),), safety=safety)
