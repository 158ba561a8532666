"""A rule that takes too long is stopped and named with its place, and everything else goes on."""

from __future__ import annotations

import json
import re
import signal
import threading
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from time import monotonic

import pytest
from commands import newslint

from newslint.core.diagnostics import Finding
from newslint.core.source import Source
from newslint.linter import time_limit
from newslint.linter.linter import Linter
from newslint.linter.rule_runner import MAX_TIMEOUTS
from newslint.linter.time_limit import TimeLimit, TimeLimitExceeded
from newslint.rules import Block, Document, Range, Rule, selection
from newslint.rules.selection import SelectedRule

TEXT = "The ferry left.\n\naaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!\n\nNobody minded."


@dataclass(frozen=True, kw_only=True)
class Endless(Rule):
    """Finds every block, and is lost in one."""

    def check_block(self, block: Block) -> Iterator[Finding]:
        re.match(r"(?:a|aa)+$", block.text)
        yield Finding(Range(0, 3), "here")


@dataclass(frozen=True, kw_only=True)
class EndlessArticle(Rule):
    """Is lost in Python code."""

    def check(self, document: Document, candidates: Sequence[Block]) -> Iterator[tuple[Block, Finding]]:
        while document:
            pass
        yield from ()


@pytest.mark.parametrize("again", [False, True])
def test_a_slow_rule_is_named_and_the_rest_goes_on(monkeypatch: pytest.MonkeyPatch, again: bool) -> None:
    monkeypatch.setattr(time_limit, "BLOCK_SECONDS", 0.2)
    names = ("double-word", "double-comma")
    linter = Linter(tuple(map(SelectedRule, map(selection.info, names), (EndlessArticle(), Endless()))))
    source = Source(TEXT)
    report = linter.recheck(source) if again else linter.check(source)
    assert len(report.diagnostics) == 2
    assert report.error == (
        "rule double-word took too long at line 1; rule double-comma took too long at line 3"
    )


def _nested() -> None:
    """Set another alarm, put back the first and wait for it."""
    with TimeLimit(0.05):
        pass
    while True:
        pass


def test_what_was_set_before_is_put_back() -> None:
    before = signal.getsignal(signal.SIGALRM)
    with pytest.raises(TimeLimitExceeded), TimeLimit(0.5):
        _nested()
    assert signal.getsignal(signal.SIGALRM) is before
    assert signal.getitimer(signal.ITIMER_REAL)[0] == 0


def test_an_interrupt_is_no_overrun() -> None:
    with pytest.raises(KeyboardInterrupt), TimeLimit(5):
        signal.raise_signal(signal.SIGINT)


def test_other_threads_tell_when_they_are_done() -> None:
    told: list[type[BaseException]] = []

    def work() -> None:
        begun = monotonic()
        try:
            with TimeLimit(0.01):
                while monotonic() < begun + 0.05:
                    pass
        except TimeLimitExceeded as error:
            told.append(type(error))

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert told == [TimeLimitExceeded]


def test_the_command_exits_with_3_and_names_rule_and_line(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(time_limit, "BLOCK_SECONDS", 0.2)
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
    monkeypatch.setattr(time_limit, "BLOCK_SECONDS", 0.1)
    linter = Linter((SelectedRule(selection.info("double-comma"), Endless()),))
    begun = monotonic()
    report = linter.check(Source("\n\n".join([TEXT.split("\n\n")[1]] * 50)))
    assert monotonic() - begun < 3
    assert (report.error or "").count("took too long at line") == MAX_TIMEOUTS


@dataclass(frozen=True, kw_only=True)
class Stubborn(Rule):
    """Catches whatever goes wrong in it and goes on."""

    def check_block(self, block: Block) -> Iterator[Finding]:
        while block:
            with suppress(Exception):
                re.match(r"(?:a|aa)+$", "a" * 42 + "!")
        yield from ()


def test_a_rule_cannot_keep_itself_from_being_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(time_limit, "BLOCK_SECONDS", 0.1)
    report = Linter((SelectedRule(selection.info("double-comma"), Stubborn()),)).check(Source("One."))
    assert report.error == "rule double-comma took too long at line 1"
