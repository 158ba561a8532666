"""Reuses findings when an article is checked again after an edit."""

from __future__ import annotations

from collections.abc import Sequence

from newslint.core.diagnostics import Finding
from newslint.core.segments import BlockKind
from newslint.rules.base import Scope
from newslint.rules.selection import SelectedRule
from newslint.text.document import Block

Key = tuple[str, BlockKind, str]
"""The name of a rule, and the kind and text of a block."""


class FindingCache:
    """The block rules' findings of this round and the last."""

    def __init__(self) -> None:
        """Start empty."""
        self._last: dict[Key, tuple[Finding, ...]] = {}
        self._current: dict[Key, tuple[Finding, ...]] = {}

    def start_round(self) -> None:
        """Begin to check a new version of a file."""
        self._last, self._current = self._current, {}

    def findings(self, selected: SelectedRule, blocks: Sequence[Block]) -> list[tuple[Block, Finding]]:
        """The findings of a rule in some blocks; checks new ones only."""
        if selected.rule.scope is not Scope.BLOCK:
            raise ValueError(f"findings of {selected.info.name} depend on the whole article")
        return [(block, finding) for block in blocks for finding in self._findings_in(selected, block)]

    def _findings_in(self, selected: SelectedRule, block: Block) -> tuple[Finding, ...]:
        key = selected.info.name, block.kind, block.text
        found = self._current.get(key, self._last.get(key))
        if found is None:
            found = tuple(finding for _, finding in selected.rule.check(block.document, [block]))
        self._current[key] = found
        return found
