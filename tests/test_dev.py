"""The developer commands."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tools import generated, new_rule, picture, rules, seeds
from tools.__main__ import main

ROOT = Path(__file__).parents[1]

TRY = """
from newslint.testing import hold, trials
mine = [trial for trial in trials() if trial[0] == "lost-verb"]
assert mine
hold(*mine[0])
"""


@pytest.fixture
def house(tmp_path: Path) -> Path:
    """A copy of the package that may be written to."""
    shutil.copytree(ROOT / "newslint", tmp_path / "newslint", ignore=shutil.ignore_patterns("__pycache__"))
    return tmp_path


def _try(house: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", TRY],
        cwd=house,
        check=False,
        env={**os.environ, "PYTHONPATH": str(house)},
        capture_output=True,
        encoding="utf-8",
    )


def test_a_new_rule_fails_until_it_is_written(house: Path) -> None:
    path = new_rule.write(house, "grammar/lost-verb")
    assert path == house / "newslint/rules/grammar/lost_verb.py"
    failed = _try(house)
    assert failed.returncode == 1
    assert "'what is wrong' at 5" in failed.stderr
    assert "flagged []" in failed.stderr

    scaffold = path.read_text("utf-8")
    path.write_text(scaffold.replace("wrong words", "what is wrong").replace("right words", "what is right"))
    assert _try(house).returncode == 0


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("spelling/lost-verb", "no category"),
        ("grammar/LostVerb", "no rule name"),
        ("grammar/", "no rule name"),
        ("lost-verb", "no category"),
        ("sentences/double-word", "already"),
    ],
)
def test_a_bad_name_is_refused(name: str, why: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["new-rule", name]) == 2
    assert why in capsys.readouterr().out


def test_what_is_stale_is_told_and_then_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    stale, fresh, gone = tmp_path / "stale", tmp_path / "fresh", tmp_path / "gone"
    stale.write_text("old\n")
    fresh.write_text("same\n")
    gone.write_text("no longer made\n")
    wanted = {stale: b"new\n", fresh: b"same\n", gone: None}

    assert generated.settle(wanted, check=True) == 1
    told = capsys.readouterr().out
    assert "-old\n+new" in told
    assert "-no longer made" in told
    assert "fresh" not in told
    assert stale.read_text() == "old\n"

    assert generated.settle(wanted, check=False) == 0
    assert stale.read_text() == "new\n"
    assert not gone.exists()
    capsys.readouterr()
    assert generated.settle(wanted, check=True) == 0
    assert not capsys.readouterr().out


def test_an_expectation_without_article_goes(tmp_path: Path) -> None:
    (tmp_path / "old.fixed.txt").write_text("left behind")
    (tmp_path / "news.txt").write_text("Police shut the the bridge.\n")
    wanted = seeds.expectations(tmp_path)
    assert wanted[tmp_path / "old.fixed.txt"] is None
    assert wanted[tmp_path / "news.fixed.txt"] == b"Police shut the bridge.\n"
    assert b"double-word" in (wanted[tmp_path / "news.report.txt"] or b"")


def test_the_list_of_rules_says_what_becomes_of_a_finding() -> None:
    rows = rules.page().splitlines()
    assert [row.rpartition("| ")[2] for row in rows if "[`double-word`]" in row] == ["safe |"]
    assert [row.rpartition("| ")[2] for row in rows if "[`bare-day`]" in row] == ["–, off |"]
    assert "| [`model-token`]" in rules.page()
    assert "<" not in rules.page()


def test_a_picture_shows_the_run() -> None:
    svg = picture.shot("Police shut the the bridge.\n", ("check", picture.ARTICLE))
    seen = picture.letters(svg.encode())
    assert "newslint check article.txt" in seen
    assert "double-word" in seen
    assert svg == picture.shot("Police shut the the bridge.\n", ("check", picture.ARTICLE))


def test_a_picture_needs_a_paragraph() -> None:
    with pytest.raises(ValueError, match="damaged"):
        picture.paragraph("# newslint\n")
