"""Rules that compare an article with its original."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import ClassVar

from newslint.rules.base import Block, Document, Finding, Rule, Safety
from newslint.text.originals.original import Comparison, Original, compare


class ComparisonRule(Rule):
    """A rule that compares an article with its original, and gives hints."""

    original: Original | None = None

    safety: ClassVar[Safety] = Safety.HINT
    default: ClassVar[bool] = False
    needs: ClassVar[tuple[str, ...]] = ("original",)

    def check(self, document: Document, candidates: Sequence[Block]) -> Iterator[tuple[Block, Finding]]:
        """Yield the differences between the article and its original."""
        if self.original and (texts := self.original.article(document.index)):
            for block, finding in self.differences(compare(document.texts, texts)):
                yield document.blocks[block], finding

    def differences(self, compared: Comparison) -> Iterator[tuple[int, Finding]]:
        """Yield findings, each with the number of its block."""
        raise NotImplementedError
