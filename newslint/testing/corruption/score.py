"""What rules find, restore, miss and harm in damaged copy."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from msgspec import Struct, field

from newslint.core.diagnostics import Diagnostic
from newslint.core.source import Lines, Source
from newslint.linter.linter import Linter
from newslint.testing.corruption.inject import Answer


class RuleFailedError(RuntimeError):
    """A rule failed, so that figures would be meaningless."""


class Figures(Struct):
    """Counts for a kind of damage or a rule.

    Of `damaged` places `found` were reported by a rule that should find them; of those with an exact fix
    (`exact`) safe fixes restored `restored`. `true` and `false` count new findings, by rule only.
    """

    damaged: int = 0
    found: int = 0
    exact: int = 0
    restored: int = 0
    true: int = 0
    false: int = 0

    @property
    def recall(self) -> float:
        """The share of the damaged places that were found."""
        return self.found / self.damaged if self.damaged else 1.0

    @property
    def precision(self) -> float:
        """The share of the new findings that concern damage."""
        spoken = self.true + self.false
        return self.true / spoken if spoken else 1.0

    @property
    def restoration(self) -> float:
        """The share of the places with an exact fix that were restored."""
        return self.restored / self.exact if self.exact else 1.0


class Harm(Struct, frozen=True):
    """Clean lines that a safe fix changed, before and after."""

    path: str
    before: str
    after: str


class MissedDamage(Struct, frozen=True):
    """Damage that no rule found, in its paragraph."""

    path: str
    answer: Answer
    paragraph: str


class Score(Struct):
    """The figures of all files so far."""

    linter: Linter
    kinds: dict[str, Figures] = field(default_factory=dict)
    rules: dict[str, Figures] = field(default_factory=dict)
    sure: Figures = field(default_factory=Figures)
    all: Figures = field(default_factory=Figures)
    harm: list[Harm] = field(default_factory=list)
    missed: list[MissedDamage] = field(default_factory=list)
    clean: Counter[str] = field(default_factory=Counter)
    """Findings on the clean copy, by rule."""
    words: int = 0
    """Words of the clean copy."""

    def add(self, path: str, clean: str, damaged: str, answers: Sequence[Answer]) -> None:
        """Count one file.

        Raises:
            RuleFailed: a rule failed on it.

        """
        before, after = self._check(clean, path), self._check(damaged, path)
        self.clean.update(d.rule for d in before)
        self.words += len(clean.split())
        fresh = list(_fresh(before, after))
        self._count_found(path, damaged, answers, fresh)
        repaired = self.linter.fix(Source(damaged, path)).after
        self._count_restored(path, clean.split("\n"), repaired.split("\n"), answers)

    def _check(self, text: str, path: str) -> tuple[Diagnostic, ...]:
        report = self.linter.check(Source(text, path))
        if report.error:
            raise RuleFailedError(f"{path}: {report.error}")
        return report.diagnostics

    def _count_found(
        self, path: str, damaged: str, answers: Sequence[Answer], fresh: Sequence[Diagnostic]
    ) -> None:
        lines = Lines(damaged)
        spoken = [(d, _reach(lines, d.span.start, d.span.end)) for d in fresh]
        places = [(answer, _reach(lines, answer.span.start, answer.span.end)) for answer in answers]
        for answer, place in places:
            by = {d.rule for d, said in spoken if d.rule in answer.rules and _meet(said, place)}
            for figures in self._of(answer):
                figures.damaged += 1
                figures.found += bool(by)
            for rule in by:
                self.rules.setdefault(rule, Figures()).found += 1
            if not by:
                self.missed.append(MissedDamage(path, answer, lines.line(place[0])))
        for d, said in spoken:
            true = any(_meet(said, place) and _concerns(d, answer) for answer, place in places)
            figures = self.rules.setdefault(d.rule, Figures())
            figures.true += true
            figures.false += not true

    def _count_restored(
        self, path: str, clean: list[str], repaired: list[str], answers: Sequence[Answer]
    ) -> None:
        differing = [
            code
            for code in SequenceMatcher(None, clean, repaired, autojunk=False).get_opcodes()
            if code[0] != "equal"
        ]
        for answer in answers:
            untouched = not any(_touches(code, answer) for code in differing)
            for figures in self._of(answer):
                figures.exact += answer.exact
                figures.restored += answer.exact and untouched
        for code in differing:
            if not any(_touches(code, answer) for answer in answers):
                _, start, end, at, to = code
                self.harm.append(Harm(path, "\n".join(clean[start:end]), "\n".join(repaired[at:to])))

    def _of(self, answer: Answer) -> Iterator[Figures]:
        yield self.kinds.setdefault(answer.kind, Figures())
        yield self.all
        if answer.sure:
            yield self.sure


def _fresh(before: Sequence[Diagnostic], after: Sequence[Diagnostic]) -> Iterator[Diagnostic]:
    """Yield the findings that the clean copy did not have."""
    known = Counter((d.rule, d.quote) for d in before)
    for diagnostic in after:
        key = diagnostic.rule, diagnostic.quote
        if known[key]:
            known[key] -= 1
        else:
            yield diagnostic


def _touches(code: tuple[str, int, int, int, int], answer: Answer) -> bool:
    """Whether differing lines are at the damaged paragraph or just after it."""
    _, start, end, _, _ = code
    return start <= answer.line + 2 and answer.line <= end


def _reach(lines: Lines, start: int, end: int) -> tuple[int, int]:
    return lines.position(start)[0], lines.position(max(end - 1, start))[0]


def _meet(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return one[0] <= other[1] and other[0] <= one[1]


def _concerns(diagnostic: Diagnostic, answer: Answer) -> bool:
    """Whether a finding concerns the damage, by rule or position."""
    at, place = diagnostic.span, answer.span
    return diagnostic.rule in answer.rules or (at.start <= place.end and place.start <= at.end)
