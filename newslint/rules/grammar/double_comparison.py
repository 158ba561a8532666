from __future__ import annotations

import regex

from newslint.lexicon.classes import column
from newslint.rules import Block, Case, Change, Finding, PatternRule, Range, Safety, any_of

COMPARATIVES = column("comparisons", 1) - {"earlier", "later", "older", "smaller", "younger"}
SUPERLATIVES = column("comparisons", 2) - {"earliest", "latest"}
NO_COMPARATIVES = (
    "over|other|after|ever|whether|water|under|never|order|another|either|neither|rather|paper|power|proper|clever|sober|tender"
    "|eager|bitter|slender|summer|labour|danger|answer|further|later|number|silver|butter|offer|matter|lumber|timber|river|winter|sinister|theater|theatre"
)
LONGER = rf"(?!(?:{NO_COMPARATIVES})\b)\p{{Ll}}+(?:[^aeiouy\W]i|[^aeious\W])er"
"""A comparative that no list has, before “than”: “sweeter than”."""
LONGEST = (
    r"(?!(?:honest|dishonest|modest|immodest|robust|earnest|manifest|interest|forest|harvest|protest|request|guest|detest)\b)"
    r"\p{Ll}{2,}(?:i|[^aeiou\W])est"
)
AGES = frozenset(
    {"earlier", "later", "older", "younger", "smaller", "larger", "higher", "lower", "fewer", "less"}
)
"""Comparatives that “more” may count or follow: “they are more younger than older”, “do more later”."""
ALONE = r"\s(?:than|for|to|by|at|now|when|because|if|with)\b|\.(?!\w)"
"""No noun follows, which “more” might count."""
BEFORE_NOUNS = r"(?!\s(?:\p{Ll}+s|people|men|women|children|Americans|Britons)\b)"
"""No plural follows: “more older people” are more people."""


class DoubleComparison(PatternRule):
    """A comparison is made twice or half: “more better”, “more then”.

    ## What it does
    Drops “more” and “most” before an adjective that has its own comparison, and writes “than” for “then”
    after a comparison with a figure or “rather”.

    ## Why it matters
    Languages with one word for the comparison (“más”, “più”, “plus”) leave it before every adjective.

    ## Fix safety
    Safe after “most” and where no noun can follow (“more cheaper than”); else unsafe: “more” may
    count people.
    """

    safety = Safety.SAFE
    expression = (
        rf"\b(?P<cut>[Mm]ore\s)(?:{any_of(COMPARATIVES)})\b(?!-){BEFORE_NOUNS}"
        rf"|\b(?P<cut>[Mm]ost\s)(?:{any_of(SUPERLATIVES)})\b(?!-)"
        rf"|\b(?P<cut>[Mm]ore\s)(?:(?:earlier|later|older|smaller|younger)|{LONGER})(?=\sthan\b)"
        rf"|\b(?P<cut>[Mm]ost\s)(?:{LONGEST})\b(?!-)"
        r"|\b(?:more|less|fewer|higher|lower|larger|smaller)\s(?P<then>then)(?=\s(?:\p{Sc}?\d|half|twice|an?\b|the\b))"
        r"|\brather\s(?P<then>then)(?=\s\p{Ll})"
    )
    cases = (
        Case(
            "It is ⟦more better⟧ now, the ⟦most largest⟧ of all.",
            fixed="It is better now, the largest of all.",
        ),
        Case(
            "It lost ⟦more then⟧ 30 points, ⟦rather then⟧ ten.",
            fixed="It lost more than 30 points, rather than ten.",
            safety=Safety.UNSAFE,
        ),
        Case(
            "It is ⟦more cheaper⟧ for us, and ⟦more cheaper⟧ than before.",
            fixed="It is cheaper for us, and cheaper than before.",
            safety=Safety.SAFE,
        ),
        Case("It is ⟦more sweeter⟧ than tea.", fixed="It is sweeter than tea.", safety=Safety.UNSAFE),
        Case("There are more older people; it was late, more then. He would do more later."),
    )

    def judge(self, match: regex.Match[str], block: Block) -> Finding | None:
        at = Range(*match.span())
        if match["then"]:
            return Finding(
                at,
                "“then” in a comparison: use “than”",
                (Change(Range(*match.span("then")), "than"),),
                safety=Safety.UNSAFE,
            )
        word = match["cut"].strip().lower()
        compared = match[0].split()[-1]
        certain = compared in SUPERLATIVES or (
            compared in COMPARATIVES - AGES and regex.match(ALONE, block.text[at.end :])
        )
        change = Change(Range(*match.span("cut")), "")
        safety = Safety.SAFE if certain else Safety.UNSAFE
        return Finding(at, f"compared twice: delete “{word}”", (change,), safety=safety)
