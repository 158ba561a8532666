from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from newslint.rules import Block, Case, Change, Finding, Protected, Range, Rule, Safety, Scope

LEAST, CERTAIN = 22, 40
"""Minimum letters of a sentence that nobody repeats on purpose outside quotation marks, and anywhere."""
QUOTES = "“‘\"'"


class RepeatedSentence(Rule):
    """A sentence appears twice in a row in one paragraph.

    ## What it does
    Drops the second copy of a sentence with at least 40 letters, or 22 outside quotation marks. Refrains
    and slogans pass.

    ## Why it matters
    Engines that translate overlapping segments repeat the sentence in both.

    ## Fix safety
    Safe from 40 letters on: 17 million words of clean news have no such pair. Unsafe below.
    """

    safety = Safety.SAFE
    scope = Scope.DOCUMENT
    may_change = frozenset(Protected)
    cases = (
        Case(
            "The harbour office of the town is closed until May.⟦ The harbour office of the town is closed "
            "until May.⟧ It rains.",
            fixed="The harbour office of the town is closed until May. It rains.",
        ),
        Case(
            "Two houses near it were evacuated.⟦ Two houses near it were evacuated.⟧ It rains.",
            fixed="Two houses near it were evacuated. It rains.",
            safety=Safety.UNSAFE,
        ),
        Case("It rained. It rained. Nobody came to the harbour office of the town. Nobody came."),
        Case(
            "The harbour office of the town is shut in May. The harbour office of the town is shut in June."
        ),
    )

    def check_block(self, block: Block) -> Iterator[Finding]:
        if not _may_repeat(block.text):
            return
        before = None
        for sentence in block.sentences:
            text = sentence.of(block.text)
            letters = sum(map(str.isalpha, text))
            least = CERTAIN if text[0] in QUOTES or block.is_quoted(sentence) else LEAST
            if before is not None and text == before.of(block.text) and letters >= least:
                cut = Range(before.end, sentence.end)
                safety = None if letters >= CERTAIN else Safety.UNSAFE
                yield Finding(cut, "repeated sentence: delete it", (Change(cut, ""),), safety=safety)
            else:
                before = sentence


def _may_repeat(text: str) -> bool:
    """Whether a long text between two stops occurs twice in a row."""
    stretches = [stretch for stretch in text.split(". ") if len(stretch) > LEAST]
    return len(stretches) > 1 and any(
        one.rstrip(".?!”’\"'") == two.rstrip(".?!”’\"'") for one, two in pairwise(stretches)
    )
