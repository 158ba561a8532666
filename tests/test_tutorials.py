"""The tutorials, followed step by step: each shown file is written, each command run, its output compared."""

from __future__ import annotations

import shlex
from pathlib import Path

import pytest
import regex
from commands import newslint
from test_docs import ROOT

TUTORIALS = sorted((ROOT / "docs" / "tutorials").glob("*.md"))
BLOCK = regex.compile(r'(?ms)^```(\w+)(?: title="([^"]+)")?\n(.*?)^```$')
ELISION = "…"


@pytest.mark.parametrize("tutorial", TUTORIALS, ids=lambda path: path.stem)
def test_a_tutorial_works_as_it_is_written(
    tutorial: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("NEWSLINT_DATA_DIR", str(tmp_path.parent / "data"))
    printed, compared = "", 0
    for language, name, body in BLOCK.findall(tutorial.read_text("utf-8")):
        if name:
            (tmp_path / name).parent.mkdir(exist_ok=True)
            (tmp_path / name).write_text(body, "utf-8")
        elif language == "console":
            results = [newslint(*shlex.split(line)[1:]) for line in body.splitlines()]
            assert all(result.code in (0, 1) for result in results), results
            printed = results[-1].out + (results[-1].err if not results[-1].out else "")
        elif language == "text":
            assert_shown(body, printed)
            compared += 1
    assert compared >= 2


def assert_shown(shown: str, printed: str) -> None:
    """Compare an output with what a page shows of it; a line with an ellipsis matches any lines."""
    pattern = "".join(
        "(?:.*\n)*?" if line == ELISION else regex.escape(line) + "\n" for line in shown.splitlines()
    )
    assert regex.fullmatch(pattern, printed), printed
