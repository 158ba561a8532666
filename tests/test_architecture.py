"""The package is built as ARCHITECTURE.md says."""

from __future__ import annotations

import ast
import subprocess
import sys
import tomllib
from collections import defaultdict
from pathlib import Path

import pytest
import regex

from newslint.rules import selection
from newslint.rules.rates import DATA, all_rates, save

ROOT = Path(__file__).parents[1]
REQUIRED = ["## What it does", "## Why it matters", "## Fix safety"]
OPTIONAL = ["## Options", "## References"]
SUMMARY_WORDS = 12
PAGE = (ROOT / "ARCHITECTURE.md").read_text("utf-8")


def test_imports_point_down() -> None:
    done = subprocess.run(
        [sys.executable, "-c", "from importlinter.cli import lint_imports_command as c; c(['--no-cache'])"],
        cwd=ROOT,
        check=False,
        capture_output=True,
        encoding="utf-8",
    )
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("name", selection.defaults())
def test_a_rule_that_is_on_has_been_measured(name: str) -> None:
    rates = all_rates()[name]
    assert {"clean-curly", "clean-straight", "mt-documents"} <= set(rates.per_million)
    assert rates.right <= rates.read


def test_rates_are_those_of_rules_and_written_by_the_tool() -> None:
    assert set(all_rates()) <= set(selection.built_in())
    before = DATA.read_bytes()
    save(all_rates())
    assert DATA.read_bytes() == before


def test_the_page_names_every_room_in_the_order_of_imports() -> None:
    rooms = regex.findall(r"(?m)^\| `(\w+)/` \|", PAGE)
    packages = {path.parent.name for path in (ROOT / "newslint").glob("*/__init__.py")}
    assert set(rooms) == packages
    contract = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"][
        "contracts"
    ][0]
    layers = [layer.split(" | ") for layer in contract["layers"]]
    depth = {room: number for number, layer in enumerate(layers) for room in layer}
    assert rooms == sorted(rooms, key=depth.__getitem__)


def test_the_page_names_only_files_that_exist() -> None:
    package = ROOT / "newslint"
    bases = [ROOT, package, *(path for path in package.iterdir() if path.is_dir())]
    named = set(regex.findall(r"`([\w./]+(?:\.py|\.toml|/))`", PAGE)) - {"newslint.toml"}
    assert named
    assert [name for name in named if not any((base / name).exists() for base in bases)] == []


def test_no_two_classes_share_a_name() -> None:
    places: dict[str, list[str]] = defaultdict(list)
    for path in sorted((ROOT / "newslint").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.ClassDef):
                places[node.name].append(f"{path.relative_to(ROOT)}:{node.lineno}")
    assert len(places) > 100
    assert {name: where for name, where in places.items() if len(where) > 1} == {}


def test_the_page_is_short() -> None:
    assert PAGE.count("\n") <= 90


@pytest.mark.parametrize("name", selection.built_in())
def test_a_page_has_its_headings(name: str) -> None:
    headings = regex.findall(r"(?m)^##.*", selection.info(name).doc)
    assert headings[:3] == REQUIRED
    assert headings[3:] == [heading for heading in OPTIONAL if heading in headings]


@pytest.mark.parametrize("name", selection.built_in())
def test_a_rule_shows_where_it_speaks_and_where_not(name: str) -> None:
    marked = ["⟦" in case.marked for case in selection.load(name).cases]
    assert any(marked)
    assert not all(marked)


@pytest.mark.parametrize("name", selection.built_in())
def test_a_summary_is_one_short_sentence(name: str) -> None:
    summary = selection.info(name).summary
    assert summary[:1].isupper() or not summary[:1].isalpha()
    assert summary.endswith(".")
    assert len(summary.split()) <= SUMMARY_WORDS
