from __future__ import annotations

import regex

from newslint.lexicon.function_words import ENGLISH
from newslint.lexicon.numerals import NUMERAL
from newslint.rules import Block, Case, Change, Finding, PatternRule, Range, Safety

LED = r"(?:[Aa]n?|[Tt]he|[Hh]is|[Hh]er|[Tt]heir|[Mm]y|[Oo]ur|[Aa]nother|\p{Lu}\p{L}+[’']s)"


class AgeBeforeNoun(PatternRule):
    """An age before its noun is plural: “a 19 years old brother”.

    ## What it does
    Writes “a 19-year-old brother” and “a six-month deadline”. “She is 19 years old” and “the 18 months since”
    pass.

    ## Why it matters
    Most languages count in the plural there; English does not before a noun.

    ## Fix safety
    Safe for ages. Unsafe for spans, which may be possessive (“a six months’ deadline”).
    """

    expression = (
        rf"(?<=\b{LED}\s)(?P<number>\d{{1,3}}|{NUMERAL})(?:[\s-](?P<age>year|month|week"
        rf"|day)s[\s-]old(?=\s(?P<noun>\p{{Ll}}{{3,}})|[.,])"
        rf"|(?<=\b[Aa]n?\s(?:\d{{1,3}}|{NUMERAL}))[\s-](?P<span>year|month|week|day|hour|minute|mile"
        rf"|kilomet(?:er|re)|met(?:er|re)|acre)s"
        rf"(?=\s(?P<noun>\p{{Ll}}{{3,}})))"
    )
    safety = Safety.SAFE
    cases = (
        Case("Her ⟦19 years old⟧ brother drove.", fixed="Her 19-year-old brother drove."),
        Case(
            "A ⟦six months old⟧ calf and an ⟦11-years-old⟧ girl left.",
            fixed="A six-month-old calf and an 11-year-old girl left.",
        ),
        Case("It is a ⟦six months⟧ deadline.", fixed="It is a six-month deadline.", safety=Safety.UNSAFE),
        Case("She is 19 years old and he was six months old when they left; he’s 64 years old, she’s five."),
        Case("In the 18 months since, a six months’ deadline, a 12 hours after it, her 10 months at Wick."),
    )

    @property
    def trace(self) -> str:
        return (
            r"(?:year|month|week|day)s[ -]old|\b[Aa]n? [\w-]+[ -](?:year|month|week|day|hour|minute|mile"
            r"|kilomet(?:er|re)|met(?:er|re)|acre)s\s"
        )

    def judge(self, match: regex.Match[str], block: Block) -> Finding | None:
        at, noun = Range(*match.span()), match["noun"]
        if (
            not noun
            or noun in ENGLISH
            or noun in ("ago", "apart", "away", "long", "later", "earlier", "early", "late")
        ):
            return None
        written = (
            f"{match['number']}-{match['age']}-old" if match["age"] else f"{match['number']}-{match['span']}"
        )
        safety = Safety.UNSAFE if match["span"] else None
        return Finding(at, f"plural before a noun: use “{written}”", (Change(at, written),), safety=safety)
