"""Every case of every rule in plain text, and witnesses of all rules in every other form."""

from __future__ import annotations

import pytest

from newslint.core.report import FileReport
from newslint.core.source import Source
from newslint.linter.linter import Linter
from newslint.testing import Trial, hold, trials
from newslint.testing.renderers import FORMS

TRIALS = list(trials())
PROMISES = [trial for trial in TRIALS if trial.promises_fix]


@pytest.mark.parametrize(
    "trial", TRIALS, ids=[f"{t.name}-{t.form.name}-{t.case.marked[:30]}" for t in TRIALS]
)
def test_a_case_holds(trial: Trial) -> None:
    hold(*trial)


def test_every_form_promises_a_fix() -> None:
    assert {trial.form.name for trial in PROMISES} == {form.name for form in FORMS}


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.name)
def test_a_linter_that_fixes_nothing_breaks_every_promise(form, monkeypatch: pytest.MonkeyPatch) -> None:
    def fix(linter: Linter, source: Source, *_: object) -> FileReport:
        return linter.check(source)

    monkeypatch.setattr(Linter, "fix", fix)
    for trial in PROMISES:
        if trial.form is form:
            with pytest.raises(AssertionError):
                hold(*trial)
