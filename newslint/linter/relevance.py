"""Whether findings concern English prose or something that rules ignore."""

from __future__ import annotations

from newslint.core.diagnostics import Finding
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
    """Whether a finding is in English prose, or in declared runs."""
    if block.kind is BlockKind.GAP:
        return True
    places = [finding.at, *(change.at for change in finding.changes)]
    if not any_language and any(map(block.is_foreign, places)):
        return False
    if finding.at == block.whole:
        return True  # a finding of the whole paragraph
    reads_speech = category in SPOKEN_CATEGORIES
    left_alone = [
        run.at for run in block.runs if not (reads_speech if run.kind in SPOKEN else run.kind in reads)
    ]
    return not any(place.touches(run) for run in left_alone for place in places)
