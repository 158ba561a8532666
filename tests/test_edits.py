"""Random edits in random documents of every format: exact, or refused, and never wrong."""

from __future__ import annotations

import pytest

from tools.edits import formats, trial

EDITS = 300


@pytest.mark.parametrize("name", formats())
def test_every_edit_is_exact_or_refused(name: str) -> None:
    tally = trial(name, EDITS, seed=1)
    assert not tally.wrong, "\n".join(tally.wrong[:5])
    assert tally.outcomes["exact"] > EDITS / 10, tally.outcomes
