"""Asking rules about an article, each only where it may find something."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newslint.core.diagnostics import Finding, RuleInfo
from newslint.core.interrupts import let_pass
from newslint.linter import time_limit
from newslint.linter.incremental import FindingCache
from newslint.linter.prefilter.prefilter import sieve_for
from newslint.linter.time_limit import TimeLimit, TimeLimitExceeded
from newslint.rules.selection import SelectedRule
from newslint.text.document import Block, Document

Findings = tuple[tuple[int, Finding, RuleInfo], ...]
"""What rules say of one article: the index of the block, the finding and the rule."""


Failure = tuple[str, int | None]
"""In what words a rule failed, and the index of the block in which it took too long, if it did."""

Said = tuple[Findings, tuple[Failure, ...]]
"""What rules say of one article, and which of them failed."""

MOST_SLOW = 3
"""Blocks of an article in which a rule may take too long before it is asked about no more of them."""


class RuleRunner:
    """Some rules, and the sieve that tells where each may find something."""

    def __init__(self, rules: Sequence[SelectedRule]) -> None:
        """Make the sieve; that of the same rules is made once."""
        self.rules = rules
        self.sieve = sieve_for(tuple(active.trace for active in rules))

    def findings(self, document: Document, memory: FindingCache | None = None) -> Said:
        """What the rules say of an article; a rule that crashes is named.

        All are asked under one alarm, and after it rang or one crashed each alone, then each block alone:
        an alarm for every rule and block would cost more than most rules do.
        With a `memory`, rules that see one block at a time are asked only about blocks that are new to it.
        """
        asked = list(self.concerned(document))
        try:
            with TimeLimit(_seconds(document)):
                return tuple(
                    f for active, blocks in asked for f in _asked(active, document, blocks, memory)
                ), ()
        except (Exception, TimeLimitExceeded) as error:  # noqa: BLE001 - which rule it was is found out by asking each
            let_pass(error)
            return self._one_by_one(asked, document, memory)

    def _one_by_one(
        self,
        asked: Sequence[tuple[SelectedRule, Sequence[Block]]],
        document: Document,
        memory: FindingCache | None,
    ) -> Said:
        """What rules say that are each stopped and named alone."""
        found: list[tuple[int, Finding, RuleInfo]] = []
        failures: list[Failure] = []
        for active, blocks in asked:
            waiting, slow = [blocks], 0
            while waiting and slow < MOST_SLOW:
                part = waiting.pop()
                try:
                    with TimeLimit(
                        time_limit.BLOCK_SECONDS if active.rule.sees_blocks else _seconds(document)
                    ):
                        found += _asked(active, document, part, memory)
                except (TimeoutError, TimeLimitExceeded):
                    if active.rule.sees_blocks and len(part) > 1:
                        waiting += [[block] for block in reversed(part)]
                    else:
                        slow += 1
                        failures.append((f"rule {active.info.name} took too long", _place(part, document)))
                except Exception as error:  # noqa: BLE001 - a broken rule must not silence the others
                    failures.append(
                        (f"rule {active.info.name} failed: {type(error).__name__}: {error}", None)
                    )
        return tuple(found), tuple(failures)

    def concerned(self, document: Document) -> Iterator[tuple[SelectedRule, Sequence[Block]]]:
        """The rules that may find something in an article, each with the blocks that may have its trace."""
        traced = self.sieve.traced(document.texts, document.joined)
        for number in sorted(self.sieve.always | traced.keys()):
            if number in traced:
                yield self.rules[number], [document.blocks[n] for n in sorted(traced[number])]
            else:
                yield self.rules[number], document.blocks


def _asked(
    active: SelectedRule, document: Document, blocks: Sequence[Block], memory: FindingCache | None
) -> list[tuple[int, Finding, RuleInfo]]:
    if memory and active.rule.sees_blocks:
        return [(b.index, f, active.info) for b in blocks for f in memory.findings(active, b)]
    return [(b.index, f, active.info) for b, f in active.rule.check(document, blocks)]


def _seconds(document: Document) -> float:
    """How long all rules together, or one that sees the whole, may look at an article."""
    return time_limit.BLOCK_SECONDS + time_limit.SECONDS_A_CHARACTER * sum(map(len, document.texts))


def _place(blocks: Sequence[Block], document: Document) -> int | None:
    """The block that took too long, or the first of many."""
    return next((block.index for block in (*blocks, *document.blocks)), None)
