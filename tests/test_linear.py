"""No rule takes more time than in proportion, whatever is repeated; the guard sees those that would."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from newslint.core.diagnostics import Finding
from newslint.rules import Block, Case, PatternRule, Rule, pattern, selection
from newslint.rules.selection import SelectedRule
from newslint.testing.slow_patterns import superlinear


@pytest.mark.parametrize("name", sorted(selection.built_in()))
def test_its_time_grows_in_proportion(name: str) -> None:
    active = next(iter(selection.select([name])))
    assert list(superlinear(active)) == []


@dataclass(frozen=True, kw_only=True)
class Linear(PatternRule):
    """Looks for a word between two others."""

    expression = r"\bbefore\s\w{1,20}\safter\b"
    cases = (Case("It came ⟦before noon after⟧ all."),)

    def judge(self, *_: object) -> Finding | None:
        return None


@dataclass(frozen=True, kw_only=True)
class Quadratic(Linear):
    """Goes on to the end from every place where it may begin."""

    expression = r"(?s)\bbefore\b.*?\bnever said\b"


@dataclass(frozen=True, kw_only=True)
class Exponential(Rule):
    """Tries every way to part a run of letters."""

    cases = (Case("aaaaaaaaaa"),)

    def check_block(self, block: Block) -> Iterator[Finding]:
        import re

        re.fullmatch(r"(?:a|aa)+!", block.text)
        yield from ()


@dataclass(frozen=True, kw_only=True)
class QuadraticCode(Linear):
    """Reads all that stands before every word."""

    def check_block(self, block: Block) -> Iterator[Finding]:
        for match in pattern(r"\w+").finditer(block.text):
            len(block.text[: match.start()].split())
        yield from ()


@pytest.mark.parametrize(
    "rule", [Quadratic(), Exponential(), QuadraticCode()], ids=lambda rule: type(rule).__name__
)
def test_the_guard_sees_what_grows_faster(rule: Rule) -> None:
    assert next(superlinear(SelectedRule(selection.info("double-word"), rule)), None) is not None


def test_the_guard_lets_a_linear_expression_pass() -> None:
    assert not list(superlinear(SelectedRule(selection.info("double-word"), Linear())))
