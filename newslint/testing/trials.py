"""Chooses which cases are tried in which forms."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from newslint.rules import selection
from newslint.rules.base import Case
from newslint.testing.renderers import FORMS
from newslint.testing.renderers.form import Form
from newslint.testing.renderers.marks import OPEN, paragraphs

PLAIN = FORMS[0]
MARKS = {ord("⟦"): "", ord("⟧"): ""}
FIRST_WORDS = 6


class Trial(NamedTuple):
    """One case of one rule, to be tried in one form."""

    name: str
    case: Case
    form: Form

    def __str__(self) -> str:
        """A name for a test: rule, form, and the case's first words."""
        words = self.case.marked.translate(MARKS).split()
        return f"{self.name}, {self.form.name}: {' '.join(words[:FIRST_WORDS])}"

    @property
    def promises_fix(self) -> bool:
        """Whether a linter that fixes nothing must fail this trial."""
        return self.case.fixed is not None and self.form.allows_fixes_of(self.case)


KINDS: tuple[Callable[[Trial], bool], ...] = (
    lambda trial: trial.promises_fix and not _is_long(trial.case),
    lambda trial: _is_marked(trial.case) and _is_long(trial.case),
    lambda trial: _is_marked(trial.case) and not trial.promises_fix,
    lambda trial: not _is_marked(trial.case),
)
"""A fix in one paragraph, a finding among several, a finding without a fix, and no finding at all."""


def trials(package: str = "") -> Iterator[Trial]:
    """Yield the trials of newslint, or of a third-party package.

    Every case is tried in plain text, and one witness of each of `KINDS` in every other form: for newslint,
    one of all rules, which vary by form; for a package, one of each rule. With `NEWSLINT_EVERY_FORM` set,
    every case is tried in every form that can hold it.
    """
    names = selection.third_party() if package else selection.built_in()
    rules = [
        [(name, case) for case in selection.load(name).cases]
        for name in names
        if name.startswith(f"{package}/" if package else "")
    ]
    everything = [tried for rule in rules for tried in rule]
    yield from (Trial(name, case, PLAIN) for name, case in everything)
    for number, form in enumerate(FORMS[1:], 1):
        for pool in rules if package else [everything]:
            start = number * len(pool) // len(FORMS)
            turned = [Trial(name, case, form) for name, case in pool[start:] + pool[:start]]
            yield from (
                _all_possible(turned) if os.environ.get("NEWSLINT_EVERY_FORM") else _witnesses(turned)
            )


def _all_possible(pool: Sequence[Trial]) -> Iterator[Trial]:
    return (trial for trial in pool if trial.form.can_hold(trial.case))


def _witnesses(pool: Sequence[Trial]) -> Iterator[Trial]:
    """The first trial of each kind, each trial once."""
    chosen: list[Trial] = []
    for is_of_kind in KINDS:
        of_kind = (trial for trial in pool if is_of_kind(trial) and trial.form.can_hold(trial.case))
        if (first := next(of_kind, None)) and all(first is not other for other in chosen):
            chosen.append(first)
    return iter(chosen)


def _is_marked(case: Case) -> bool:
    return OPEN in case.marked


def _is_long(case: Case) -> bool:
    return len(paragraphs(case.marked)) > 1
