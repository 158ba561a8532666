"""The package is built as ARCHITECTURE.md says."""

from __future__ import annotations

import ast
import subprocess
import sys
import tomllib
from collections import defaultdict
from pathlib import Path

import regex

from newslint.rules import selection
from newslint.rules.rates import DATA, all_rates, save

ROOT = Path(__file__).parents[1]
REQUIRED = ["## What it does", "## Why it matters", "## Fix safety"]
OPTIONAL = ["## Options", "## References"]
SUMMARY_WORDS = 12
MACHINERY = ("cli", "config", "core", "fixer", "linter", "runner")
PARTICIPLE = regex.compile(
    r"_*(?:[a-z]{2,}(?<!e)ed|built|done|drawn|found|given|heard|held|kept|known|left|lost|made|meant|said|seen|sent|shown"
    r"|spoken|taken|told|torn|written)"
)
"""Names that say what was done to something, not what it is or what to do."""
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


def test_every_rule_that_is_on_has_been_measured() -> None:
    known = all_rates()
    assert set(selection.defaults()) <= set(known)
    for name in selection.defaults():
        assert {"clean-curly", "clean-straight", "mt-documents"} <= set(known[name].per_million), name
        assert known[name].right <= known[name].read, name


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


def test_no_function_of_the_machinery_is_named_by_a_participle() -> None:
    files = [path for room in MACHINERY for path in (ROOT / "newslint" / room).rglob("*.py")]
    assert len(files) > 50
    names = {
        f"{path.relative_to(ROOT)}:{node.lineno} {node.name}"
        for path in files
        if path.parent.name != "prefilter"
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.FunctionDef) and PARTICIPLE.fullmatch(node.name)
    }
    assert names == set()


def test_the_page_is_short() -> None:
    assert PAGE.count("\n") <= 90


def test_every_page_has_its_headings() -> None:
    for name in selection.built_in():
        headings = regex.findall(r"(?m)^##.*", selection.info(name).doc)
        assert headings[:3] == REQUIRED, name
        assert headings[3:] == [heading for heading in OPTIONAL if heading in headings], name


def test_every_rule_shows_where_it_speaks_and_where_not() -> None:
    for name in selection.built_in():
        assert {"⟦" in case.marked for case in selection.load(name).cases} == {True, False}, name


def test_every_summary_is_one_short_sentence() -> None:
    for name in selection.built_in():
        summary = selection.info(name).summary
        assert summary[:1].isupper() or not summary[:1].isalpha(), name
        assert summary.endswith("."), name
        assert len(summary.split()) <= SUMMARY_WORDS, name
