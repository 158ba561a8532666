from __future__ import annotations

from collections.abc import Iterator, Sequence

from newslint.rules import Block, Case, Change, Document, Finding, Range, Rule, Safety
from newslint.text.quotations.marks import PARTNERS
from newslint.text.quotations.outer_style import STYLES
from newslint.text.quotations.quotations import Quotation
from newslint.text.quotations.speech_ends import ends_sentence


class NestedQuoteMarks(Rule):
    """A quotation within a quotation has the same marks.

    ## What it does
    Writes single marks inside double ones, and double marks inside single ones. Where the inner quotation
    begins after a full stop, a closing mark is more likely to be missing, and there is no fix.

    ## Why it matters
    The reader takes the inner opening mark for the end of the speech.

    ## Fix safety
    Unsafe: a closing mark may be missing instead.
    """

    safety = Safety.UNSAFE
    cases = (
        Case(
            "“He told me ⟦“leave”⟧ and left,” she said.",
            fixed="“He told me ‘leave’ and left,” she said.",
        ),
        Case(
            "‘She rang and said, ⟦‘Nobody came,’⟧ and that was that.’ ‘It rained,’ he said.",
            fixed="‘She rang and said, “Nobody came,” and that was that.’ ‘It rained,’ he said.",
        ),
        Case("“We walked to the sea. It rained. ⟦“We sang,”⟧ she said. It was late.”"),
        Case('""Leave"" was all he said.'),
        Case("“He told me ‘leave’ and left,” she said. “She said “no”"),
        Case("“He told me:\n\n“‘Leave.’ And I left,” she said."),
    )

    def check(self, document: Document, candidates: Sequence[Block]) -> Iterator[tuple[Block, Finding]]:
        around: list[Quotation] = []
        for quotation in document.quotes.irregular:
            del around[quotation.depth :]
            if around and _has_same_marks(document, quotation, around[-1]):
                yield _finding(document, quotation)
            around.append(quotation)


def _has_same_marks(document: Document, inner: Quotation, outer: Quotation) -> bool:
    """Whether both are surely quotations in one paragraph and style.

    Marks that are merely doubled do not count.
    """
    if (
        not (inner.sure and outer.sure and inner.closing and outer.closing)
        or inner.opening.block != outer.opening.block
    ):
        return False
    if inner.opening.at.start == outer.opening.at.end and inner.closing.at.end == outer.closing.at.start:
        return False
    glyph = document.read(inner.opening)
    return glyph == document.read(outer.opening) and PARTNERS.get(glyph) == document.read(inner.closing)


def _finding(document: Document, quotation: Quotation) -> tuple[Block, Finding]:
    opening, closing = quotation.opening, quotation.closing or quotation.opening
    block, at = document.blocks[opening.block], Range(opening.at.start, closing.at.end)
    if ends_sentence(block.text[: at.start]):
        return block, Finding(at, "quotation opens again before it closes: is a closing mark missing?")
    right = STYLES[document.read(opening), document.read(closing)].marks(nested=True)
    return block, Finding(
        at,
        f"nested quotation in the marks of the outer one: use {right[0]} and {right[1]}",
        (Change(opening.at, right[0]), Change(closing.at, right[1])),
    )
