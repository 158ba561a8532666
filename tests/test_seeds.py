"""The sample articles, and what newslint makes of them."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from newslint import catalog
from newslint.dev.seeds import FIXED, REPORT, articles, expectations
from newslint.engine import Profile, check_source, fix_source
from newslint.model import Safety
from newslint.source import Source

ROOT = Path(__file__).parents[1]
SEEDS = ROOT / "seeds"
ARTICLES = list(articles(SEEDS))

each_article = pytest.mark.parametrize("article", ARTICLES, ids=lambda path: path.stem)


def test_there_are_articles_for_every_desk() -> None:
    assert len(ARTICLES) >= 8


@each_article
def test_has_the_length_of_an_article(article: Path) -> None:
    assert 150 <= len(article.read_text("utf-8-sig").split()) <= 400


@each_article
def test_is_repaired_and_reported_as_expected(article: Path) -> None:
    wanted = expectations(SEEDS)
    for end in (FIXED, REPORT):
        path = article.with_suffix(end)
        assert path.read_bytes() == wanted[path], "stale: python -m newslint.dev seeds"


def test_every_expectation_has_its_article() -> None:
    assert None not in expectations(SEEDS).values()


@pytest.mark.parametrize("level", [Safety.SAFE, Safety.UNSAFE])
@each_article
def test_repairing_twice_changes_nothing(article: Path, level: Safety) -> None:
    profile = Profile(catalog.select())
    once = fix_source(Source.decode(article.read_bytes()), profile, level)
    twice = fix_source(Source(once.after), profile, level)
    assert once.changed
    assert not twice.changed


def test_every_rule_of_the_main_job_is_shown() -> None:
    shown = {d.rule for article in ARTICLES for d in _found(article)}
    assert shown >= MAIN_JOB & set(catalog.built_in())


def test_the_expectations_are_not_checked() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "newslint", "check", "--output-format", "concise", "seeds"],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
    )
    assert done.returncode == 1, done.stderr
    files = {Path(line.split(":")[0]) for line in done.stdout.splitlines()}
    assert {ROOT / file for file in files} == {article for article in ARTICLES if _found(article)}


def _found(article: Path) -> tuple:
    return check_source(Source.decode(article.read_bytes()), Profile(catalog.select())).diagnostics


MAIN_JOB = {
    "article-before-acronym",
    "attribution-noun",
    "blank-lines",
    "closing-boilerplate",
    "comma-stop",
    "double-period",
    "double-word",
    "given-name-as-surname",
    "invisible-character",
    "key-term-drift",
    "missing-space-after-period",
    "mixed-quote-marks",
    "mojibake",
    "pronoun-for-person",
    "quote-spacing",
    "quote-style-drift",
    "requested-the-anonymity",
    "space-before-punctuation",
    "split-title",
    "stray-period",
    "title-case-drift",
    "unclosed-quote",
    "unopened-quote",
}
