from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from newslint.rules import Block, BlockKind, Case, Document, Finding, Range, Rule, pattern

END = r"(?:(?<=\p{Ll}\s)(?P<word>an?|the|their|our|its)|(?<=[.!?][”\"’)\]]{0,2}\s)(?P<word>An?|The))\s*\Z"
"""A word that another must follow, at the end of a paragraph."""
LEAST = 4
"""Words of a paragraph that is no headline in a list."""


class BrokenOffParagraph(Rule):
    """A paragraph ends in a word that needs another: “paid a”.

    ## What it does
    Reports an article or possessive at the end of a paragraph, where another paragraph follows.

    ## Why it matters
    Pages and engines cut a sentence in two, and its second half becomes a paragraph.

    ## Fix safety
    No fix: words between the halves may be lost.
    """

    kinds = frozenset({BlockKind.PARAGRAPH})
    cases = (
        Case("The bridge opens.\n\nThe president paid ⟦a⟧\n\nA surprise visit to the town.", plain=True),
        Case("The bridge opens.\n\nNobody can condone it. ⟦A⟧\n\nspokesman said so.", plain=True),
        Case("The bridge opens.\n\nThe vote was A\n\nIt was plan B."),
        Case("The bridge opens.\n\nHe said it cost a lot.\n\nEnd of the\n\nstory."),
    )

    @property
    def trace(self) -> str:
        return END

    def check(self, document: Document, candidates: Sequence[Block]) -> Iterator[tuple[Block, Finding]]:
        paragraphs = [block for block in document.blocks if block.text.strip()]
        for block, after in pairwise(paragraphs):
            same = block.kind is after.kind is BlockKind.PARAGRAPH and block.source.flow == after.source.flow
            match = pattern(END).search(block.text) if same and block.text.count(" ") >= LEAST - 1 else None
            if match and block.index not in document.residue:
                message = f"paragraph breaks off after “{match['word']}”: does the next one continue it?"
                yield block, Finding(Range(*match.span("word")), message)
