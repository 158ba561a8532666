from __future__ import annotations

from typing import Literal

import regex

from newslint.rules import Block, Case, Change, Range, Safety
from newslint.rules.families.consistency import ConsistencyRule

HABIT = "He called it “a draw,” she “a loss,” they “a pity.”"


class QuotePunctuation(ConsistencyRule):
    """A comma or full stop is outside the closing quotation mark.

    ## What it does
    Flags “so”, where the house, or the rest of the article, writes “so,”. Without a house only
    fragments of speech establish the habit, since whole sentences have their comma inside everywhere.
    An article that follows British practice passes.

    ## Why it matters
    American houses put the mark inside. British houses place it by sense, which no machine can judge.

    ## Fix safety
    Safe: no word changes.

    ## Options
    `house`: “inside”, or empty for the article's own habit.

    ## References
    Study of machine-translated news, artefact PQ.
    """

    house: Literal["", "inside"] = ""

    expression = r"(?<=[\p{L}\p{N}])(?:[,.][”\"]|[”\"][,.](?![.\w]))"
    safety = Safety.SAFE
    cases = (
        Case(
            "He called it “a win⟦”,⟧ then “a draw⟦”.⟧",
            fixed="He called it “a win,” then “a draw.”",
            options={"house": "inside"},
        ),
        Case(
            'He called it "a win⟦",⟧ then left.',
            fixed='He called it "a win," then left.',
            options={"house": "inside"},
        ),
        Case(
            f"{HABIT} He called it “a win⟦”,⟧ then left.",
            fixed=f"{HABIT} He called it “a win,” then left.",
        ),
        Case("“It rained,” he said. “It snowed,” she said. “It thawed,” they said. It was “a win”, or so."),
        Case("“It rained,” he said. He called it “a win”, then left."),
        Case("He called it “a win”; then “a loss”: “Really?”, she asked.", options={"house": "inside"}),
        Case('The rod of 5", as it was, broke.', options={"house": "inside"}),
    )

    def required_variant(self, topic: str) -> str:
        return self.house

    def variant(self, match: regex.Match[str], block: Block) -> str:
        if regex.search(r"\d$", block.text[max(match.start() - 1, 0) : match.start()]) and '"' in match[0]:
            return ""
        if not self.house and not _fragment(block.text[: match.start()]):
            return ""
        return "inside" if match[0][0] in ",." else "outside"

    def rewrite(self, match: regex.Match[str], variant: str, block: Block) -> Change | None:
        if variant != "inside":
            return None
        return Change(Range(*match.span()), match[0][::-1])


def _fragment(before: str) -> bool:
    """Whether the quotation that ends here is a fragment, not a sentence."""
    opening = max(before.rfind("“"), before.rfind('"'))
    return opening >= 0 and before[opening + 1 : opening + 2].islower()
