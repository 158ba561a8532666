from __future__ import annotations

from collections.abc import Iterator, Sequence

import regex

from letters_newslint.scorer import Letters
from newslint.rules import Block, Case, Document, Finding, Place, Range, Rule, Safety, Scorer

WORD = regex.compile(r"\b\p{Ll}{4,}+\b")
LEAST_SURE = 5.0
"""False findings in 1,000 words; of what is less sure than that nothing is said at all."""
LETTERS = {"scorer": Letters()}


class DoubtedWord(Rule):
    """A model says that a word does not belong where it stands.

    The model is what an installed package provides as `scorer`. It offers no other word.
    """

    scorer: Scorer | None = None
    least_sure: float = LEAST_SURE

    safety = Safety.HINT
    needs = ("scorer",)
    cases = (
        Case("A ⟦mnstrxng⟧ was seen near the rope.", providers=LETTERS),
        Case("Two ⟦lengths⟧ of rope.", providers=LETTERS),
        Case("Two lengths of rope.", options={"least-sure": 0.01}, providers=LETTERS),
        Case("A monster was seen. Mnstrxng was seen.", providers=LETTERS),
        Case("A mnstrxng was seen."),
    )

    def check(self, document: Document, candidates: Sequence[Block]) -> Iterator[tuple[Block, Finding]]:
        if self.scorer is None:
            return
        texts = document.texts
        places = [
            Place(block, Range(*match.span()))
            for block, text in enumerate(texts)
            for match in WORD.finditer(text)
        ]
        rates = self.scorer.score(texts, places)
        for place, rate in zip(places, rates, strict=True):
            if rate <= self.least_sure:
                said = place.at.of(texts[place.block])
                yield (
                    document.blocks[place.block],
                    Finding(place.at, f"“{said}” does not belong here", confidence=rate),
                )
