"""Measures the cost of each rule, and of the prefilter."""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator, Sequence
from time import process_time

from msgspec import Struct

from newslint.linter.prefilter.prefilter import translations
from newslint.linter.rule_runner import RuleRunner
from newslint.rules.selection import SelectedRule
from newslint.text.document import Block, Document

FACTS = (
    "languages",
    "quotes",
    "residue",
    "unknown_words",
    "people",
    "terms",
    "suspicions",
    "evidence",
    "speeches",
    "organisations",
    "unintroduced_names",
    "families",
)
"""Facts of whole articles, which cost more than most rules and are derived once for all of them."""
MEGA = 1e6


class Cost(Struct):
    """The cost of a rule, a fact or the prefilter.

    Times are CPU seconds. `route` says how the blocks that may concern a rule are found: by the automaton, or
    directly, so that the rule examines each. `asked` counts these blocks, `idle` those without a finding.
    """

    name: str
    route: str
    seconds: float = 0.0
    asked: int = 0
    idle: int = 0
    findings: int = 0


class Costs:
    """The costs of some rules, added up over articles."""

    def __init__(self, rules: Sequence[SelectedRule]) -> None:
        """Begin with zero for the prefilter, each fact and each rule."""
        self.rules = tuple(rules)
        self.size = 0
        """Bytes of all prose in UTF-8."""
        self.rows: dict[str, Cost] = {}
        self._inspector = RuleRunner(self.rules)
        self._inspector.prefilter.make()
        self.rows["prefilter"] = Cost("prefilter", "all rules")
        self.rows |= {name: Cost(name, "fact") for name in FACTS}
        self.rows |= {
            a.info.name: Cost(a.info.name, "automaton" if translations(a.trace) else "direct")
            for a in self.rules
        }

    def add(self, document: Document) -> None:
        """Check an article twice, and time the second check, with facts present."""
        self.size += sum(len(text.encode("utf-8", "replace")) for text in document.texts)
        with _Timer(self.rows["prefilter"]):
            concerned = list(self._inspector.applicable(document))
        for active, blocks in concerned:
            self._facts(active, document, blocks)
            cost = self.rows[active.info.name]
            with _Timer(cost):
                found = list(active.rule.check(document, blocks))
            hit = {block.index for block, _ in found}
            cost.asked += len(blocks)
            cost.idle += sum(block.index not in hit for block in blocks)
            cost.findings += len(found)

    def _facts(self, active: SelectedRule, document: Document, blocks: Sequence[Block]) -> None:
        """Let a rule derive its facts, then derive each to time it."""
        known = set(document.__dict__)
        list(active.rule.check(document, blocks))
        for name in set(document.__dict__) & set(FACTS) - known:
            fresh = Document(document.sources, document.parse_options)
            with _Timer(self.rows[name]):
                getattr(fresh, name)

    def by_cost(self) -> list[Cost]:
        """The costs, the dearest first."""
        return sorted(self.rows.values(), key=lambda cost: -cost.seconds)

    def milliseconds(self, cost: Cost) -> float:
        """Milliseconds per megabyte."""
        return cost.seconds * 1000 / max(self.size / MEGA, 1e-9)

    def idle(self, cost: Cost) -> float:
        """Candidate blocks without a finding per kilobyte."""
        return cost.idle / max(self.size / 1000, 1e-9)


class _Timer:
    """Adds the CPU time of its block to a cost."""

    def __init__(self, cost: Cost) -> None:
        self._cost = cost

    def __enter__(self) -> None:
        gc.disable()
        self._begun = process_time()

    def __exit__(self, *_: object) -> None:
        self._cost.seconds += process_time() - self._begun
        gc.enable()


def cases(rules: Iterable[SelectedRule]) -> Iterator[str]:
    """The texts of all cases of some rules, in place of articles."""
    for active in rules:
        for case in active.rule.cases:
            yield case.marked.replace("⟦", "").replace("⟧", "")
