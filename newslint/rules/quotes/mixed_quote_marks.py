from __future__ import annotations

from collections.abc import Iterator, Sequence

from newslint.rules import Block, Case, Change, Document, Finding, Place, Related, Rule, Safety, pattern
from newslint.text.quotations.marks import (
    LOW,
    PARTNERS,
    SINGLE,
    TYPEWRITTEN,
    to_close,
    to_open,
    with_last_word,
    with_next_word,
)
from newslint.text.quotations.narrator import AFTER_MARK
from newslint.text.quotations.outer_style import MarkStyle, has_curly_apostrophes
from newslint.text.quotations.quotations import Quotation

ANY_MARK = "“”‘’\"'`"


class MixedQuoteMarks(Rule):
    """A quotation opens in one style and closes in another: “so".

    ## What it does
    Sets the odd mark to the style of most quotations in the article.

    ## Why it matters
    Text assembled from several sources, or half converted to curly marks, has such pairs.

    ## Fix safety
    Safe. Where a single mark is paired with a double one, only if the article's style decides; there
    is no fix where another mark touches it, which may be one too many.
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
            'The mayor’s ⟦"family⟧ photo” was late.',
            fixed="The mayor’s “family photo” was late.",
        ),
        Case(
            "They called the road ⟦‘safe⟧” for years.",
            fixed="They called the road “safe” for years.",
            safety=Safety.UNSAFE,
        ),
        Case(
            "⟦‘We⟧ waited for hours,” he said. “It rained,” she said.",
            fixed="“We waited for hours,” he said. “It rained,” she said.",
        ),
        Case(
            "‘We waited for ⟦hours,’’⟧ he said. ‘It rained,’ she said.",
            fixed="‘We waited for hours,’ he said. ‘It rained,’ she said.",
        ),
        Case(
            "“We waited for a ⟦week'⟧, he said. “It rained,” she said.",
            fixed="“We waited for a week”, he said. “It rained,” she said.",
        ),
        Case("“We waited for ⟦hours,’’’⟧ he said. “It rained,” she said. “It was wet,” he said."),
        Case("“He told me, ‘Go home,’” she said."),
        Case("“He told me, 'Go home,'” she said."),
        Case('The band „Regen“ plays. “We sing,” they say. "Really," he said.'),
        Case('The 12" record is “rare,” he said, and the States’ best.'),
    )

    def check(self, document: Document, candidates: Sequence[Block]) -> Iterator[tuple[Block, Finding]]:
        for quotation in document.quotes.irregular:
            if quotation.closing and _is_mixed(document, quotation.last_opening, quotation.closing):
                yield _finding(document, quotation, quotation.last_opening, quotation.closing)


def _is_mixed(document: Document, first: Place, last: Place) -> bool:
    """Whether two marks that enclose a quotation are of two styles."""
    opening, partner = document.read(first), PARTNERS.get(to_open(document.read(first)))
    others = opening in LOW or (opening in TYPEWRITTEN and document.mark_style is not None)
    return not others and partner is not None and partner != to_close(document.read(last))


def _finding(document: Document, quotation: Quotation, first: Place, last: Place) -> tuple[Block, Finding]:
    """The finding for the mark that is not in the article's style."""
    opening, closing = to_open(document.read(first)), to_close(document.read(last))
    style = document.mark_style
    usual = (style or MarkStyle(double=True, curly=has_curly_apostrophes(document.texts))).marks(
        nested=quotation.depth > 0
    )
    if closing == usual[1] != PARTNERS[opening]:
        odd, other, right = first, last, usual[0]
    else:
        odd, other, right = last, first, PARTNERS[opening]
    sure = quotation.sure and (
        _is_decided(document, last, right, style) if _is_clash(opening, closing) else True
    )
    block, wrong, partner = document.blocks[odd.block], document.read(odd), document.read(other)
    around = with_last_word if odd > other else with_next_word
    return block, Finding(
        around(block.text, odd.at),
        f"mismatched quotation marks, {wrong} and {partner}: use {right}",
        () if _has_neighbour(document, odd) else (Change(odd.at, right),),
        related=(Related(other, "the other quotation mark"),),
        safety=None if sure else Safety.UNSAFE,
    )


def _has_neighbour(document: Document, odd: Place) -> bool:
    """Whether another mark touches it, which may be one too many: “,’’’”."""
    text, at = document.texts[odd.block], odd.at
    return any(
        mark in ANY_MARK for mark in (text[at.start - 1 : at.start], text[at.end : at.end + 1]) if mark
    )


def _is_clash(opening: str, closing: str) -> bool:
    """Whether one mark is single and the other double."""
    return (opening in SINGLE) != (closing in SINGLE)


def _is_decided(document: Document, last: Place, right: str, style: MarkStyle | None) -> bool:
    """Whether the style of the article settles a clash.

    A single mark that seems to close double ones may be an apostrophe, or close a nested quotation.
    """
    text, end = document.texts[last.block], last.at.end
    alone = end == len(text.rstrip()) or pattern(rf",?{AFTER_MARK}").match(text, end) is not None
    return (
        style is not None
        and right in (*style.marks(), *style.marks(nested=True))
        and (alone or document.read(last) not in SINGLE)
    )
