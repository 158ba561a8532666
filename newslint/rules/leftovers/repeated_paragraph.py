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
LEAST = 4
"""Minimum words of a headline or a pull quote that nobody repeats by chance."""
ENDS = (".", "!", "?", ")", "”", '"')
CLOSING = ".,!?”’\"'"


class RepeatedParagraph(Rule):
    """A paragraph appears twice in succession.

    ## What it does
    Deletes the second copy, also of a headline; `blank-lines` then closes the gap. Where the next paragraph
    begins with a whole one, as after a pull quote, it deletes the first. Only paragraphs of one running text
    are compared, never fields, cells, items or captions. Short lines may be a refrain and pass.

    ## Why it matters
    Scrapers take a pull quote or lede in two layouts, and engines repeat a segment.

    ## Fix safety
    Safe: the text remains in the article. Unsafe for a headline or a pull quote, which may be wanted.

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
        Case(
            "Ferry to run at night again\n\n⟦Ferry to run at night again⟧\n\nIt will leave at ten, she said.",
            fixed="Ferry to run at night again\n\n\n\nIt will leave at ten, she said.",
            safety=Safety.UNSAFE,
            plain=True,
        ),
        Case(
            "It rained.\n\n⟦“We saw it in the rain.”⟧\n\n“We saw it in the rain,” she said.",
            fixed="It rained.\n\n\n\n“We saw it in the rain,” she said.",
            safety=Safety.UNSAFE,
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
            if above.text[1:9] != below.text[1:9]:
                continue
            if _is_pull_quote(above, below):
                message = "the next paragraph begins with the same words: delete this one"
                cut = Change(above.whole, "")
                yield above, Finding(above.whole, message, (cut,), safety=Safety.UNSAFE)
            elif above.text == below.text and _is_headline_again(above, below):
                message = "headline repeated as a paragraph: delete it"
                cut = Change(below.whole, "")
                yield below, Finding(below.whole, message, (cut,), safety=Safety.UNSAFE)
            elif above.text == below.text and _are_running_text(above, below):
                first = Related(Place(above.index, above.whole), "first occurrence")
                change = Change(below.whole, "")
                yield (
                    below,
                    Finding(below.whole, "repeated paragraph: delete it", (change,), (), (first,)),
                )


def _is_headline_again(above: Block, below: Block) -> bool:
    """Whether a paragraph says what the headline above it says."""
    return (
        above.index == above.document.headline_index
        and below.kind is BlockKind.PARAGRAPH
        and above.source.flow == below.source.flow
        and len(above.text.split()) >= LEAST
        and not above.text.endswith(ENDS)
    )


def _is_pull_quote(above: Block, below: Block) -> bool:
    """Whether a paragraph begins with all of the paragraph above it."""
    said = above.text.rstrip(CLOSING)
    return (
        len(below.text) > len(above.text)
        and above.kind is below.kind is BlockKind.PARAGRAPH
        and above.source.flow == below.source.flow
        and above.text.endswith(ENDS)
        and below.text.startswith(said)
        and below.text[len(said)] in CLOSING
        and len(said.split()) >= LEAST
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
