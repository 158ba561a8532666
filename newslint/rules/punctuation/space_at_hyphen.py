from __future__ import annotations

import regex

from newslint.rules import Block, Case, Finding, PatternRule, Range


class SpaceAtHyphen(PatternRule):
    """A hyphen has a space on one side: “lower- cost”, “mortgage -backed”.

    ## What it does
    Reports the hyphen with two readings: a compound, or a dash with a space on both sides. A parenthesis
    between two such hyphens (“fell -as in May- by half”) gets dashes. Suspended hyphens
    (“two- and three-year”), endings (“-isms”), options and lists pass.

    ## Why it matters
    Line ends and stripped tags leave a space in compounds, and engines carry a dash over without its spaces.

    ## Fix safety
    No fix: both readings are common.
    """

    expression = (
        r"(?<=[\p{Ll}\d]\s)-(?P<inside>\p{Ll}{2,}\s[^-\n–—“”\"]{1,70}[\p{L}\d])-(?=\s\p{L})"
        r"|(?<![\w-])(?P<first>\p{L}*\p{Ll}{2})(?P<gap>-\s)(?!(?:and|or|to|but|nor|through|versus|as|plus|und|y|et)\b)(?P<second>\p{Ll}{2,})"
        r"|(?<=\s)(?P<first>\p{L}*\p{Ll}{2})(?P<gap>\s-)(?![^-\n–—“”\"]{4,80}[\p{L}\d]-\s\p{L})(?P<second>\p{Ll}{2,})(?<!-(?:isms?|ologies|ing|ed|er|s))(?=[\s.,])"
    )
    cases = (
        Case("It is a ⟦lower- cost⟧ plan for ⟦mortgage -backed⟧ bonds."),
        Case("Theft fell ⟦-compared to the same months in 2021-⟧ by half, and it rose ⟦-in May-⟧ to 40."),
        Case("They ran two- and three-year plans, short- or long-term, with all its -isms and -ologies."),
        Case("Run it with -la or --all; the mid- to late summer."),
    )

    def judge(self, match: regex.Match[str], block: Block) -> Finding | None:
        if inside := match["inside"]:
            at = Range(*match.span())
            return Finding(at, "parenthesis between hyphens: use dashes", suggestions=(f"– {inside} –",))
        first, second = match["first"], match["second"]
        if first in ("and", "or", "with", "the", "of"):
            return None
        readings = f"{first}-{second}", f"{first} – {second}"
        return Finding(Range(*match.span()), "space on one side of a hyphen", suggestions=readings)
