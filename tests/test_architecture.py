"""The walls of the house stand where ARCHITECTURE.md says."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
import regex

from newslint.rules import selection

ROOT = Path(__file__).parents[1]
RATE = r"{corpus}\D{{0,20}}\d"


def test_imports_point_down() -> None:
    done = subprocess.run(
        [sys.executable, "-c", "from importlinter.cli import lint_imports_command as c; c(['--no-cache'])"],
        cwd=ROOT,
        check=False,
        capture_output=True,
        encoding="utf-8",
    )
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("name", selection.built_in())
def test_a_rule_tells_its_rates(name: str) -> None:
    doc = " ".join(selection.info(name).doc.split())
    assert "per million words" in doc
    for corpus in ("clean-curly", "clean-straight", "mt-documents"):
        assert regex.search(RATE.format(corpus=corpus), doc)


@pytest.mark.parametrize("name", selection.built_in())
def test_a_rule_shows_where_it_speaks_and_where_not(name: str) -> None:
    marked = ["⟦" in case.marked for case in selection.load(name).cases]
    assert any(marked)
    assert not all(marked)


@pytest.mark.parametrize("name", selection.built_in())
def test_a_summary_is_one_sentence(name: str) -> None:
    summary = selection.info(name).summary
    assert summary[:1].isupper() or not summary[:1].isalpha()
    assert summary.endswith(".")
