"""Every case of every rule in plain text, and witnesses of all rules in every other form."""

from __future__ import annotations

from itertools import groupby
from operator import attrgetter

import pytest

from newslint.core.report import FileReport
from newslint.core.source import Source
from newslint.linter.linter import Linter
from newslint.testing import Trial, assert_case, trials
from newslint.testing.renderers import FORMS

TRIALS = sorted(trials(), key=attrgetter("name"))
PROMISES = [trial for trial in TRIALS if trial.promises_fix]
BY_RULE = {name: list(group) for name, group in groupby(TRIALS, attrgetter("name"))}


@pytest.mark.parametrize("rule", BY_RULE)
def test_the_cases_of_a_rule_hold(rule: str, subtests: pytest.Subtests) -> None:
    for trial in BY_RULE[rule]:
        with subtests.test(f"{trial.form.name}: {trial.case.marked}"):
            assert_case(*trial)


def test_every_form_promises_a_fix() -> None:
    assert {trial.form.name for trial in PROMISES} == {form.name for form in FORMS}


def test_a_linter_that_fixes_nothing_breaks_every_promise(monkeypatch: pytest.MonkeyPatch) -> None:
    def fix(linter: Linter, source: Source, *_: object) -> FileReport:
        return linter.check(source)

    def is_kept(trial: Trial) -> bool:
        try:
            assert_case(*trial)
        except AssertionError:
            return False
        return True

    monkeypatch.setattr(Linter, "fix", fix)
    assert [trial for trial in PROMISES if is_kept(trial)] == []
