"""Checking a file again and again while it is edited: the same findings, and little asked anew."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec import field

from newslint.core.diagnostics import Finding
from newslint.core.source import Source
from newslint.linter.linter import Linter
from newslint.rules import Block, Range, Rule, Scope, selection
from newslint.rules.selection import SelectedRule
from tools.seeds import ROOT, articles, open_article

TEXT = "The ferry left.\n\nIt was late.\n\nNobody minded."


class Listener(Rule):
    """A rule that finds every block, and notes which it was asked about."""

    asked: list[str] = field(default_factory=list)

    def check_block(self, block: Block) -> Iterator[Finding]:
        self.asked.append(block.text)
        yield Finding(Range(0, 3), "here")


class WideListener(Listener):
    """The same, but it declares that it looks at the whole article."""

    scope = Scope.DOCUMENT


def judged(rule: Listener, *texts: str) -> list[list[str]]:
    """What the rule was asked about in each of some versions of a text."""
    info = selection.info("double-word")
    linter = Linter((SelectedRule(info, rule),))
    rounds = []
    for text in texts:
        rule.asked.clear()
        report = linter.recheck(text)
        assert len(report.diagnostics) == text.count("\n\n") + 1
        rounds.append(list(rule.asked))
    return rounds


def test_only_changed_blocks_are_asked_about() -> None:
    again = TEXT.replace("late", "very late")
    first, second, third, fourth = judged(Listener(), TEXT, again, again, TEXT)
    assert len(first) == 3
    assert second == ["It was very late."]
    assert third == []
    assert fourth == ["It was late."], "what no round asked for is forgotten"


def test_paragraphs_may_move() -> None:
    _, moved = judged(Listener(), TEXT, "It rained.\n\n" + TEXT)
    assert moved == ["It rained."]


def test_a_rule_with_the_scope_of_an_article_is_asked_about_every_block() -> None:
    _, again = judged(WideListener(), TEXT, TEXT.replace("late", "very late"))
    assert len(again) == 3


@pytest.mark.parametrize("article", list(articles(ROOT / "seeds")), ids=lambda path: path.name)
def test_an_edited_article_reads_as_if_it_were_new(article: Path) -> None:
    source, linter = open_article(article)
    linter.recheck(source)
    for word in ("the ", "said", ". "):
        edited = Source(source.text.replace(word, f"{word}{word}", 3).replace("”", "", 1), source.path)
        again = linter.recheck(edited)
        assert again == linter.check(edited)
