from __future__ import annotations

from dataclasses import dataclass

import regex

from newslint.lexicon.counted import SMALL_NUMBERS
from newslint.rules import Block, Case, Change, Finding, PatternRule, Protected, Range, Safety

SPANS = "years|months|weeks|days|hours|decades|centuries"


@dataclass(frozen=True, kw_only=True)
class SinceForDuration(PatternRule):
    """“Since” introduces a length of time: “since 15 years”.

    ## What it does
    Writes “for” where “since” precedes a number of days, weeks, months, years or decades.

    ## Why it matters
    German “seit”, French “depuis” and Spanish “desde hace” take the length; English “since” takes the
    starting point.

    ## Fix safety
    Unsafe: the verb may have to become a perfect (“is losing” → “has been losing”).

    ## References
    Study of machine-translated news, artefact AG10.
    """

    expression = (
        rf"\b(?P<since>[Ss]ince)\s(?P<span>(?:about\s|over\s|more\sthan\s|almost\s)?"
        rf"(?:\d[\d,.]*|{'|'.join(SMALL_NUMBERS)}|several|many|a\sfew)\s(?:{SPANS}))"
        r"(?=\s*(?:$|[.,;:!?”\")])|\s(?:in|and|the|he|she|it|they|we|because|with|without|at|under|for"
        r"|now)\b)"
    )
    safety = Safety.UNSAFE
    may_change = frozenset({Protected.NAMES})
    cases = (
        Case("He has lived here ⟦since 15 years⟧.", fixed="He has lived here for 15 years."),
        Case(
            "⟦Since several weeks⟧ the road has been shut.", fixed="For several weeks the road has been shut."
        ),
        Case(
            "The firm has been losing money ⟦since two years⟧, he said.",
            fixed="The firm has been losing money for two years, he said.",
        ),
        Case("He has lived here since 2015, since five years ago, and since three weeks before that."),
        Case("It is the worst since two years of drought began; since 15 years have passed, nobody cares."),
    )

    def judge(self, match: regex.Match[str], block: Block) -> Finding | None:
        since, right = Range(*match.span("since")), "For" if match["since"][0] == "S" else "for"
        message = f"“{match['since']}” with a length of time: use “{right} {match['span']}”"
        return Finding(Range(*match.span()), message, (Change(since, right),))
