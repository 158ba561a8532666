from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from newslint.rule import Block, Case, Change, Document, Finding, Kind, Place, Range, Related, Rule, Safety
from newslint.text.marks import SINGLE
from newslint.text.narrator import ends_sentence
from newslint.text.quotes import Quotation

CLEAR_MAJORITY = 3
"""How many times as many quotations must be marked in the usual way as in the other."""


@dataclass(frozen=True, kw_only=True)
class QuoteStyleDrift(Rule):
    """The same phrase is quoted in double marks here and in single marks there.

    Segments translated apart come back in the marks of different styles. The fix gives the phrase
    the marks that it has where the article keeps its usual style. Single marks inside a quotation,
    in headlines and in crossheads are convention and stay.
    """

    safety = Safety.SAFE
    cases = (
        Case(
            "The “team photo” was late. “We waited,” he said. “It rained.”\n\n"
            "The ⟦‘team photo’⟧ shows three smiles.",
            fixed="The “team photo” was late. “We waited,” he said. “It rained.”\n\n"
            "The “team photo” shows three smiles.",
        ),
        Case(
            "The ‘team photo’ was late. ‘We waited,’ he said. ‘It rained.’\n\n"
            "The ⟦“team photo”⟧ shows three smiles.",
            fixed="The ‘team photo’ was late. ‘We waited,’ he said. ‘It rained.’\n\n"
            "The ‘team photo’ shows three smiles.",
        ),
        Case(
            'The "team photo" was late. "We waited," he said. "It rained."\n\n'
            "The ⟦'team photo'⟧ shows three smiles.",
            fixed='The "team photo" was late. "We waited," he said. "It rained."\n\n'
            'The "team photo" shows three smiles.',
        ),
        Case(
            "The “Don’t Look Down” tour is off. “We waited,” he said. “It rained.”\n\n"
            "The ⟦‘Don’t Look Down’⟧ tour sold out.",
            fixed="The “Don’t Look Down” tour is off. “We waited,” he said. “It rained.”\n\n"
            "The “Don’t Look Down” tour sold out.",
        ),
        Case("The “team photo” was late. “We waited for the ‘team photo’ to end,” he said. “It rained.”"),
        Case("Critics see a ‘team photo’\n\nThe “team photo” was late. “We waited,” he said. “It rained.”"),
        Case("The “team photo” was late. A ‘team photo’ is a custom."),
        Case("The “team photo” was late. “We waited,” he said. “It rained.” The ‘group hug’ came later."),
    )

    def check_document(self, document: Document) -> Iterator[tuple[Block, Finding]]:
        outer = [quotation for quotation in document.quotes.quotations if _outer(document, quotation)]
        single = [quotation for quotation in outer if document.read(quotation.opening) in SINGLE]
        double = [quotation for quotation in outer if document.read(quotation.opening) not in SINGLE]
        usual, other = (double, single) if len(double) > len(single) else (single, double)
        if len(usual) < CLEAR_MAJORITY * len(other):
            return
        models: dict[str, Quotation] = {}
        for quotation in usual:
            models.setdefault(_phrase(document, quotation), quotation)
        for quotation in other:
            model = models.get(_phrase(document, quotation))
            if model:
                yield from _finding(document, quotation, model)


def _outer(document: Document, quotation: Quotation) -> bool:
    """Whether a quotation of the running text surely stands in none other."""
    block = document.blocks[quotation.opening.block]
    running = block.kind is Kind.PARAGRAPH and ends_sentence(block.text)
    return running and quotation.sure and quotation.depth == 0 and len(quotation.inner) == 1


def _phrase(document: Document, quotation: Quotation) -> str:
    """What is quoted, without the case and the punctuation that change with the place."""
    return " ".join(document.read(quotation.inner[0]).casefold().strip(" ,.").split())


def _finding(document: Document, odd: Quotation, model: Quotation) -> Iterator[tuple[Block, Finding]]:
    """What is odd about a quotation, told by its model; both are closed."""
    if not odd.closing or not model.closing:
        return
    block = document.blocks[odd.opening.block]
    opening, closing = document.read(model.opening), document.read(model.closing)
    yield (
        block,
        Finding(
            Range(odd.opening.at.start, odd.closing.at.end),
            f"elsewhere the article writes {opening}{document.read(model.inner[0])}{closing}",
            (Change(odd.opening.at, opening), Change(odd.closing.at, closing)),
            related=(
                Related(
                    Place(model.opening.block, Range(model.opening.at.start, model.closing.at.end)),
                    "the same words, marked as the article usually does",
                ),
            ),
        ),
    )
