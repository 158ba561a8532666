from __future__ import annotations

from dataclasses import dataclass

import regex

from newslint.lexicon.counted import COUNTED
from newslint.rules import Block, Case, Change, Finding, PatternRule, Protected, Range, Safety, any_of


@dataclass(frozen=True, kw_only=True)
class DotForThousands(PatternRule):
    """Thousands are parted by a point where English has a comma: “272.000 infections”.

    German, Spanish, Italian and Turkish write thousands so, and engines copy figures as they stand.
    Only what is counted in whole numbers may follow, since nobody counts 1.250 passengers by the
    fraction; sums of money and measures are let pass. The fix puts commas.

    Source: artefact ND02 of the study of machine-translated news.
    Rates per million words: clean-curly 0, clean-straight 0, mt-documents 1.4; the finding on mt-
    documents was read and true.
    """

    expression = (
        r"(?<![\d.,:/$€£–-])[1-9]\d{0,2}(?:\.\d{3})+"
        rf"(?=\s(?:(?:new|more|other)\s)?(?:{any_of(COUNTED)})\b)"
    )
    safety = Safety.SAFE
    may_change = frozenset({Protected.NUMBERS})
    cases = (
        Case("The clinic counted ⟦272.000⟧ infections.", fixed="The clinic counted 272,000 infections."),
        Case("Some ⟦1.250.000⟧ new voters signed up.", fixed="Some 1,250,000 new voters signed up."),
        Case("They hired ⟦4.500⟧ workers.", fixed="They hired 4,500 workers."),
        Case("Petrol costs 1.789 euros a litre, and the rod is 2.125 wide."),
        Case("The average is 2.5 children, or 2.513 by another count."),
        Case("Version 4.500 runs, and 0.125 people is a joke."),
    )

    def judge(self, match: regex.Match[str], block: Block) -> Finding | None:
        at, written = Range(*match.span()), match[0].replace(".", ",")
        return Finding(at, f"use commas for thousands: “{written}”", (Change(at, written),))
