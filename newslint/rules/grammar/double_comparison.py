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
SIZES = (
    "heavier|lighter|taller|larger|bigger|smaller|longer|shorter|wider|deeper|higher|faster|slower|cheaper|older"
    "|hotter|colder"
)
NO_MEASURE = any_of(
    column("roles", 0)
    | column("people", 0)
    | {
        *("result", "whole", "consequence", "team", "group", "percentage", "proportion", "share", "rule"),
        *("child", "country"),
    }
    | {
        *("drug", "player", "adult", "teenager", "nation", "society", "unit", "pair", "side", "family"),
        *("response", "reward"),
    }
)
"""What something is “as”, and no measure of it: “it is older as a result”."""
ALONE = r"\s(?:than|for|to|by|at|now|when|because|if|with)\b|\.(?!\w)"
"""No noun follows, which “more” might count."""
BEFORE_NOUNS = r"(?!\s(?:\p{Ll}+s|people|men|women|children|Americans|Britons)\b)"
"""No plural follows: “more older people” are more people."""


class DoubleComparison(PatternRule):
    """A comparison is made twice or half: “more better”, “more then”.

    ## What it does
    Drops “more” and “most” before an adjective that has its own comparison, and writes “than” for “then”
    and “as” after a comparison with a figure, a thing of some size or “rather”.

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
        r"|(?<!\b(?:as|so|no|any|once)\s)\b(?:more|less|fewer|higher|lower|larger|bigger|smaller|longer|older|younger|faster)\s"
        r"(?P<then>as)(?=\s(?:\p{Sc}?\d|(?:two|three|four|five|six|seven|eight|nine|ten|half|twice|last|any|all)\b))"
        rf"|(?<!\b(?:as|so)\s(?:\p{{Ll}}+\s)?)\b(?:is|are|was|were|be|been|weighs|costs)\s(?:(?!(?:not|made)\b)\p{{Ll}}+\s)?(?:{SIZES}|more\s\p{{Ll}}+)\s(?P<then>as)"
        rf"(?=\s(?:(?:an?|the)\s(?!(?:{NO_MEASURE})\b)(?:(?!(?:{NO_MEASURE})\b)\p{{Ll}}+\s)?(?!(?:{NO_MEASURE})\b)\p{{Ll}}+|those|that|in\s(?:\p{{Lu}}\p{{L}}+|\d{{4}}))(?:[.!?](?!\w)|\s*(?:\n|\Z)))"
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
        Case(
            "A calf ⟦is heavier as⟧ a piano. It lost ⟦more as⟧ 20 pounds.",
            fixed="A calf is heavier than a piano. It lost more than 20 pounds.",
            safety=Safety.UNSAFE,
        ),
        Case("It is taller as a result, was slower as a child and got heavier as the rain fell."),
        Case("There are more older people; it was late, more then. He would do more later."),
    )

    def judge(self, match: regex.Match[str], block: Block) -> Finding | None:
        at = Range(*match.span())
        if match["then"]:
            return Finding(
                at,
                f"“{match['then']}” in a comparison: use “than”",
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
