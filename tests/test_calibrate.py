"""Judging findings one by one, and what becomes of it."""

import pytest
from click.testing import CliRunner

from newslint.cli import newslint
from newslint.config.edit import add_names
from newslint.core.errors import ConfigError
from newslint.learning.calibration import Calibration, Judgement, Precision

COPY = "\n\n".join(
    f"The harbor was shut on day {n}, said the the mayor of of the town number {n}.." for n in range(8)
)


@pytest.fixture
def copy(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "story.txt").write_text(COPY, "utf-8")
    return tmp_path


def calibrate(*args, said=""):
    arguments = ["calibrate", "story.txt", "--select", "double-word,double-period", *map(str, args)]
    return CliRunner().invoke(newslint, arguments, input=said, standalone_mode=False)


def test_verdicts_are_kept_and_the_rest_is_asked_later(copy):
    assert calibrate("--per-rule", 3, said="ynq").return_value == 0
    kept = Calibration.load(copy / "newslint-calibration.json")
    assert sorted(v.true for v in kept.verdicts.values()) == [False, True]
    again = calibrate("--per-rule", 3, said="y" * 20)
    assert "1 of 4" in again.output
    assert "1 of 5" not in again.output
    assert len(Calibration.load(copy / "newslint-calibration.json").verdicts) == 6


@pytest.mark.usefixtures("copy")
def test_what_is_skipped_comes_again():
    calibrate("--per-rule", 1, said="sy")
    assert "1 of 1" in calibrate("--per-rule", 1, said="y").output


@pytest.mark.usefixtures("copy")
def test_other_letters_are_asked_again():
    assert calibrate("--per-rule", 1, said="xyy").output.count("true?") == 3


@pytest.mark.usefixtures("copy")
def test_the_report_asks_nothing():
    calibrate("--per-rule", 8, said="y" * 16)
    report = calibrate("--report")
    assert "true?" not in report.output
    assert "double-word" in report.output
    assert "0.68 to 1.00" in report.output
    assert "No findings judged yet" in calibrate("--report", "--file", "other.json").output


def test_rules_that_are_surely_bad_are_demoted_and_ignored(copy):
    (copy / "newslint.toml").write_text("# ours\naccept = []\n\n[options.double-word]\nallowed = []\n")
    calibrate("--per-rule", 8, said="y" * 8 + "n" * 8)  # double-period first, then double-word
    told = calibrate("--report", "--demote-below", 0.9, "--ignore-below", 0.5)
    assert "newslint.toml: ignore now includes double-word" in told.output
    text = (copy / "newslint.toml").read_text()
    assert text == (
        "# ours\naccept = []\n"
        'extend-unsafe-fixes = ["double-word"]\nignore = ["double-word"]\n'
        "\n[options.double-word]\nallowed = []\n"
    )
    assert "double-word" not in CliRunner().invoke(newslint, ["check", "story.txt"]).output


def test_no_rule_is_demoted_on_little_evidence(copy):
    calibrate("--per-rule", 1, said="nn")
    told = calibrate("--report", "--demote-below", 0.7)
    assert "No rule is certainly below 0.7." in told.output
    assert not (copy / "newslint.toml").exists()


def test_repairs_of_a_demoted_rule_are_unsafe(copy):
    (copy / "newslint.toml").write_text('extend-unsafe-fixes = ["double-period"]\n')
    CliRunner().invoke(newslint, ["fix", "story.txt", "--select", "double-period,double-word"])
    text = (copy / "story.txt").read_text()
    assert ".." in text
    assert "the the" not in text
    CliRunner().invoke(newslint, ["fix", "story.txt", "--select", "double-period", "--unsafe-fixes"])
    assert ".." not in (copy / "story.txt").read_text()


def test_unknown_rules_to_demote_are_an_error(copy):
    (copy / "newslint.toml").write_text('extend-unsafe-fixes = ["double-perod"]\n')
    told = CliRunner().invoke(newslint, ["check", "story.txt"], standalone_mode=False)
    assert "double-period" in str(told.exception)


def test_a_broken_file_is_named(copy):
    (copy / "newslint-calibration.json").write_text("[")
    assert "newslint-calibration.json: not a calibration" in str(calibrate("--report").exception)


@pytest.mark.parametrize(
    ("judged", "true", "low", "high"),
    [(10, 10, 0.722, 1.0), (10, 0, 0.0, 0.278), (100, 50, 0.404, 0.596), (20, 18, 0.699, 0.972)],
)
def test_the_interval_is_that_of_wilson(judged, true, low, high):
    assert Precision(judged, true).interval == pytest.approx((low, high), abs=0.001)


def test_verdicts_make_the_precision():
    calibration = Calibration({str(n): Judgement("a", n < 3) for n in range(4)})
    assert calibration.precisions() == {"a": Precision(4, 3)}
    assert calibration.below(0.96) == ["a"]


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("", 'ignore = ["a"]\n'),
        ('ignore = ["b"] # why\n', 'ignore = ["b", "a"] # why\n'),
        ('ignore = [\n  "b", # why\n]\n', 'ignore = [\n  "b", # why\n  "a",\n]\n'),
        ('ignore = [\r\n  "b"\r\n]\r\n', 'ignore = [\r\n  "b",\r\n  "a"\r\n]\r\n'),
        ('"ignore" = ["b"]\n', '"ignore" = ["b", "a"]\n'),
        ('ignore = ["a"]\n', 'ignore = ["a"]\n'),
        ("ignore = []\n[options.x]\nignore = []\n", 'ignore = ["a"]\n[options.x]\nignore = []\n'),
        ("[options.x]\nignore = []\n", 'ignore = ["a"]\n\n[options.x]\nignore = []\n'),
    ],
)
def test_names_are_added_and_the_rest_stays(text, after):
    assert add_names(text, "ignore", ["a"]) == after


@pytest.mark.parametrize(("text", "why"), [('ignore = "b"\n', "expected a list"), ("ignore = [", "line 1")])
def test_what_cannot_be_edited_is_an_error(text, why):
    with pytest.raises(ConfigError, match=why):
        add_names(text, "ignore", ["a"])
