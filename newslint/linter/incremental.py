"""What rules said before, for when an article is read again with little changed."""

from __future__ import annotations

from collections.abc import Hashable

from newslint.core.diagnostics import Finding
from newslint.rules.selection import SelectedRule
from newslint.text.document import Block


class FindingCache:
    """What was said in this round and the last; what nobody asked for in a round is forgotten in the next."""

    def __init__(self) -> None:
        """Know nothing yet."""
        self._last: dict[Hashable, tuple[Finding, ...]] = {}
        self._now: dict[Hashable, tuple[Finding, ...]] = {}

    def begin(self) -> None:
        """Begin a round: an article is about to be checked, or all articles of a file."""
        self._last, self._now = self._now, {}

    def findings(self, active: SelectedRule, block: Block) -> tuple[Finding, ...]:
        """What a rule that looks at one block at a time says of one.

        It is remembered unless the rule looked at the rest of the article or spoke of it.
        """
        key = active.info.name, block.kind, block.text
        said = self._now.get(key, self._last.get(key))
        if said is None:
            before = block.article.consulted.times
            said = tuple(finding for _, finding in active.rule.check(block.article, [block]))
            if block.article.consulted.times > before or any(finding.related for finding in said):
                return said
        self._now[key] = said
        return said
