"""Runs the applicable rules on an article, each within a time limit."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from types import NoneType

from newslint.core.diagnostics import (
    BlockFinding,
    Change,
    Finding,
    RuleFailure,
    RuleInfo,
    RuleResults,
    Safety,
)
from newslint.core.errors import describe
from newslint.core.interrupts import let_pass
from newslint.core.positions import Range
from newslint.linter import time_limit
from newslint.linter.incremental import FindingCache
from newslint.linter.prefilter.prefilter import prefilter_for
from newslint.linter.relevance import is_relevant
from newslint.linter.time_limit import TimeLimit, TimeLimitExceeded
from newslint.rules.base import Rule, Scope
from newslint.rules.selection import SelectedRule
from newslint.text.document import Block, Document

MAX_TIMEOUTS = 3
"""How often a rule may exceed its time limit in a run before it is switched off."""


class InvalidFinding(ValueError):
    """A rule reported something that is not a finding in its block."""


class RuleRunner:
    """Rules, and the prefilter for the blocks in which they may match."""

    def __init__(self, rules: Sequence[SelectedRule]) -> None:
        """Build the prefilter; rules with the same traces share one."""
        self.rules = rules
        self.prefilter = prefilter_for(tuple(selected.trace for selected in rules))
        self._timeouts: Counter[str] = Counter()

    def run(self, document: Document, cache: FindingCache | None = None) -> RuleResults:
        """Run all applicable rules; the failures are part of the results.

        All rules share a time limit at first, because a timer for each rule and block would cost more than
        most rules. If anything fails, each rule runs alone, and a slow one block by block.
        """
        applicable = list(self.applicable(document))
        try:
            with TimeLimit(_seconds(document)):
                return RuleResults(
                    tuple(f for rule, blocks in applicable for f in run_rule(rule, document, blocks, cache))
                )
        except BaseException as error:  # noqa: BLE001 - a rule may raise anything, SystemExit too
            let_pass(error)
            return self._run_one_by_one(applicable, document, cache)

    def applicable(self, document: Document) -> Iterator[tuple[SelectedRule, Sequence[Block]]]:
        """The rules that may apply, with the blocks that may match."""
        traced = self.prefilter.find(document.texts)
        for number in sorted(self.prefilter.always | traced.keys()):
            rule = self.rules[number]
            if self._timeouts[rule.info.name] >= MAX_TIMEOUTS:
                continue
            if number in traced:
                yield rule, [document.blocks[n] for n in sorted(traced[number])]
            else:
                yield rule, document.blocks

    def _run_one_by_one(
        self,
        applicable: Sequence[tuple[SelectedRule, Sequence[Block]]],
        document: Document,
        cache: FindingCache | None,
    ) -> RuleResults:
        """Run each rule with its own time limit."""
        findings: list[BlockFinding] = []
        failures: list[RuleFailure] = []
        for selected, blocks in applicable:
            try:
                found, failed = self._run_alone(selected, document, blocks, cache)
                findings += found
                failures += failed
            except BaseException as error:  # noqa: BLE001 - as above
                let_pass(error)
                failures.append(RuleFailure(_failure_message(selected, error)))
        return RuleResults(tuple(findings), tuple(failures))

    def _run_alone(
        self,
        selected: SelectedRule,
        document: Document,
        blocks: Sequence[Block],
        cache: FindingCache | None,
    ) -> tuple[list[BlockFinding], list[RuleFailure]]:
        """Run a rule alone, block by block after it timed out."""
        name, by_block = selected.info.name, type(selected.rule).check is Rule.check
        seconds = time_limit.BLOCK_SECONDS if by_block else _seconds(document)
        findings: list[BlockFinding] = []
        failures: list[RuleFailure] = []
        pending = [blocks]
        while pending and self._timeouts[name] < MAX_TIMEOUTS:
            part = pending.pop()
            try:
                with TimeLimit(seconds):
                    findings += run_rule(selected, document, part, cache)
            except (TimeoutError, TimeLimitExceeded):
                if by_block and len(part) > 1:
                    pending += [[block] for block in reversed(part)]
                    continue
                self._timeouts[name] += 1
                failures.append(RuleFailure(f"rule {name} took too long", _first(part, document)))
                if self._timeouts[name] == MAX_TIMEOUTS:
                    failures.append(
                        RuleFailure(f"rule {name} took too long {MAX_TIMEOUTS} times and is now switched off")
                    )
        return findings, failures


def run_rule(
    selected: SelectedRule, document: Document, blocks: Sequence[Block], cache: FindingCache | None
) -> list[BlockFinding]:
    """The validated findings of a rule."""
    if cache and selected.rule.scope is Scope.BLOCK:
        found = cache.findings(selected, blocks)
    else:
        found = list(selected.rule.check(document, blocks))
    rule, info = selected.rule, selected.info
    return [
        hit
        for one in found
        if (hit := _validate(one, info))
        and is_relevant(one[0], hit.finding, info.category, any_language=rule.any_language, reads=rule.reads)
    ]


def _validate(found: tuple[Block, Finding], rule: RuleInfo) -> BlockFinding:
    """A finding that lies in its block.

    Raises:
        InvalidFinding: a type is wrong, or a range is outside the block.

    """
    try:
        block, finding = found
        ranges = [finding.at, *(change.at for change in finding.changes)]
        size, index = len(block.text), block.index
        well_typed = _is_well_typed(finding)
        places = [related.place for related in finding.related]
        blocks = block.document.blocks
        inside = [(Range(place.block, place.block + 1), len(blocks)) for place in places]
        inside += [(place.at, len(blocks[place.block].text)) for place in places]
    except (TypeError, ValueError, AttributeError, IndexError) as error:
        raise InvalidFinding(f"not a block and a finding: {error}") from None
    inside += [(at, size) for at in ranges]
    if not well_typed or not all(_is_within(*place) for place in inside):
        raise InvalidFinding(f"a finding must be in its block of {size} characters: {finding}")
    return BlockFinding(index, finding, rule)


def _is_well_typed(finding: Finding) -> bool:
    """Whether the parts of a finding have exactly the expected types."""
    texts = [finding.message, *finding.suggestions, *(change.text for change in finding.changes)]
    texts += [related.message for related in finding.related]
    return (
        type(finding) is Finding
        and all(type(text) is str for text in texts)
        and all(type(change) is Change for change in finding.changes)
        and type(finding.confidence) in (int, float, NoneType)
        and isinstance(finding.safety, Safety | None)
    )


def _is_within(at: Range, size: int) -> bool:
    return type(at.start) is int and type(at.end) is int and 0 <= at.start <= at.end <= size


def _failure_message(selected: SelectedRule, error: BaseException) -> str:
    return f"rule {selected.info.name} failed: {describe(error)}"


def _seconds(document: Document) -> float:
    """The time limit for an article, for all rules or one."""
    return time_limit.BLOCK_SECONDS + time_limit.SECONDS_A_CHARACTER * sum(map(len, document.texts))


def _first(blocks: Sequence[Block], document: Document) -> int | None:
    """The index of the first of some blocks."""
    return next((block.index for block in (*blocks, *document.blocks)), None)
