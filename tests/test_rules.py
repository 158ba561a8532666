"""Every case of every rule in every format, and every rule in every form."""

from __future__ import annotations

import pytest

from newslint.rules import Case
from newslint.testing.harness import Form, hold, trials

TRIALS = list(trials())


@pytest.mark.parametrize(
    ("name", "case", "form"), TRIALS, ids=[f"{n}-{f.name}-{c.marked[:30]}" for n, c, f in TRIALS]
)
def test_case(name: str, case: Case, form: Form) -> None:
    hold(name, case, form)
