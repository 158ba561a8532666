from __future__ import annotations

import regex

from newslint.lexicon.months import MONTH
from newslint.rules import Block, Case, Change, Finding, PatternRule, Protected, Range, Safety, pattern

ENDINGS = {1: "st", 2: "nd", 3: "rd"}
ORDERED = (
    r"\s(?:century|centuries|anniversary|birthday|minute|edition|floor|time|place|day|week|month|year"
    r"|season|street"
    r"|district|round|hole|game|match|goal|president|annual|consecutive|straight|successive|Congressional"
    r"|of)\b"
)
"""What shows that “st” is not short for stone, the unit of weight."""
ROMAN = {"I": 1, "V": 5, "X": 10}


class WrongOrdinal(PatternRule):
    """An ordinal has the wrong ending or a space: “22th”, “18 th”.

    ## What it does
    Writes the ending of the figure, and Roman centuries in figures (“XIX century”). Weights in stones
    (“17st”) pass. Ordinals in two parts (“the 150th and 1st anniversary”) are shown.

    ## Why it matters
    Engines build ordinals by rule and from pieces; most languages count centuries in Roman figures.

    ## Fix safety
    Safe: the figure stays the same.
    """

    expression = (
        r"\b(?P<tens>\d{1,2}0)th\sand\s(?P<ones>[1-9])(?:st|nd|rd|th)\s(?=anniversary|birthday|edition"
        r"|session)|"
        r"(?<![\w.,/\p{Sc}-])(?P<figure>\d{1,3}(?:,\d{3})*|\d{4})(?P<gap>[ \xa0]?|[-’'])(?P<ending>st|nd"
        r"|rd|th)\b(?![’'./-]\w|-)"
        r"|\b(?P<roman>(?!I\b|I[ -])[XVI]{1,5})(?P<ending>st|nd|rd|th)?[ -](?P<century>centur(?:y|ies))\b"
    )
    safety = Safety.SAFE
    may_change = frozenset({Protected.NUMBERS, Protected.NAMES})
    cases = (
        Case(
            "It was the ⟦22th⟧ lock, and the ⟦3th⟧ or ⟦111st⟧ time.",
            fixed="It was the 22nd lock, and the 3rd or 111th time.",
        ),
        Case("On July ⟦15 th⟧ the ⟦20-th⟧ ship sailed.", fixed="On July 15th the 20th ship sailed."),
        Case(
            "It is from the ⟦XIX century⟧, or ⟦XVIIIth century⟧.",
            fixed="It is from the 19th century, or 18th century.",
        ),
        Case("They met for the ⟦150th and 1st ⟧anniversary."),
        Case("It was the 22nd, 3rd, 111th, 12th and 1,001st; he weighs 17st 4lb, a 15st prop."),
        Case("The 19th and 20th centuries, 5 St. Mary’s, and the 10th and 1st battalions; 21 st nothing."),
    )

    @property
    def trace(self) -> str:
        return r"\d[ \xa0’'-]?(?:st|nd|rd|th)\b|[XVI](?:st|nd|rd|th)?[ -]centur"

    def judge(self, match: regex.Match[str], block: Block) -> Finding | None:
        at = Range(*match.span())
        if match["tens"]:
            whole = int(match["tens"]) + int(match["ones"])
            return Finding(
                at, "ordinal in two parts", suggestions=(f"{whole}{_ending(whole)} ", at.of(block.text))
            )
        if match["roman"]:
            century = _value(match["roman"])
            written = f"{century}{_ending(century)} {match['century']}"
            return Finding(at, f"Roman century: use “{written}”", (Change(at, written),))
        return self._figure(at, match, block.text)

    @staticmethod
    def _figure(at: Range, match: regex.Match[str], text: str) -> Finding | None:
        figure, ending = match["figure"], match["ending"]
        right = _ending(int(figure.replace(",", "")))
        if right == ending and not match["gap"]:
            return None
        if right != ending and match["gap"]:
            return None
        dated = pattern(rf"\b{MONTH}\s\Z").search(text, 0, at.start)
        if ending == "st" and not (dated or pattern(ORDERED).match(text, at.end)):
            return None
        change = Change(Range(match.end("figure"), at.end), right)
        return Finding(at, f"wrong ordinal: use “{figure}{right}”", (change,))


def _ending(number: int) -> str:
    return "th" if number % 100 in (11, 12, 13) else ENDINGS.get(number % 10, "th")


def _value(roman: str) -> int:
    """The value of a Roman figure."""
    values = [ROMAN[letter] for letter in roman]
    return sum(
        -value if value < later else value for value, later in zip(values, [*values[1:], 0], strict=True)
    )
