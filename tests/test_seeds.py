"""The sample articles, and what newslint makes of them."""

from __future__ import annotations

from collections import Counter
from functools import cache
from pathlib import Path

import pytest
from commands import newslint

from newslint.core.diagnostics import Safety
from newslint.formats import FORMATS
from tools.seeds import articles, diagnostics_by_name, expectations, fix_article, fixed_file, open_article
from tools.truth import beyond, damages, with_finders

ROOT = Path(__file__).parents[1]
SEEDS = ROOT / "seeds"
ARTICLES = list(articles(SEEDS))
LIST = (SEEDS / "README.md").read_text("utf-8")

seen = cache(lambda: diagnostics_by_name(SEEDS))
"""What is found in the articles, once for all tests."""
expected = cache(lambda: expectations(SEEDS))

each_article = pytest.mark.parametrize("article", ARTICLES, ids=lambda path: path.stem)


def test_there_are_articles_for_every_desk() -> None:
    assert len(ARTICLES) >= 8


@each_article
def test_has_the_length_of_an_article(article: Path) -> None:
    source, linter = open_article(article)
    reading = linter.parse(source)
    assert 150 <= sum(len(block.text.split()) for block in reading.blocks) <= 400


@each_article
def test_is_repaired_and_reported_as_expected(article: Path) -> None:
    wanted = expected()
    for path in (fixed_file(article, fix_article(article)), article.with_suffix(".report.txt")):
        assert path.read_bytes() == wanted[path], "stale: python -m tools seeds"


def test_every_expectation_has_its_article() -> None:
    assert None not in expected().values()


@pytest.mark.parametrize("level", [Safety.SAFE, Safety.UNSAFE])
@each_article
def test_repairing_twice_changes_nothing(article: Path, level: Safety) -> None:
    source, linter = open_article(article)
    once = linter.fix(source, level)
    assert once.output is not None
    twice = linter.fix(linter.format.decode(once.output, source.path), level)
    assert not twice.has_changes


def test_every_format_has_an_article() -> None:
    assert {open_article(article)[1].format.name for article in ARTICLES} == set(FORMATS)


def test_every_rule_of_the_main_job_is_shown() -> None:
    shown = {d.rule for _, diagnostics in seen().values() for d in diagnostics}
    assert not MAIN_JOB - shown


def test_the_list_of_damages_is_fresh() -> None:
    assert with_finders(LIST, seen()) == LIST, "stale: python -m tools seeds"


def test_every_article_was_damaged_several_times() -> None:
    counts = Counter(damage.article for damage in damages(LIST))
    assert counts.keys() == seen().keys()
    assert min(counts.values()) >= 4


def test_nothing_is_reported_that_nobody_damaged() -> None:
    assert not [(article, d.rule, d.quote) for article, d in beyond(LIST, seen())]


def test_the_expectations_are_not_checked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    done = newslint("check", "-j1", "--output-format", "concise", "--quiet", "seeds")
    assert done.code == 1, done.err
    files = {Path(line.split(":")[0]).name for line in done.out.splitlines()}
    assert files == {article.name for article in ARTICLES}


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
