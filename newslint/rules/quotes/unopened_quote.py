from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from newslint.rules import Block, Case, Document, Finding, Rule
from newslint.text.quotations.marks import with_last_word


@dataclass(frozen=True, kw_only=True)
class UnopenedQuote(Rule):
    """A quotation closes and was never opened.

    ## What it does
    Reports the closing mark. Single marks are not examined, since many are apostrophes.

    ## Why it matters
    The opening mark was lost, or the words before it.

    ## Fix safety
    No fix: what is left does not show where the quotation began.
    """

    cases = (
        Case("The mayor called it a ⟦disgrace”⟧ and left."),
        Case("We will appeal against the ⟦ruling,”⟧ the lawyer said."),
        Case('We will appeal against the ⟦ruling,"⟧ the lawyer said.'),
        Case("The vote is ⟦lost.”⟧ The party leader resigned. “I am sorry,” he said."),
        Case("Nobody won in the ⟦end,“⟧ the judge said."),
        Case('He cut a 3"-wide strip of sail, a 4"×6" card and a 2"/3" board.'),
        Case('The screen is 55" wide and the hall is 12’6” high.'),
        Case("The letter read: “All staff must leave.\n\nThe doors will be locked at noon.”"),
        Case("The workers’ union met the players’ union."),
    )

    def check(self, document: Document, candidates: Sequence[Block]) -> Iterator[tuple[Block, Finding]]:
        for place in document.quotes.unopened:
            block = document.blocks[place.block]
            yield (
                block,
                Finding(
                    with_last_word(block.text, place.at),
                    "quotation never opened: add the opening mark or drop this one",
                ),
            )
