"""Every case of every rule of ours, in every form that newslint reads."""

from __future__ import annotations

import pytest

from newslint.testing import Trial, assert_case, trials


@pytest.mark.parametrize("trial", list(trials("acme")), ids=str)
def test_a_case_holds(trial: Trial) -> None:
    assert_case(*trial)
