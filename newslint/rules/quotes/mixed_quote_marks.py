from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from newslint.rules import Block, Case, Change, Document, Finding, Place, Related, Rule, Safety
from newslint.text.quotations.marks import (
    LOW,
    OPENING_FOR,
    PARTNERS,
    SINGLE,
    to_close,
    to_open,
    with_last_word,
    with_next_word,
)
from newslint.text.quotations.quotations import Quotation


@dataclass(frozen=True, kw_only=True)
class MixedQuoteMarks(Rule):
    """A quotation opens in one style and closes in another: “so".

    ## What it does
    Sets the odd mark to the style of most quotations in the article.

    ## Why it matters
    Text assembled from several sources, or half converted to curly marks, has such pairs.

    ## Fix safety
    Safe. Where a single mark is paired with a double one, one is a slip; the closing mark is set to the
    opening style, which is unsafe.
    """

    safety = Safety.SAFE
    cases = (
        Case(
            'It sounded like “a ⟦foghorn"⟧ at night. “It never stopped,” she said.',
            fixed="It sounded like “a foghorn” at night. “It never stopped,” she said.",
        ),
        Case(
            'The ⟦"family⟧ photo” was late. “We waited,” he said.',
            fixed="The “family photo” was late. “We waited,” he said.",
        ),
        Case(
            'The ⟦“family⟧ photo" was late. "We waited," he said.',
            fixed='The "family photo" was late. "We waited," he said.',
        ),
        Case(
            "They called the road ⟦‘safe”⟧ for years.",
            fixed="They called the road ‘safe’ for years.",
            safety=Safety.UNSAFE,
        ),
        Case("“He told me, ‘Go home,’” she said."),
        Case("“He told me, 'Go home,'” she said."),
        Case('The band „Regen“ plays. “We sing,” they say. "Really," he said.'),
        Case('The 12" record is “rare,” he said, and the States’ best.'),
    )

    def check(self, document: Document, candidates: Sequence[Block]) -> Iterator[tuple[Block, Finding]]:
        if not any(_clashes(quotation, document) for quotation in document.quotes.irregular):
            return
        pairs = [
            (quotation, document.read(quotation.last_opening), document.read(quotation.closing))
            for quotation in document.quotes.quotations
            if quotation.closing
        ]
        usual = Counter(PARTNERS.get(to_open(opening)) for _, opening, _ in pairs)
        usual += Counter(to_close(closing) for *_, closing in pairs)
        for quotation, opening, closing in pairs:
            wanted, found = PARTNERS.get(to_open(opening)), to_close(closing)
            if opening in LOW or wanted is None or wanted == found or not quotation.closing:
                continue
            first, last = quotation.last_opening, quotation.closing
            clash = (opening in SINGLE) != (closing in SINGLE)
            if clash or usual[wanted] >= usual[found]:
                odd, other, right = last, first, wanted
            else:
                odd, other, right = first, last, OPENING_FOR[found]
            safety = None if quotation.sure and not clash else Safety.UNSAFE
            yield _finding(document, odd, other, right, safety)


def _clashes(quotation: Quotation, document: Document) -> bool:
    """Whether the mark that closes a quotation is not the one for the mark that opens it."""
    if not quotation.closing:
        return False
    wanted = PARTNERS.get(to_open(document.read(quotation.last_opening)))
    return wanted is not None and wanted != to_close(document.read(quotation.closing))


def _finding(
    document: Document, odd: Place, other: Place, right: str, safety: Safety | None
) -> tuple[Block, Finding]:
    block, wrong, partner = document.blocks[odd.block], document.read(odd), document.read(other)
    around = with_last_word if odd > other else with_next_word
    return block, Finding(
        around(block.text, odd.at),
        f"mismatched quotation marks, {wrong} and {partner}: use {right}",
        (Change(odd.at, right),),
        related=(Related(other, "the other quotation mark"),),
        safety=safety,
    )
