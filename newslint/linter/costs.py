"""What each rule costs on some articles, and how it is found out which of them concern it."""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from time import process_time

from newslint.linter.prefilter.prefilter import route
from newslint.linter.rule_runner import RuleRunner
from newslint.rules.selection import SelectedRule
from newslint.text.document import Block, Document

FACTS = ("quotes", "people", "terms", "speeches", "organisations", "strangers", "kin")
"""What rules ask of a whole article; it takes longer than most rules, and is made once for all of them."""
MEGA = 1e6


@dataclass(slots=True)
class Cost:
    """What a rule, a fact or the sieve took; times are CPU seconds.

    `route` tells how the blocks that may concern a rule are found: by words, by a set of looser expressions,
    or not at all (direct). `asked` counts these blocks, `idle` those in which it found nothing.
    """

    name: str
    route: str
    seconds: float = 0.0
    asked: int = 0
    idle: int = 0
    findings: int = 0


@dataclass
class Costs:
    """The costs of some rules, added up over articles."""

    rules: tuple[SelectedRule, ...]
    size: int = 0
    """Bytes of UTF-8 of all prose."""
    rows: dict[str, Cost] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._inspector = RuleRunner(self.rules)
        self._inspector.prefilter.make()
        self.rows["prefilter"] = Cost("prefilter", "all rules")
        self.rows |= {name: Cost(name, "fact") for name in FACTS}
        self.rows |= {a.info.name: Cost(a.info.name, str(route(a.trace).way)) for a in self.rules}

    def add(self, document: Document) -> None:
        """Ask every rule about an article twice, and take the time of the second, when the facts are made."""
        self.size += sum(len(text.encode("utf-8", "replace")) for text in document.texts)
        with _timed(self.rows["prefilter"]):
            concerned = list(self._inspector.applicable(document))
        for active, blocks in concerned:
            self._facts(active, document, blocks)
            cost = self.rows[active.info.name]
            with _timed(cost):
                found = list(active.rule.check(document, blocks))
            hit = {block.index for block, _ in found}
            cost.asked += len(blocks)
            cost.idle += sum(block.index not in hit for block in blocks)
            cost.findings += len(found)

    def _facts(self, active: SelectedRule, document: Document, blocks: Sequence[Block]) -> None:
        """Let a rule make the facts that it asks for, and make each again alone to take its time."""
        known = set(document.__dict__)
        list(active.rule.check(document, blocks))
        for name in set(document.__dict__) & set(FACTS) - known:
            fresh = Document(document.sources, document.parse_options)
            with _timed(self.rows[name]):
                getattr(fresh, name)

    def sorted(self) -> list[Cost]:
        """The costs, the dearest first."""
        return sorted(self.rows.values(), key=lambda cost: -cost.seconds)

    def milliseconds(self, cost: Cost) -> float:
        """How many milliseconds a megabyte takes."""
        return cost.seconds * 1000 / max(self.size / MEGA, 1e-9)

    def idle(self, cost: Cost) -> float:
        """How many blocks a kilobyte it is asked about for nothing."""
        return cost.idle / max(self.size / 1000, 1e-9)


class _timed:  # noqa: N801 - read as a verb
    """Adds the CPU time of what is done in it to a cost."""

    def __init__(self, cost: Cost) -> None:
        self._cost = cost

    def __enter__(self) -> None:
        gc.disable()
        self._begun = process_time()

    def __exit__(self, *_: object) -> None:
        self._cost.seconds += process_time() - self._begun
        gc.enable()


def cases(rules: Iterable[SelectedRule]) -> Iterator[str]:
    """The texts of all cases of some rules, for when no article is at hand."""
    for active in rules:
        for case in active.rule.cases:
            yield case.marked.replace("⟦", "").replace("⟧", "")
