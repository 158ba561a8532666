"""The counts of a corpus, which stay small however large it is."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping

from msgspec import Struct, field

from newslint.core.diagnostics import Diagnostic
from newslint.core.report import FileReport
from newslint.corpus.grading import VERDICTS, RowGrade
from newslint.corpus.policy import Decision
from newslint.corpus.rows import CorpusRow

MAX_SOURCES = 1_000
OTHERS = "(other sources)"
MAX_ERRORS = 50
OTHER_ERRORS = "(other errors)"
EXAMPLES = 3
"""Examples that are kept of each rule."""
EXAMPLE = 240
"""Characters of an example."""
DAMAGE_STEPS = (0.0, 1.0, 2.0, 5.0, 10.0, 20.0, 50.0, 100.0)
"""Damage per 1,000 words at which rows are told apart: none, up to 1, up to 2 …"""


class SourceTally(Struct):
    """The counts of a source."""

    rows: int = 0
    words: int = 0
    findings: int = 0
    dropped: int = 0

    def add(self, other: SourceTally) -> None:
        """Add the counts of another."""
        self.rows += other.rows
        self.words += other.words
        self.findings += other.findings
        self.dropped += other.dropped

    @property
    def damage(self) -> float:
        """Findings per 1,000 words."""
        return 1000 * self.findings / self.words if self.words else 0.0


class Example(Struct, frozen=True):
    """A finding as an example of its rule."""

    id: str
    message: str
    before: str
    quote: str
    after: str


class CorpusTally(Struct):
    """The counts of some rows."""

    rows: int = 0
    words: int = 0
    decisions: dict[str, int] = field(default_factory=dict)
    found: dict[str, int] = field(default_factory=dict)
    """Findings of each rule, fixed ones included."""
    fixed: dict[str, int] = field(default_factory=dict)
    verdicts: dict[str, int] = field(default_factory=dict)
    errors: dict[str, int] = field(default_factory=dict)
    damage: dict[str, int] = field(default_factory=dict)
    """Rows at each step of `DAMAGE_STEPS`, by its number."""
    sources: dict[str, SourceTally] = field(default_factory=dict)
    examples: dict[str, list[Example]] = field(default_factory=dict)

    @property
    def findings(self) -> int:
        """The number of findings."""
        return sum(self.found.values())

    @property
    def left(self) -> int:
        """The number of findings that were not fixed."""
        return self.findings - sum(self.fixed.values())

    def count(self, row: CorpusRow, report: FileReport, grade: RowGrade, decision: Decision) -> None:
        """Count a row."""
        self.rows += 1
        self.words += grade.words
        found = [*report.fixed, *report.diagnostics]
        _count(self.decisions, [str(decision)])
        _count(self.found, (one.rule for one in found))
        _count(self.fixed, (one.rule for one in report.fixed))
        _count(self.verdicts, grade.verdicts)
        _count(self.errors, [report.error] if report.error is not None else [])
        _count(self.damage, [str(bisect_right(DAMAGE_STEPS, grade.damage))])
        places = sum(one.rule not in VERDICTS for one in found)
        source = SourceTally(1, grade.words, places, int(decision is Decision.DROPPED))
        self.sources.setdefault(row.source, SourceTally()).add(source)
        for one in found:
            examples = self.examples.setdefault(one.rule, [])
            if len(examples) < EXAMPLES:
                examples.append(_example(row, one))

    def add(self, other: CorpusTally) -> None:
        """Add the counts of other rows."""
        self.rows += other.rows
        self.words += other.words
        for name in ("decisions", "found", "fixed", "verdicts", "damage"):
            _merge(getattr(self, name), getattr(other, name))
        for error, count in other.errors.items():
            known = error in self.errors or len(self.errors) < MAX_ERRORS
            _merge(self.errors, {error if known else OTHER_ERRORS: count})
        for name, source in other.sources.items():
            known = name in self.sources or len(self.sources) < MAX_SOURCES
            self.sources.setdefault(name if known else OTHERS, SourceTally()).add(source)
        for rule, examples in other.examples.items():
            mine = self.examples.setdefault(rule, [])
            mine += examples[: EXAMPLES - len(mine)]


def _count(counts: dict[str, int], names: Iterable[str]) -> None:
    _merge(counts, Counter(names))


def _merge(counts: dict[str, int], other: Mapping[str, int]) -> None:
    for name, count in other.items():
        counts[name] = counts.get(name, 0) + count


def _example(row: CorpusRow, one: Diagnostic) -> Example:
    """A finding with the part of its sentence around it."""
    quote = " ".join(one.quote.split())
    sentence = one.sentence
    at = sentence.find(quote) if quote else -1
    if at < 0 or len(quote) > EXAMPLE:
        return Example(row.id[:EXAMPLE], one.message[:EXAMPLE], "", (quote or sentence)[:EXAMPLE], "")
    room = (EXAMPLE - len(quote)) // 2
    before, after = sentence[:at], sentence[at + len(quote) :]
    return Example(
        row.id[:EXAMPLE],
        one.message[:EXAMPLE],
        before if len(before) <= room else f"…{before[-room:]}",
        quote,
        after if len(after) <= room else f"{after[:room]}…",
    )
