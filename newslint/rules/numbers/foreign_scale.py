from __future__ import annotations

import regex

from newslint.rules import Block, Case, Change, Finding, PatternRule, Protected, Range, Safety
from newslint.text.figures import counted_after


class ForeignScale(PatternRule):
    """A number uses a scale that English news does not: “milliard”.

    ## What it does
    Writes “billion” for “milliard” and “thousand million”, and “tens of thousands of” for “ten thousands of”.

    ## Why it matters
    French, German, Russian and Turkish call a thousand millions a milliard; Spanish says it in two words.
    German and Dutch run “tens of thousands” together, and Chinese counts by ten thousands.

    ## Fix safety
    Unsafe: an engine may have confused the two earlier.

    ## References
    Study of machine-translated news, artefact ND07.
    """

    expression = (
        r"\b(?:(?P<milliard>[Mm]illiards?)|(?P<long>(?:thousand|thousands\sof)\smillions?))\b(?!,)"
        r"|(?<!\d\s)(?<!\b(?:one|two|three|four|five|six|seven|eight|nine|several|few|couple|the|some)\s)"
        r"\b(?P<tens>[Tt]en|[Hh]undred)[\s-](?P<scale>thousand|million|billion)s(?P<of>\sof)?\b"
    )
    safety = Safety.UNSAFE
    may_change = frozenset({Protected.NUMBERS, Protected.CURRENCY})
    cases = (
        Case("The plan costs ⟦milliards⟧ of euros.", fixed="The plan costs billions of euros."),
        Case("It is worth 2 ⟦milliard⟧ euros.", fixed="It is worth 2 billion euros."),
        Case("The debt is 40 ⟦thousand million⟧ pesos.", fixed="The debt is 40 billion pesos."),
        Case(
            "The march drew ⟦ten thousands of⟧ people and cost ⟦hundred millions of⟧ euros.",
            fixed="The march drew tens of thousands of people and cost hundreds of millions of euros.",
        ),
        Case("A thousand, million by million, was spent by ten thousand people, tens of thousands in all."),
        Case("The poet Milliardo spoke of thousands, millions even, and several hundred millions of years."),
    )

    def judge(self, match: regex.Match[str], block: Block) -> Finding | None:
        at = Range(*match.span())
        if match["tens"]:
            of = " of" if match["of"] or counted_after(block.text, at.end) else ""
            written = f"{match['tens']}s of {match['scale']}s{of}"
        else:
            written = "billions" if match[0].endswith("s") and match["milliard"] else "billion"
            written = written.capitalize() if match[0][0].isupper() else written
        return Finding(
            at, f"“{match[0]}” is not used in English news: use “{written}”", (Change(at, written),)
        )
