"""A rule that takes too long is stopped and named with its place, and everything else goes on."""

from __future__ import annotations

import re
import signal
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from time import monotonic

import pytest

from newslint import budget, catalog
from newslint.budget import Budget, Overrun
from newslint.catalog import Active
from newslint.engine import Judge, Profile, check_again, check_source
from newslint.model import Finding
from newslint.rule import Block, Document, Range, Rule
from newslint.source import Source

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

    def check_document(self, document: Document) -> Iterator[tuple[Block, Finding]]:
        while document:
            pass
        yield from ()


@pytest.mark.parametrize("again", [False, True])
def test_a_slow_rule_is_named_and_the_rest_goes_on(monkeypatch: pytest.MonkeyPatch, again: bool) -> None:
    monkeypatch.setattr(budget, "BLOCK_SECONDS", 0.2)
    names = ("double-word", "double-comma")
    profile = Profile(tuple(map(Active, map(catalog.info, names), (EndlessArticle(), Endless()))))
    source = Source(TEXT)
    report = check_again(source, profile, Judge(profile)) if again else check_source(source, profile)
    assert len(report.diagnostics) == 2
    assert report.error == (
        "rule double-word took too long at line 1; rule double-comma took too long at line 3"
    )


def _nested() -> None:
    """Set another alarm, put back the first and wait for it."""
    with Budget(0.05):
        pass
    while True:
        pass


def test_what_was_set_before_is_put_back() -> None:
    before = signal.getsignal(signal.SIGALRM)
    with pytest.raises(Overrun), Budget(0.5):
        _nested()
    assert signal.getsignal(signal.SIGALRM) is before
    assert signal.getitimer(signal.ITIMER_REAL)[0] == 0


def test_an_interrupt_is_no_overrun() -> None:
    with pytest.raises(KeyboardInterrupt), Budget(5):
        signal.raise_signal(signal.SIGINT)


def test_other_threads_tell_when_they_are_done() -> None:
    told: list[type[BaseException]] = []

    def work() -> None:
        begun = monotonic()
        try:
            with Budget(0.01):
                while monotonic() < begun + 0.05:
                    pass
        except Overrun as error:
            told.append(type(error))

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert told == [Overrun]
