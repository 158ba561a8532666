from __future__ import annotations

from dataclasses import dataclass

import regex

from newslint.lexicon.counted import COUNTED
from newslint.rules import Block, Case, Change, Finding, PatternRule, Protected, Range, Safety, any_of
from newslint.text.figures import names_a_thing


@dataclass(frozen=True, kw_only=True)
class UngroupedFigure(PatternRule):
    """A large count lacks its commas: “17000 tons”.

    ## What it does
    Adds commas to a figure of five or more digits before things that are counted. Any other figure may
    be a house number, law or post code, and passes.

    ## Why it matters
    Engines copy figures from languages that group them with spaces, and the spaces are lost.

    ## Fix safety
    Safe: the noun shows that it is a count.

    ## References
    Study of machine-translated news, artefact ND06.
    """

    expression = (
        rf"(?<![\w.,:/#$€£–-])[1-9]\d{{4,8}}(?=\s(?:(?:new|more|other|local)\s)?(?:{any_of(COUNTED)})\b)"
    )
    safety = Safety.SAFE
    may_change = frozenset({Protected.NUMBERS})
    cases = (
        Case("The port moved ⟦17000⟧ tons.", fixed="The port moved 17,000 tons."),
        Case("Some ⟦1250000⟧ people live there.", fixed="Some 1,250,000 people live there."),
        Case("The port moved 17,000 tons and 4500 cars."),
        Case("Call 55512 or write to 10115 Berlin; case 20345 is closed."),
        Case("In ZIP code #90210 people mind."),
        Case("In ZIP code 60644 residents worry; flight 12345 passengers and case no. 20456 people agree."),
        Case("They asked Oakland, CA 94601 residents and Route 10115 drivers; PO Box 20345 members came."),
        Case("He flew on flight 12345. On board 12345 passengers were said to be, all 12345 people."),
        Case(
            "On Monday ⟦17000⟧ people came, and in July ⟦21000⟧ more people.",
            fixed="On Monday 17,000 people came, and in July 21,000 more people.",
        ),
        Case("“Some ⟦17000⟧ people came,” he said."),
    )

    def judge(self, match: regex.Match[str], block: Block) -> Finding | None:
        if names_a_thing(block.text, match.start()):
            return None
        at, written = Range(*match.span()), f"{int(match[0]):,}"
        return Finding(at, f"use commas for thousands: “{written}”", (Change(at, written),))
