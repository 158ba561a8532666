"""Asking rules about an article, each only where it may find something."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newslint.catalog import Active
from newslint.document import Block, Document
from newslint.model import Finding, RuleInfo
from newslint.sieve.sieve import sieve_for
from newslint.view import Kind

Findings = tuple[tuple[int, Finding, RuleInfo], ...]
"""What rules say of one article: the index of the block, the finding and the rule."""


class Inspector:
    """Some rules, and the sieve that tells where each may find something."""

    def __init__(self, rules: Sequence[Active]) -> None:
        """Make the sieve; that of the same rules is made once."""
        self.rules = rules
        self._sieve = sieve_for(tuple(map(_trace, rules)))

    def findings(self, document: Document) -> tuple[Findings, tuple[str, ...]]:
        """What the rules say of an article, and which of them failed; a rule that crashes is named."""
        found: list[tuple[int, Finding, RuleInfo]] = []
        failures: list[str] = []
        for active, blocks in self.concerned(document):
            try:
                found += [
                    (block.index, finding, active.info)
                    for block, finding in active.rule.check(document, blocks)
                ]
            except Exception as error:  # noqa: BLE001 - a broken rule must not silence the others
                failures.append(f"rule {active.info.name} failed: {type(error).__name__}: {error}")
        return tuple(found), tuple(failures)

    def concerned(self, document: Document) -> Iterator[tuple[Active, Sequence[Block]]]:
        """The rules that may find something in an article, each with the blocks that may have its trace."""
        prose = [block for block in document.blocks if block.kind is not Kind.GAP]
        traced = self._sieve.traced([block.text for block in prose])
        for number, active in enumerate(self.rules):
            if number in traced:
                yield active, [prose[n] for n in sorted(traced[number])]
            elif number in self._sieve.always:
                yield active, document.blocks


_inspectors: dict[int, Inspector] = {}


def inspector_of(rules: tuple[Active, ...]) -> Inspector:
    """The inspector for the rules of a profile, made once; comparing them all takes longer than a glance."""
    known = _inspectors.get(id(rules))
    if known is None or known.rules is not rules:
        known = _inspectors[id(rules)] = Inspector(rules)
    return known


def _trace(active: Active) -> str:
    """The trace of a rule; one that cannot tell it, or looks into gaps, is asked about everything."""
    try:
        return "" if Kind.GAP in active.rule.kinds else active.rule.trace
    except Exception:  # noqa: BLE001 - a broken rule must not silence the others
        return ""
