"""Other engines, whose findings are merged with newslint's own."""

from __future__ import annotations

from collections import defaultdict
from typing import Protocol

from msgspec.structs import replace

from newslint.core.diagnostics import Related, RuleResults
from newslint.core.positions import Place, Range
from newslint.text.document import Document


class Engine(Protocol):
    """An engine that checks an article after newslint's own rules."""

    @property
    def name(self) -> str:
        """The prefix of its rules' names, before a slash."""
        ...

    @property
    def fingerprint(self) -> bytes | None:
        """A fingerprint of all that affects its findings; None if unknown."""
        ...

    def findings(self, document: Document) -> RuleResults:
        """The engine's findings in an article, or why it failed."""
        ...


def merge(own: RuleResults, others: RuleResults) -> RuleResults:
    """Merge results; our finding gets the message of an overlapping one."""
    places: defaultdict[int, list[int]] = defaultdict(list)
    findings = list(own.findings)
    for number, found in enumerate(findings):
        places[found.block].append(number)
    for other in others.findings:
        near = [n for n in places[other.block] if _touch(findings[n].finding.at, other.finding.at)]
        if not near:
            findings.append(other)
            continue
        ours = findings[near[0]]
        note = Related(Place(other.block, other.finding.at), f"{other.rule.name}: {other.finding.message}")
        finding = replace(ours.finding, related=(*ours.finding.related, note))
        findings[near[0]] = ours._replace(finding=finding)
    return RuleResults(tuple(findings), own.failures + others.failures)


def _touch(one: Range, other: Range) -> bool:
    """Whether two ranges share a character, or one contains an empty other."""
    return (
        one.start < other.end and other.start < one.end
    ) or other.start <= one.start <= one.end <= other.end
