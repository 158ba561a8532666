from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import regex

from newslint.rules import Block, Case, Change, Range, Safety
from newslint.rules.families.consistency import ConsistencyRule

HABIT = "He called it “a draw,” she “a loss,” they “a pity.”"


@dataclass(frozen=True, kw_only=True)
class QuotePunctuation(ConsistencyRule):
    """A comma or a full stop stands outside the closing quotation mark where the house puts it inside: “so”,.

    `house` may be “inside”, as in the United States. Without it the article's own habit with fragments of
    speech counts, since whole sentences have their comma inside everywhere. British
    houses put the mark where the sense is, and no machine can tell where that is; an article that does so
    is let pass. Words are not touched.

    Source: artefact PQ of the study of machine-translated news.
    Rates per million words by the article's own habit: clean-curly 2.0, clean-straight 0.6,
    mt-documents 12.9; all 8 findings on clean-curly and 9 on mt-documents were read, all true; of
    30 repairs read with a house set none was wrong.
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

    def demanded(self, thing: str) -> str:
        return self.house

    def form(self, match: regex.Match[str], block: Block) -> str:
        if regex.search(r"\d$", block.text[max(match.start() - 1, 0) : match.start()]) and '"' in match[0]:
            return ""
        if not self.house and not _fragment(block.text[: match.start()]):
            return ""
        return "inside" if match[0][0] in ",." else "outside"

    def rewritten(self, match: regex.Match[str], form: str, block: Block) -> Change | None:
        if form != "inside":
            return None
        return Change(Range(*match.span()), match[0][::-1])


def _fragment(before: str) -> bool:
    """Whether the quotation that ends here is no whole sentence: the comma of speech is inside everywhere."""
    opening = max(before.rfind("“"), before.rfind('"'))
    return opening >= 0 and before[opening + 1 : opening + 2].islower()
