"""What a second engine says, beside what newslint's own rules say of the same article."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace

from newslint.core.diagnostics import Related
from newslint.core.positions import Place, Range
from newslint.linter.rule_runner import Said


def merged(own: Said, others: Said) -> Said:
    """Both; of a place that a rule of ours speaks of, the second engine's words go along with ours."""
    places: defaultdict[int, list[int]] = defaultdict(list)
    findings = list(own[0])
    for number, (block, _, _) in enumerate(findings):
        places[block].append(number)
    for block, finding, rule in others[0]:
        near = [n for n in places[block] if _touch(findings[n][1].at, finding.at)]
        if not near:
            findings.append((block, finding, rule))
            continue
        _, ours, ours_by = findings[near[0]]
        too = Related(Place(block, finding.at), f"{rule.name} says: {finding.message}")
        findings[near[0]] = block, replace(ours, related=(*ours.related, too)), ours_by
    return tuple(findings), own[1] + others[1]


def _touch(one: Range, other: Range) -> bool:
    """Whether two places share a character, or an empty one lies in the other."""
    return (
        one.start < other.end and other.start < one.end
    ) or other.start <= one.start <= one.end <= other.end
