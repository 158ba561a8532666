"""Blind texts: near misses stay silent, and what was found once is found again."""

from __future__ import annotations

from pathlib import Path

import pytest

from tools.blind import FIRST, PAGE, figures

ROUNDS = sorted((Path(__file__).parent / "blind").glob("*.jsonl"))
REPORTED = 3
"""Near misses of a file that may be reported."""


@pytest.mark.parametrize("path", ROUNDS, ids=lambda path: path.stem)
def test_a_round_is_no_worse_than_the_page_says(path: Path) -> None:
    seen = figures(path)
    assert seen.places == FIRST[path.stem][1]
    assert seen.found >= FIRST[path.stem][0]
    assert seen.reported <= REPORTED
    (line,) = (line for line in PAGE.read_text("utf-8").splitlines() if line.startswith(f"| {path.stem} |"))
    cells = [cell.split(" of ")[0].strip() for cell in line.split("|")[3:6]]
    found, fixed, reported = map(int, cells)
    assert (seen.found >= found, seen.fixed >= fixed, seen.reported <= reported) == (True, True, True)
