"""Which findings concern English prose, and which lie in something else that rules leave alone."""

from __future__ import annotations

from collections.abc import Iterable

from newslint.core.diagnostics import Finding
from newslint.core.positions import Range
from newslint.core.segments import BlockKind
from newslint.rules.base import Rule
from newslint.text.document import Block
from newslint.text.runs import SPOKEN, RunKind

SPOKEN_CATEGORIES = frozenset({"encoding", "quotes", "leftovers"})
"""The categories that report in posts and transcripts."""


def is_relevant(
    block: Block,
    finding: Finding,
    category: str,
    *,
    any_language: bool = Rule.any_language,
    reads: frozenset[RunKind] = Rule.reads,
) -> bool:
    """Whether a finding lies in English prose, or in what its rule declares to read."""
    if block.kind is BlockKind.GAP:
        return True
    places = [finding.at, *(change.at for change in finding.changes)]
    if not any_language and _touches(places, block.foreign):
        return False
    if finding.at == block.whole:
        return True  # a whole paragraph is reported, whatever is in it
    left_alone = [run.at for run in block.runs if run.kind not in reads and run.kind not in SPOKEN]
    if category not in SPOKEN_CATEGORIES:
        left_alone += [run.at for run in block.runs if run.kind in SPOKEN]
    return not _touches(places, left_alone)


def _touches(places: Iterable[Range], others: Iterable[Range]) -> bool:
    """Whether a place shares a character with another range, or lies inside it."""
    return any(
        place.start < other.end and other.start < place.end
        if place.start < place.end
        else other.start < place.start < other.end
        for place in places
        for other in others
    )
