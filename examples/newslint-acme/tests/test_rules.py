"""Every case of every rule of ours, in every form that newslint reads."""

from __future__ import annotations

import pytest

from newslint.testing import Trial, hold, trials


@pytest.mark.parametrize("trial", list(trials("acme")))
def test_a_case_holds(trial: Trial) -> None:
    hold(*trial)
