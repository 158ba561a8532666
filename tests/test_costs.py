"""What rules cost, and how the paragraphs that concern them are found."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from commands import newslint

from newslint.linter.costs import FACTS
from newslint.rules import selection


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "a.txt"
    path.write_text("Police shut the the bridge.\n\n“It fell,” she said.\n\nThey can not go.\n")
    return path


def test_every_default_rule_has_a_row(article: Path) -> None:
    told = json.loads(newslint("rules", "--costs", "--output-format", "json", article).out)
    rows = {row["name"]: row for row in told["rules"]}
    assert set(rows) == {a.info.name for a in selection.select()} | {"prefilter", *FACTS}
    assert told["bytes"] == len("".join(article.read_text().split("\n")).encode())
    assert rows["double-word"]["route"] == "direct"
    assert rows["double-word"]["findings"] == 1
    assert rows["can-not"]["route"] == "automaton"
    assert rows["can-not"]["asked"] == 1
    assert rows["can-not"]["idle_per_kb"] == 0
    assert rows["comma-stop"]["asked"] == 0
    assert rows["quotes"]["ms_per_mb"] > 0


def test_the_table_begins_with_the_dearest(article: Path) -> None:
    done = newslint("rules", "--costs", article)
    prices = [float(line.split()[0]) for line in done.out.splitlines()[1:]]
    assert prices == sorted(prices, reverse=True)
    assert "MB of prose" in done.err


def test_without_paths_the_cases_of_the_rules_are_measured() -> None:
    rows = json.loads(newslint("rules", "--costs", "--output-format", "json").out)["rules"]
    assert all(row["findings"] for row in rows if row["route"] in ("words", "set"))


def test_paths_are_for_costs_alone(article: Path) -> None:
    assert newslint("rules", article).code == 2


def test_what_cannot_be_read_is_told_of(article: Path) -> None:
    article.with_name("b.txt").write_bytes(b"\0\1\2")
    done = newslint("rules", "--costs", article.parent)
    assert "b.txt" in done.err
    assert "double-word" in done.out
