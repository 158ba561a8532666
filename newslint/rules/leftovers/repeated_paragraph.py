from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from newslint.rules import (
    Block,
    BlockKind,
    Case,
    Change,
    Document,
    Finding,
    Place,
    Protected,
    Related,
    Rule,
    Safety,
)

SHORTEST = 40


@dataclass(frozen=True, kw_only=True)
class RepeatedParagraph(Rule):
    """A paragraph stands twice, one right after the other.

    Scrapers take a pull quote or a lede in two layouts, and engines say a segment twice. The fix
    deletes the second one; `blank-lines` closes the gap. Only paragraphs of one running text are
    compared, never fields, cells, items, captions or headlines. Short lines may be a refrain.

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
        prose = [block for block in document.blocks if block.kind is not BlockKind.GAP]
        for above, below in pairwise(prose):
            if above.text == below.text and _are_running_text(above, below):
                first = Related(Place(above.index, above.whole), "it stands here first")
                change = Change(below.whole, "")
                yield (
                    below,
                    Finding(
                        below.whole, "the paragraph before, said again: delete it", (change,), (), (first,)
                    ),
                )


def _are_running_text(above: Block, below: Block) -> bool:
    """Whether two blocks are long paragraphs of one flow."""
    return (
        above.kind is below.kind is BlockKind.PARAGRAPH
        and above.source.flow == below.source.flow
        and len(above.text) >= SHORTEST
    )
