from __future__ import annotations

from collections.abc import Iterator, Sequence

from newslint.rules import Block, BlockKind, Case, Document, Finding, Range, Rule, pattern

FRAGMENT = r"\A(?P<word>\p{Ll}{2,})(?=\s\p{L}+\s\p{L}+\s\p{L}+)(?=.*[.!?][”’\"']?\s*\Z)"
OPEN = r"\p{L}[\p{L}’'-]*\s[\p{L}’'-]+\Z"
"""How a paragraph ends that breaks off: two words and no mark."""
LEAST = 30
"""Letters of a paragraph that is no headline or label."""


class OrphanFragment(Rule):
    """A paragraph begins in lower case: “and the harbor office”.

    ## What it does
    Reports the first word where the paragraph before breaks off without a mark. Lists and captions pass:
    their lines have no end mark, or the line before has one.

    ## Why it matters
    Pages that break a sentence with a picture or link leave its second half alone.

    ## Fix safety
    No fix: words between the halves may be lost.

    ## References
    Study of machine-translated news, artefact SB05.
    """

    cases = (
        Case(
            "It rained in the town.\n\nThe bridge was shut by the mayor of the old town\n\n"
            "⟦and⟧ the harbor office of the town was closed.",
            plain=True,
        ),
        Case(
            "The bridge was shut by the mayor of the town.\n\nand the harbor office of the town was closed."
        ),
        Case("It rained.\n\nThe bridge was shut by the mayor of the town\n\niPhone sales fell in the town."),
        Case("The list:\n\nthree boats"),
    )

    @property
    def trace(self) -> str:
        return r"\A\p{Ll}{2,}\s\p{L}+\s\p{L}+"

    def check(self, document: Document, candidates: Sequence[Block]) -> Iterator[tuple[Block, Finding]]:
        for block in candidates:
            match = pattern(FRAGMENT).search(block.text) if block.kind is BlockKind.PARAGRAPH else None
            before = _before(document, block) if match else None
            if match and before and len(before) > LEAST and pattern(OPEN).search(before.rstrip()):
                message = f"paragraph begins with “{match['word']}”: does it belong to the one before?"
                yield block, Finding(Range(*match.span("word")), message)


def _before(document: Document, block: Block) -> str | None:
    """The text of the paragraph before in the same flow."""
    for other in reversed(document.blocks[: block.index]):
        if other.text.strip():
            same = other.kind is BlockKind.PARAGRAPH and other.source.flow == block.source.flow
            return other.text if same else None
    return None
