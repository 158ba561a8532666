from __future__ import annotations

from dataclasses import dataclass

import regex

from newslint.rules import Block, Case, Change, Finding, PatternRule, Protected, Range, Safety


@dataclass(frozen=True, kw_only=True)
class ForeignScale(PatternRule):
    """A number uses a scale that English news does not: “milliard”.

    ## What it does
    Writes “billion” for “milliard” and “thousand million”.

    ## Why it matters
    French, German, Russian and Turkish call a thousand millions a milliard; Spanish says it in two
    words.

    ## Fix safety
    Unsafe: an engine may have confused the two earlier.

    ## References
    Study of machine-translated news, artefact ND07.
    """

    expression = r"\b(?:(?P<milliard>[Mm]illiards?)|(?P<long>(?:thousand|thousands\sof)\smillions?))\b(?!,)"
    safety = Safety.UNSAFE
    may_change = frozenset({Protected.NUMBERS, Protected.CURRENCY})
    cases = (
        Case("The plan costs ⟦milliards⟧ of euros.", fixed="The plan costs billions of euros."),
        Case("It is worth 2 ⟦milliard⟧ euros.", fixed="It is worth 2 billion euros."),
        Case("The debt is 40 ⟦thousand million⟧ pesos.", fixed="The debt is 40 billion pesos."),
        Case("A thousand, million by million, was spent."),
        Case("The poet Milliardo spoke of thousands, millions even."),
    )

    def judge(self, match: regex.Match[str], block: Block) -> Finding | None:
        at = Range(*match.span())
        written = "billions" if match[0].endswith("s") and match["milliard"] else "billion"
        written = written.capitalize() if match[0][0].isupper() else written
        return Finding(
            at, f"“{match[0]}” is not used in English news: use “{written}”", (Change(at, written),)
        )
