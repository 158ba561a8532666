from __future__ import annotations

from collections.abc import Iterator, Sequence

from newslint.rules import (
    Block,
    Case,
    Change,
    Document,
    Finding,
    Place,
    Protected,
    Range,
    Related,
    Rule,
    Safety,
)
from newslint.text.quotations.continued import goes_on_unopened, is_resumed, unopened_between
from newslint.text.quotations.marks import to_open, with_last_word, with_next_word
from newslint.text.quotations.quotations import Quotation


class UnopenedQuote(Rule):
    """A quotation closes and was never opened.

    ## What it does
    Adds the opening mark where the speech begins: after “he said:”, after a sentence that names the speaker,
    or with the paragraph, which may be the second of a speech. A mark that is lost in the middle of a
    sentence has no fix. Single marks count inside double ones, and everywhere in an article that quotes in
    single marks.

    ## Why it matters
    The opening mark was lost, or the words before it.

    ## Fix safety
    Safe for a single sentence that “he said:” announces, that follows the name of the speaker, or that
    begins a paragraph in the speaker's own words, and before the last paragraph of a quotation, in the
    speaker's own words too, if “she said.” came before it. Otherwise unsafe.
    """

    safety = Safety.SAFE
    may_change = frozenset({Protected.QUOTED})
    cases = (
        Case("The mayor called it a ⟦disgrace”⟧ and left."),
        Case(
            "We will appeal against the ⟦ruling,”⟧ the lawyer said.",
            fixed="“We will appeal against the ruling,” the lawyer said.",
        ),
        Case(
            'We will appeal against the ⟦ruling,"⟧ the lawyer said.',
            fixed='"We will appeal against the ruling," the lawyer said.',
        ),
        Case(
            "The road was shut. Ann Holm said: We walked for an ⟦hour.’⟧ ‘It rained,’ she added.",
            fixed="The road was shut. Ann Holm said: ‘We walked for an hour.’ ‘It rained,’ she added.",
        ),
        Case(
            "“It rained,” said Ann Holm, who walked. The road was shut all ⟦day.”⟧",
            fixed="“It rained,” said Ann Holm, who walked. “The road was shut all day.”",
        ),
        Case(
            "“It rained,” she said. The road was shut all day. We ⟦walked.”⟧",
        ),
        Case("The vote is ⟦lost.”⟧ The party leader resigned. “I am sorry,” he said."),
        Case("Nobody won in the ⟦end,“⟧ the judge said.", fixed="“Nobody won in the end,“ the judge said."),
        Case('He cut a 3"-wide strip of sail, a 4"×6" card and a 2"/3" board.'),
        Case('The screen is 55" wide and the hall is 12’6” high.'),
        Case(
            "“We walked,” she said. “It rained.\n\n⟦Then⟧ I saw the boat, and I knew.”\n\nShe left.",
            fixed="“We walked,” she said. “It rained.\n\n“Then I saw the boat, and I knew.”\n\nShe left.",
        ),
        Case(
            "“It rained,” she said. “The road was shut.\n\nHe added: The road is ⟦old.”⟧",
            fixed="“It rained,” she said. “The road was shut.\n\nHe added: “The road is old.”",
        ),
        Case("The letter read: “All staff must leave.\n\nThe doors will be locked at noon.”"),
        Case(
            "“The hall shook.\n\n⟦Then⟧ my roof fell, and it rained.\n\n“So I left,” he said.",
            fixed="“The hall shook.\n\n“Then my roof fell, and it rained.\n\n“So I left,” he said.",
            safety=Safety.UNSAFE,
        ),
        Case("The workers’ union met the players’ union."),
        Case("‘It rained,’ she said of the ladies’. ‘We walked to the farmers’ market, an’ it was shut.’"),
    )

    def check(self, document: Document, candidates: Sequence[Block]) -> Iterator[tuple[Block, Finding]]:
        for place in document.quotes.unopened:
            yield document.blocks[place.block], _finding(document, place)
        for quotation in document.quotes.irregular:
            if goes_on_unopened(document.texts, quotation):
                yield _continuing(document, quotation)
            for block in unopened_between(document.texts, quotation):
                yield _unopened(document, Place(block, Range(0, 0)), quotation.opening, Safety.UNSAFE)


def _continuing(document: Document, quotation: Quotation) -> tuple[Block, Finding]:
    """The finding for a last paragraph that does not reopen the quotation."""
    last = quotation.inner[-1]
    start = Place(last.block, Range(last.at.start, last.at.start))
    safety = None if is_resumed(document.texts, quotation) else Safety.UNSAFE
    return _unopened(document, start, quotation.last_opening, safety)


def _unopened(
    document: Document, start: Place, opening: Place, safety: Safety | None
) -> tuple[Block, Finding]:
    """The finding for a paragraph of a speech without the mark that opens others."""
    block = document.blocks[start.block]
    first = with_next_word(block.text, start.at)
    return block, Finding(
        first,
        f"quotation goes on without an opening mark: add it before “{first.of(block.text)}”",
        changes=(Change(start.at, to_open(document.read(opening))),),
        related=(Related(opening, "the quotation opens here"),),
        safety=safety,
    )


def _finding(document: Document, place: Place) -> Finding:
    block, beginning = document.blocks[place.block], document.quotes.openings.get(place)
    at = with_last_word(block.text, place.at)
    if beginning is None:
        return Finding(at, "quotation never opened: add the opening mark or drop this one")
    start = Range(beginning.at, beginning.at)
    first = with_next_word(block.text, start).of(block.text)
    return Finding(
        at,
        f"quotation never opened: add the opening mark before “{first}”",
        changes=(Change(start, to_open(document.read(place))),),
        related=(Related(Place(place.block, start), "add the opening mark here"),),
        safety=None if beginning.sure else Safety.UNSAFE,
    )
