"""The developer commands."""

from __future__ import annotations

import runpy
from importlib import import_module
from pathlib import Path

import pytest
from msgspec.structs import replace

from newslint.rules import registry, selection
from newslint.testing import assert_case
from newslint.testing.renderers import FORMS
from tools import generated, new_rule, picture, rules, seeds
from tools.__main__ import main

ROOT = Path(__file__).parents[1]


def test_every_tool_can_be_imported() -> None:
    """A name that moved in the package is missed here first."""
    folder = ROOT / "tools"
    scripts = {"launch", "unlikely_word", "news_words", "packed_words"}  # one runs when imported; numpy
    for path in folder.rglob("*.py"):
        name = ".".join(path.relative_to(ROOT).with_suffix("").parts).removeprefix("tools.benchmarks.")
        if not path.name.startswith("__") and path.stem not in scripts:
            import_module(name)


def test_a_new_rule_fails_until_it_is_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "newslint/rules"
    (folder / "grammar").mkdir(parents=True)
    double_word = selection.info("double-word")
    path = new_rule.write(tmp_path, "grammar/lost-verb")
    assert dict(registry._entries(folder, "newslint.rules"))["lost-verb"].path == path

    monkeypatch.setattr(selection, "select", lambda: ())  # the others have their own tests

    def hold_all() -> None:
        rule = runpy.run_path(str(path))["LostVerb"]
        mine = replace(double_word, name="lost-verb", safety=rule.safety)
        with monkeypatch.context() as patch:
            patch.setattr(selection, "info", lambda _: mine)
            patch.setattr(selection, "build", lambda *_: rule())
            for case in rule.cases:
                assert_case("lost-verb", case, FORMS[0])

    with pytest.raises(AssertionError, match=r"'what is wrong' at 5.*flagged \[\]"):
        hold_all()
    scaffold = path.read_text("utf-8")
    path.write_text(scaffold.replace("wrong words", "what is wrong").replace("right words", "what is right"))
    hold_all()


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("spelling/lost-verb", "unknown category"),
        ("grammar/LostVerb", "not a rule name"),
        ("grammar/", "not a rule name"),
        ("lost-verb", "unknown category"),
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
    svg = picture.shot("Police shut the the bridge.\n", ("check", "--select", "double-word", picture.ARTICLE))
    seen = picture.letters(svg.encode())
    assert "newslint check --select double-word article.txt" in seen
    assert "double-word" in seen


def test_a_picture_needs_a_paragraph() -> None:
    with pytest.raises(ValueError, match="damaged"):
        picture.paragraph("# newslint\n")
