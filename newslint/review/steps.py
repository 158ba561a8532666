"""A person's answers to the findings of a file, and their application."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from enum import StrEnum
from pathlib import Path

from msgspec import Struct

from newslint.config import baseline
from newslint.core.diagnostics import Diagnostic
from newslint.core.report import FileReport
from newslint.fixer.chosen import Choice
from newslint.linter.proposals import FindingProposal
from newslint.review.decisions import FindingDecision, ReviewedFile
from newslint.review.reading import ReviewFile
from newslint.runner.file_linter import FileLinter

LIKENESS = 0.5
"""How much of a sentence remains when another finding in it was fixed."""


class StepKind(StrEnum):
    """What is to be done about a finding."""

    ACCEPT = "accept"
    EDIT = "edit"
    IGNORE = "ignore"
    SKIP = "skip"


class ReviewStep(Struct, frozen=True):
    """An answer to a finding; `text` is the suggestion, words or reason."""

    proposal: FindingProposal
    kind: StepKind
    text: str = ""

    @property
    def diagnostic(self) -> Diagnostic:
        """The finding."""
        return self.proposal.diagnostic


def decisions_of(file: ReviewFile, steps: Iterable[ReviewStep]) -> ReviewedFile:
    """The decisions on what newslint proposes."""
    decisions = tuple(
        FindingDecision(step.diagnostic.rule, span.start, span.end, step.text, accept=True)
        for step in steps
        for span in (step.diagnostic.span,)
        if step.kind is StepKind.ACCEPT
    )
    return ReviewedFile(file.path, file.sha256, decisions, file.language_format, file.style)


def edits(steps: Iterable[ReviewStep]) -> tuple[Choice, ...]:
    """The replacements that a person has written."""
    return tuple(
        Choice(step.diagnostic.rule, step.diagnostic.span, step.text)
        for step in steps
        if step.kind is StepKind.EDIT
    )


def record_ignores(linter: FileLinter, path: str, ignored: Iterable[tuple[Diagnostic, str]]) -> Path:
    """Add findings with their reasons to the baseline, and return its path."""
    workspace = linter.workspace
    file = workspace.baseline_file(workspace.project_of(Path(path).parent))
    entries = baseline.load(file) if file.exists() else {}
    for diagnostic, reason in ignored:
        report = FileReport(path, diagnostics=(diagnostic,))
        entries = baseline.extend(entries, file, [report], reason)
    baseline.save(file, entries)
    return file


def find_again(
    steps: Iterable[ReviewStep], now: Sequence[Diagnostic]
) -> Iterator[tuple[ReviewStep, Diagnostic]]:
    """The findings of steps in a file after other fixes."""
    left = list(now)
    for step in steps:
        old = step.diagnostic
        same = [one for one in left if (one.rule, one.quote) == (old.rule, old.quote)]
        best = max(same, key=lambda one: _likeness(old.sentence, one.sentence), default=None)
        if best and _likeness(old.sentence, best.sentence) >= LIKENESS:
            left.remove(best)
            yield step, best


def _likeness(one: str, other: str) -> float:
    return 1.0 if one == other else SequenceMatcher(None, one, other, autojunk=False).ratio()
