"""Rules on paragraphs that a page left in the article."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import ClassVar

from newslint.core.grade import Verdict
from newslint.rules.base import Block, Change, Document, Finding, Rule, Safety
from newslint.text.residue.kinds import Residue, ResidueKind

INTRODUCES = (":", " from", " to", " in", " at", " for")
"""Ends of lines that need what follows: “Download from”."""


class PageLineRule(Rule):
    """A rule that deletes paragraphs that are residue of some kinds."""

    residue: ClassVar[frozenset[ResidueKind]]
    message: ClassVar[str]
    any_language = True

    def check(self, document: Document, candidates: Sequence[Block]) -> Iterator[tuple[Block, Finding]]:
        """Yield the paragraphs that are residue of the rule's kinds."""
        for index, residue in document.residue.items():
            block = document.blocks[index]
            if residue.kind in self.residue and block.kind in self.kinds:
                change = Change(block.whole, "")
                safety = Safety.UNSAFE if _may_be_its_own(block) else self.sureness(block, residue)
                yield block, Finding(block.whole, self.message, (change,), safety=safety)

    def sureness(self, block: Block, residue: Residue) -> Safety | None:
        """Return the safety of deleting a paragraph, if below the rule's."""
        return None if residue.closed else Safety.UNSAFE


def _may_be_its_own(block: Block) -> bool:
    """Whether a line may be the article's own."""
    text, document = block.text.rstrip(), block.document
    if text.endswith(INTRODUCES):
        return True
    is_written = document.is_written and (block.source.has_markup or text.endswith((".", "!")))
    return is_written and not document.opens(Verdict.SCRAPED)
