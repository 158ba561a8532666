from __future__ import annotations

from collections.abc import Iterator, Sequence

from newslint.core.segments import PROSE
from newslint.rules import Block, BlockKind, Case, Change, Document, Finding, Range, Rule, Safety, pattern

LINE_END = r"\r\n|\n|\r"
USUAL_GAPS = frozenset({"\n", "\n\n", "\r\n", "\r\n\r\n"})
"""Gaps that are accepted between any two paragraphs."""


class BlankLines(Rule):
    """More than one blank line separates paragraphs, or blanks pad the file.

    ## What it does
    Leaves one blank line between paragraphs and none at the start or end of the file, in the file's own
    line endings, and strips white space from blank lines. Lines without a blank line between them, and
    a missing final line ending, pass.

    ## Why it matters
    Deleted widgets and stripped tags leave the gaps.

    ## Fix safety
    Safe: only white space outside paragraphs changes.
    """

    safety = Safety.SAFE
    kinds = frozenset({BlockKind.GAP})
    any_language = True
    cases = (
        Case("The bridge opens.\n\n⟦\n⟧It cost little.\n", fixed="The bridge opens.\n\nIt cost little.\n"),
        Case("The bridge opens.\n⟦ \t\n⟧It cost little.", fixed="The bridge opens.\n\nIt cost little."),
        Case("The bridge opens.\n\nIt cost little.\n⟦\n\n⟧", fixed="The bridge opens.\n\nIt cost little.\n"),
        Case("The bridge opens.\n⟦  ⟧", fixed="The bridge opens.\n"),
        Case("The bridge opens.\nIt cost little.\n\nNobody paid."),
        Case("The bridge opens."),
    )

    def check(self, document: Document, candidates: Sequence[Block]) -> Iterator[tuple[Block, Finding]]:
        if any(block.kind in PROSE for block in document.blocks):
            yield from super().check(document, candidates)

    def check_block(self, block: Block) -> Iterator[Finding]:
        text = block.text
        wanted = text if text in USUAL_GAPS and _separates(block) else _expected_gap(block)
        if text == wanted:
            return
        kept = max(n for n in range(len(wanted) + 1) if text.startswith(wanted[:n]))
        at = Range(kept, len(text))
        yield Finding(at, "extra blank lines: delete them", (Change(at, wanted[kept:]),))


def _separates(block: Block) -> bool:
    """Whether a gap is between two paragraphs."""
    return 0 < block.index < len(block.document.blocks) - 1


def _expected_gap(block: Block) -> str:
    """The white space that should replace a gap."""
    ends: list[str] = pattern(LINE_END).findall(block.text)
    if block.index == 0:
        return ""
    return "".join(ends[:1]) if block.index == len(block.document.blocks) - 1 else "".join(ends[:2])
