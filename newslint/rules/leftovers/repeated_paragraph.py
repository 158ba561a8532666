from __future__ import annotations

from collections.abc import Iterator, Sequence
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
ENDS = (".", "!", "?", ")", "”", '"')


class RepeatedParagraph(Rule):
    """A paragraph appears twice in succession.

    ## What it does
    Deletes the second copy; `blank-lines` then closes the gap. Only paragraphs of one running text are
    compared, never fields, cells, items, captions or headlines. Short lines may be a refrain and pass.

    ## Why it matters
    Scrapers take a pull quote or lede in two layouts, and engines repeat a segment.

    ## Fix safety
    Safe: the text remains in the article.

    ## References
    Study of machine-translated news, artefact SB10.
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
        Case(
            "Crews shut the bridge on May 7. (HN Photo)\n\n⟦Crews shut the bridge on May 7. (HN Photo)⟧"
            "\n\nIt was built in 1901.",
            fixed="Crews shut the bridge on May 7. (HN Photo)\n\n\n\nIt was built in 1901.",
            plain=True,
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
                first = Related(Place(above.index, above.whole), "first occurrence")
                change = Change(below.whole, "")
                yield (
                    below,
                    Finding(below.whole, "repeated paragraph: delete it", (change,), (), (first,)),
                )


def _are_running_text(above: Block, below: Block) -> bool:
    """Whether two blocks are long paragraphs of the same flow.

    The first line of plain text is a headline, but also counts as a paragraph if it is a sentence.
    """
    return (
        below.kind is BlockKind.PARAGRAPH
        and (above.kind is below.kind or (above.kind is BlockKind.HEADLINE and above.text.endswith(ENDS)))
        and above.source.flow == below.source.flow
        and len(above.text) >= SHORTEST
    )
