"""No parser takes more steps than in proportion, and the guard sees rules whose time grows faster."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from work import is_in_proportion

from newslint.core.diagnostics import Finding
from newslint.linter.time_limit import TimeLimitExceeded
from newslint.rules import Block, Case, Rule, selection
from newslint.rules.selection import SelectedRule
from newslint.testing import slow_patterns
from newslint.testing.slow_patterns import grows, probes, slow_inputs
from tools import linear
from tools.linear import REPEATED, parse, repetitions


@pytest.mark.parametrize("name", REPEATED)
def test_a_parser_takes_steps_in_proportion(name: str) -> None:
    def grows_faster(before: str, stretch: str, after: str) -> bool:
        return not is_in_proportion(lambda count: parse(name, before + stretch * count + after), 100)

    assert [parts for parts in repetitions(name) if grows_faster(*parts)] == []


def test_steps_that_grow_faster_are_seen() -> None:
    def quadratic(count: int) -> None:
        for _ in range(count):
            list(probes(ACTIVE))

    assert is_in_proportion(quadratic, 2)
    assert not is_in_proportion(lambda count: quadratic(count * count), 2)


def test_the_guard_compares_a_length_with_its_quarter() -> None:
    assert not grows(lambda size: size * 1e-4)
    assert not grows(lambda size: size * size * 1e-10), "too fast to matter"
    assert grows(lambda size: size * size * 1e-8)


def test_the_guard_waits_for_nothing_hopeless() -> None:
    def measure(_: int) -> float:
        raise TimeLimitExceeded

    assert grows(measure)


class Exponential(Rule):
    """Tries every way to divide a run of letters."""

    cases = (Case("It said ⟦aaaaaaaaaa⟧."),)

    def check_block(self, block: Block) -> Iterator[Finding]:
        re.fullmatch(r"(?:a|aa)+!", block.text)
        yield from ()


ACTIVE = SelectedRule(selection.info("double-word"), Exponential())


def test_the_guard_repeats_what_is_in_the_cases() -> None:
    assert {"It said aaaaaaaaaa. ", "aaaaaaaaaa", "aaaaaaaaaa ", "aaaaaaaaa"} <= set(probes(ACTIVE))


def test_the_guard_names_what_never_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(slow_patterns, "MAX_SECONDS", 0.1)
    assert next(slow_inputs(ACTIVE)) == "a"


def test_the_command_names_the_rule(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(linear, "slow_inputs", lambda _: iter(["so "]))
    assert linear.run(["double-word"]) == 1
    assert capsys.readouterr().out == "double-word: 'so ' repeated takes more than linear time\n"
