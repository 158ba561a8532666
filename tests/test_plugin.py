"""A package of rules from elsewhere, really installed."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from newslint.testing.renderers import FORMS

ROOT = Path(__file__).parents[1]
ACME = ROOT / "examples" / "newslint-acme"
SCORER = ROOT / "examples" / "newslint-scorer"
QUIETLY = ("--quiet", "--disable-pip-version-check", "--no-deps", "--no-build-isolation")
COPY = "He told the Acme Evening Courier that he would stay.\n"
RULES = "[newslint.rules]\nletters = letters_newslint.rules\n"
GARBLED = "The lengths of rope were gone, and so was the mnstrxng.\n"


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where pip put the example."""
    return install(ACME, tmp_path_factory.mktemp("site"))


@pytest.fixture(scope="module")
def scoring(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where pip put the example with a model."""
    return install(SCORER, tmp_path_factory.mktemp("site"))


def install(package: Path, target: Path) -> Path:
    subprocess.run(
        [sys.executable, "-m", "pip", "install", *QUIETLY, "--target", str(target), str(package)],
        check=True,
    )
    return target


def run(installed: Path, *args: str, module: str = "newslint") -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", module, *args],
        cwd=installed,
        check=False,
        env={**os.environ, "PYTHONPATH": f"{installed}{os.pathsep}{ROOT}", "NO_COLOR": "1"},
        capture_output=True,
        encoding="utf-8",
    )


def test_its_rule_checks_when_selected(installed: Path) -> None:
    (installed / "article.txt").write_text(COPY)
    done = run(installed, "check", "--select", "acme/old-paper-name", "article.txt")
    assert done.returncode == 1, done.stderr
    assert "acme/old-paper-name" in done.stdout
    assert "“Acme Evening Courier” is now the Acme Courier" in done.stdout


def test_its_rule_is_off_until_selected(installed: Path) -> None:
    (installed / "article.txt").write_text(COPY)
    assert run(installed, "check", "article.txt").returncode == 0


def test_its_rule_repairs(installed: Path) -> None:
    (installed / "fixed.txt").write_text(COPY)
    done = run(installed, "fix", "--select", "acme/old-paper-name", "fixed.txt")
    assert done.returncode == 0, done.stderr
    assert (installed / "fixed.txt").read_text() == "He told the Acme Courier that he would stay.\n"


def test_its_rule_is_explained(installed: Path) -> None:
    done = run(installed, "explain", "acme/old-paper-name")
    assert done.returncode == 0, done.stderr
    assert "Our own paper is called by a name that it gave up." in done.stdout


def test_a_misspelt_rule_of_it_is_refused(installed: Path) -> None:
    done = run(installed, "check", "--select", "acme/old-paper-nam", "article.txt")
    assert done.returncode == 2
    assert "did you mean “acme/old-paper-name”?" in done.stderr


def test_its_own_tests_pass(installed: Path) -> None:
    done = run(installed, "-q", "-p", "no:cacheprovider", str(ACME / "tests"), module="pytest")
    assert done.returncode == 0, done.stdout
    passed = re.search(r"(\d+) passed", done.stdout)
    assert passed
    assert int(passed[1]) >= len(FORMS)


def test_a_model_scores_words_for_a_rule(scoring: Path) -> None:
    (scoring / "article.txt").write_text(GARBLED)
    asked = ("check", "--select", "letters/doubted-word", "article.txt")
    done = run(scoring, *asked)
    assert done.returncode == 1, done.stderr
    assert "“mnstrxng” does not belong here" in done.stdout
    assert "0.0003 false in 1,000 words" in done.stdout
    assert "“lengths” does not belong here" in done.stdout
    surer = run(scoring, *asked, "--max-fp", "0.01")
    assert "mnstrxng" in surer.stdout
    assert "“lengths” does not" not in surer.stdout
    assert run(scoring, *asked, "--max-fp", "0").returncode == 0


def test_a_rule_without_its_model_is_told_once(scoring: Path, tmp_path: Path) -> None:
    site = tmp_path / "site"
    shutil.copytree(scoring, site)
    for points in site.glob("*.dist-info/entry_points.txt"):
        points.write_text(points.read_text().partition("[newslint.providers]")[0] + RULES)
    for name in "ab":
        (site / f"{name}.txt").write_text(GARBLED)
    done = run(site, "check", "--select", "letters/doubted-word", "a.txt", "b.txt")
    assert done.returncode == 0, done.stderr
    assert done.stderr.count("letters/doubted-word skipped: install a package that provides “scorer”") == 1


def test_the_tests_of_the_model_pass(scoring: Path) -> None:
    done = run(scoring, "-q", "-p", "no:cacheprovider", str(SCORER / "tests"), module="pytest")
    assert done.returncode == 0, done.stdout
