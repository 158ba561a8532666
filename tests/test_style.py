"""House styles: the table, what it switches on, what wins over it."""

from __future__ import annotations

from pathlib import Path

import pytest
from commands import newslint as run

import newslint
from newslint.config.house_styles import style, styles
from newslint.config.resolver import ConfigResolver, Settings
from newslint.rules import selection

COPY = "Sales rose 5 percent on July 25th, the US said at 21:30.\n"
IN_AP = "Sales rose 5% on July 25, the U.S. said at 9:30 p.m.\n"


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.txt").write_text(COPY, encoding="utf-8")


def configure(text: str) -> None:
    Path("newslint.toml").write_text(text, encoding="utf-8")


def running() -> set[str]:
    rules = ConfigResolver(Settings()).linter_of(Path("a.txt").absolute()).rules
    return {active.info.name for active in rules}


@pytest.mark.parametrize("name", styles())
def test_every_fact_has_a_source_and_options_that_its_rule_knows(name: str) -> None:
    assert styles()[name].title
    for rule, fact in styles()[name].facts.items():
        assert len(fact.source) > 10
        assert fact.options
        assert selection.build(rule, fact.options)
        assert not selection.info(rule).default


def test_a_style_switches_its_rules_on_and_no_style_none_of_them() -> None:
    assert not running() & set(style("ap").rules)
    configure('style = "ap"')
    assert running() >= {*style("ap").rules, "double-word"}


def test_what_a_house_writes_is_repaired() -> None:
    assert newslint.fix(COPY, style="ap", unsafe=True).after == IN_AP
    assert newslint.fix(COPY, unsafe=True).after == COPY
    assert run("fix", "--unsafe-fixes", "--style", "ap", "a.txt").code == 0
    assert Path("a.txt").read_text(encoding="utf-8") == IN_AP


def test_houses_differ() -> None:
    guardian = newslint.fix(COPY, style="guardian", unsafe=True).after
    assert guardian == "Sales rose 5% on 25 July, the US said at 9.30pm.\n"
    bbc = newslint.fix(COPY, style="bbc", unsafe=True).after
    assert bbc == "Sales rose 5% on 25 July, the US said at 21:30.\n"


def test_an_option_by_itself_wins_over_the_style() -> None:
    configure('style = "ap"\n[options.percent-style]\nhouse = "per cent"')
    found = run("check", "--output-format", "concise", "a.txt").out
    assert "use “5 per cent”" in found
    assert "use “U.S.”" in found
    own = {"percent-style": {"house": "percent"}}
    assert "5 percent" in newslint.fix(COPY, style="ap", options=own).after


def test_ignore_and_select_win_over_the_style() -> None:
    configure('style = "ap"\nignore = ["percent-style"]')
    assert "percent-style" not in running()
    assert "date-style" in running()
    found = run("check", "--select", "percent-style", "--output-format", "concise", "-q", "a.txt").out
    assert found.count("\n") == 1
    assert "use “5%”" in found


def test_the_command_line_wins_over_the_configuration() -> None:
    configure('style = "guardian"')
    assert "“9:30 p.m.”" in run("check", "--style", "ap", "--output-format", "concise", "a.txt").out


def test_an_unknown_style_is_refused_with_the_nearest() -> None:
    configure('style = "guardina"')
    refused = run("check", "a.txt")
    assert refused.code == 2
    assert "unknown style “guardina”; did you mean “guardian”?" in refused.err
    assert "newslint.toml" in refused.err
    Path("newslint.toml").unlink()
    assert run("check", "--style", "app", "a.txt").code == 2
    with pytest.raises(LookupError, match="did you mean “reuters”"):
        newslint.check(COPY, style="reuter")


def test_config_tells_what_came_from_the_style() -> None:
    configure('style = "ap"\n[options.percent-style]\nhouse = "percent"')
    told = run("config", "a.txt").out
    assert "date-style" in told
    assert "style: ap" in told
    assert 'options.date-style.house = "July 25"  style: AP Stylebook, dates' in told
    assert 'options.percent-style.house = "percent"\n' in told


def test_explain_tells_which_houses_decide() -> None:
    told = run("explain", "date-style").out
    assert 'guardian: house = "25 July" (Guardian style guide, dates)' in told


def test_a_spelling_that_no_table_knows_is_refused() -> None:
    configure('[options.name-style]\nprefer = ["Kyyiv"]\n')
    refused = run("check", "--extend-select", "name-style", "a.txt")
    assert refused.code == 2
    assert "unknown spelling “Kyyiv”" in refused.err
