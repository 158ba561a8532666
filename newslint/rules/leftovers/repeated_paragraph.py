from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from newslint.core.segments import PROSE
from newslint.rules import Block, Case, Change, Document, Finding, Place, Protected, Related, Rule, Safety

SHORTEST = 40


@dataclass(frozen=True, kw_only=True)
class RepeatedParagraph(Rule):
    """A paragraph stands twice, one right after the other.

    Scrapers take a pull quote or a lede in two layouts, and engines say a segment twice. The fix
    deletes the second one; `blank-lines` mends the gap. Short lines may be a refrain and are let
    pass.

    Source: artefact SB10 of the study of machine-translated news.
    Rates per million words: clean-curly 29.9, clean-straight 107.2, mt-documents 0; of 28 findings
    read on the clean sets 28 were captions said twice, all rightly deleted.
    """

    safety = Safety.SAFE
    may_change = frozenset(Protected)
    any_language = True
    cases = (
        Case(
            "The old bridge of the town was shut on Monday.\n\n⟦The old bridge of the town was shut on "
            "Monday.⟧\n\nSo it goes.",
            fixed="The old bridge of the town was shut on Monday.\n\n\n\nSo it goes.",
        ),
        Case("Row the boat.\n\nRow the boat.\n\nThe old bridge of the town was shut on Monday."),
        Case(
            "The old bridge of the town was shut on Monday.\n\nAll wept.\n\nThe old bridge of the town "
            "was shut on Monday."
        ),
    )

    def check(self, document: Document, candidates: Sequence[Block]) -> Iterator[tuple[Block, Finding]]:
        prose = [block for block in document.blocks if block.kind in PROSE and len(block.text) >= SHORTEST]
        for above, below in pairwise(prose):
            if above.text == below.text and _adjoin(above, below, document):
                first = Related(Place(above.index, above.whole), "first occurrence")
                change = Change(below.whole, "")
                yield (
                    below,
                    Finding(below.whole, "repeated paragraph: delete it", (change,), (), (first,)),
                )


def _adjoin(above: Block, below: Block, document: Document) -> bool:
    return all(not text for text in document.texts[above.index + 1 : below.index])
