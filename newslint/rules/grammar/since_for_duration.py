from __future__ import annotations

import regex

from newslint.lexicon.counted import SMALL_NUMBERS
from newslint.rules import Block, Case, Change, Finding, PatternRule, Protected, Range, Safety, Scope, pattern

PERFECT = r"\b(?:has|have|had)\s(?:\p{L}+\s){0,2}(?:been|\p{Ll}+(?:ed|en|wn|ne|ld|pt))\b"
SPANS = "years|months|weeks|days|hours|minutes|nights|summers|winters|decades|centuries|seasons|generations"

DAY_OF_MONTH = r"(?:[12]?\d|3[01])\sdays\Z"
"""In copy from Japanese or Chinese, “since 16 days” is often since the 16th."""


class SinceForDuration(PatternRule):
    """“Since” introduces a length of time: “since 15 years”.

    ## What it does
    Writes “for” where “since” precedes a number of days, weeks, months, years or decades.

    ## Why it matters
    German “seit”, French “depuis” and Spanish “desde hace” take the length; English “since” takes the
    starting point.

    ## Fix safety
    Safe after a perfect in the same sentence, except for figures that may be a day of the month (“since 16
    days” for “since the 16th”). Otherwise unsafe: the verb may have to become one (“is
    losing” → “has been losing”).

    ## References
    Study of machine-translated news, artefact AG10.
    """

    expression = (
        rf"\b(?P<since>[Ss]ince)\s(?P<span>(?:about\s|over\s|more\sthan\s|almost\s|nearly\s)?"
        rf"(?:\d[\d,.]*|(?:\p{{Ll}}{{3,5}}ty-)?(?:{'|'.join(SMALL_NUMBERS)})|\p{{Ll}}{{3,5}}ty-one|several|many|a\sfew|a\slong)\s(?:{SPANS}|time)|decades|centuries|generations)\b"
        r"(?!\s(?:ago|before|earlier|of|after|later|into|prior|previous|apart|back|passed"
        r"|ha(?:ve|d|s)\s(?:passed|gone|elapsed|been|now))\b|[’'])"
    )
    safety = Safety.SAFE
    scope = Scope.DOCUMENT
    may_change = frozenset({Protected.NAMES})
    cases = (
        Case("He has lived here ⟦since 15 years⟧.", fixed="He has lived here for 15 years."),
        Case(
            "⟦Since several weeks⟧ the road has been shut.",
            fixed="For several weeks the road has been shut.",
            safety=Safety.UNSAFE,
        ),
        Case(
            "The firm has been losing money ⟦since two years⟧, he said.",
            fixed="The firm has been losing money for two years, he said.",
        ),
        Case(
            "Trains have been late ⟦since 16 days⟧.",
            fixed="Trains have been late for 16 days.",
            safety=Safety.UNSAFE,
        ),
        Case("Trains have been late ⟦since 40 days⟧.", fixed="Trains have been late for 40 days."),
        Case(
            "Men who live here ⟦since decades⟧ have left.",
            fixed="Men who live here for decades have left.",
            safety=Safety.UNSAFE,
        ),
        Case("He has lived here since 2015, since five years ago, and since three weeks before that."),
        Case("It is the worst since two years of drought began; since 15 years have passed, nobody cares."),
    )

    def judge(self, match: regex.Match[str], block: Block) -> Finding | None:
        since, right = Range(*match.span("since")), "For" if match["since"][0] == "S" else "for"
        message = f"“{match['since']}” with a length of time: use “{right} {match['span']}”"
        sentence = block.sentence_at(match.start())
        perfect = pattern(PERFECT).search(block.text, sentence.start, match.start())
        is_date = pattern(DAY_OF_MONTH).fullmatch(match["span"]) is not None
        safety = Safety.SAFE if perfect and match["since"] == "since" and not is_date else Safety.UNSAFE
        return Finding(Range(*match.span()), message, (Change(since, right),), safety=safety)
