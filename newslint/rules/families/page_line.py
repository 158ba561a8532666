"""Rules on paragraphs that a page left in the article."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import ClassVar

from newslint.rules.base import Block, Change, Document, Finding, Rule, Safety
from newslint.text.residue.kinds import Residue, ResidueKind


class PageLineRule(Rule):
    """A rule about paragraphs that are residue of some kinds: they are to be deleted."""

    residue: ClassVar[frozenset[ResidueKind]]
    message: ClassVar[str]
    any_language = True

    def check(self, document: Document, candidates: Sequence[Block]) -> Iterator[tuple[Block, Finding]]:
        """Yield the paragraphs that are residue of the rule's kinds."""
        for index, residue in document.residue.items():
            block = document.blocks[index]
            if residue.kind in self.residue and block.kind in self.kinds:
                change = Change(block.whole, "")
                yield (
                    block,
                    Finding(block.whole, self.message, (change,), safety=self.sureness(block, residue)),
                )

    def sureness(self, block: Block, residue: Residue) -> Safety | None:
        """Return how safe it is to delete a paragraph, where that is less than the rule's own safety."""
        return None if residue.closed else Safety.UNSAFE
