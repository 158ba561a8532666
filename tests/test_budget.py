"""A rule that takes too long is stopped and named with its place, and everything else goes on."""

from __future__ import annotations

import json
import re
import signal
import threading
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path

import pytest
import regex
from commands import newslint

from newslint.core.diagnostics import Finding
from newslint.core.source import Source
from newslint.linter import time_limit
from newslint.linter.linter import Linter
from newslint.linter.rule_runner import MAX_TIMEOUTS
from newslint.linter.time_limit import TimeLimit, TimeLimitExceeded
from newslint.rules import Block, Document, Range, Rule, selection
from newslint.rules.selection import SelectedRule

TEXT = "The ferry left.\n\nNobody knows when.\n\nNobody minded."


def run_out_of_time() -> None:
    """What the alarm does when the time is over, at once."""
    signal.raise_signal(signal.SIGALRM)


class Endless(Rule):
    """Finds every block, and is lost in one."""

    def check_block(self, block: Block) -> Iterator[Finding]:
        if "knows" in block.text:
            run_out_of_time()
        yield Finding(Range(0, 3), "here")


class EndlessArticle(Rule):
    """Is lost in every article."""

    def check(self, document: Document, candidates: Sequence[Block]) -> Iterator[tuple[Block, Finding]]:
        run_out_of_time()
        yield from ()


@pytest.fixture(autouse=True)
def patience(monkeypatch: pytest.MonkeyPatch) -> None:
    """No time is over before it is said to be, however busy the machine is."""
    monkeypatch.setattr(time_limit, "BLOCK_SECONDS", 3600.0)


@pytest.mark.parametrize("again", [False, True])
def test_a_slow_rule_is_named_and_the_rest_goes_on(again: bool) -> None:
    names = ("double-word", "double-comma")
    linter = Linter(tuple(map(SelectedRule, map(selection.info, names), (EndlessArticle(), Endless()))))
    source = Source(TEXT)
    report = linter.recheck(source) if again else linter.check(source)
    assert len(report.diagnostics) == 2
    assert report.error == (
        "rule double-word took too long at line 1; rule double-comma took too long at line 3"
    )


@pytest.mark.parametrize("pattern", [re.compile(r"(?:a|aa)+$"), regex.compile(r"(?:a|aa)+$")])
def test_an_expression_that_never_ends_is_stopped(pattern: re.Pattern[str]) -> None:
    with pytest.raises(TimeLimitExceeded), TimeLimit(0.01):
        pattern.match("a" * 99 + "!")


def _nested() -> None:
    """Set another alarm, put back the first and wait for it."""
    with TimeLimit(3600):
        pass
    while True:
        pass


def test_what_was_set_before_is_put_back() -> None:
    before = signal.getsignal(signal.SIGALRM)
    with pytest.raises(TimeLimitExceeded), TimeLimit(0.01):
        _nested()
    assert signal.getsignal(signal.SIGALRM) is before
    assert signal.getitimer(signal.ITIMER_REAL)[0] == 0


def test_an_interrupt_is_no_overrun() -> None:
    with pytest.raises(KeyboardInterrupt), TimeLimit(3600):
        signal.raise_signal(signal.SIGINT)


@pytest.mark.parametrize(("seconds", "raised"), [(1, [TimeLimitExceeded]), (3, [])])
def test_other_threads_report_it_when_they_are_done(
    monkeypatch: pytest.MonkeyPatch, seconds: float, raised: list[type[BaseException]]
) -> None:
    times = iter((0.0, 2.0))
    monkeypatch.setattr(time_limit, "_own_time", lambda _: next(times))
    caught: list[type[BaseException]] = []

    def work() -> None:
        try:
            with TimeLimit(seconds):
                pass
        except TimeLimitExceeded as error:
            caught.append(type(error))

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert caught == raised


def test_the_command_exits_with_3_and_names_rule_and_line(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    slow = SelectedRule(selection.info("double-comma"), Endless())
    monkeypatch.setattr(
        selection, "select", lambda *_, **__: (slow, SelectedRule(selection.info("double-word")))
    )
    lines = [json.dumps({"text": TEXT}), json.dumps({"text": "Police shut the the bridge."})]
    (tmp_path / "a.jsonl").write_text("\n".join(lines))
    done = newslint("check", "--output-format", "concise", tmp_path / "a.jsonl")
    assert done.code == 3
    assert "rule double-comma took too long at line 1" in done.out + done.err
    assert "double-word" in done.out


def test_a_rule_that_is_lost_again_and_again_is_asked_no_more(monkeypatch: pytest.MonkeyPatch) -> None:
    lost = 0

    def lose(*_: object) -> Iterator[Finding]:
        nonlocal lost
        lost += 1
        run_out_of_time()
        yield from ()

    monkeypatch.setattr(Endless, "check_block", lose)
    linter = Linter((SelectedRule(selection.info("double-comma"), Endless()),))
    report = linter.check(Source("\n\n".join(["Nobody knows when."] * 50)))
    assert (report.error or "").count("took too long at line") == MAX_TIMEOUTS
    assert lost == MAX_TIMEOUTS + 2, "once for all rules, once for all blocks, and then block by block"


class Stubborn(Rule):
    """Catches whatever goes wrong in it and goes on."""

    def check_block(self, block: Block) -> Iterator[Finding]:
        with suppress(Exception):
            run_out_of_time()
        yield Finding(Range(0, 3), "here")


def test_a_rule_cannot_keep_itself_from_being_stopped() -> None:
    report = Linter((SelectedRule(selection.info("double-comma"), Stubborn()),)).check(Source("One."))
    assert report.error == "rule double-comma took too long at line 1"
    assert not report.diagnostics
