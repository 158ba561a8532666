"""Every case of the rule, in every form that newslint reads."""

from __future__ import annotations

import pytest

from newslint.rules import Case
from newslint.testing.harness import Form, hold, trials


@pytest.mark.parametrize(("name", "case", "form"), list(trials("letters")))
def test_case(name: str, case: Case, form: Form) -> None:
    hold(name, case, form)
