"""The faults of tools/faults in their smallest size, and that they find what is broken."""

from __future__ import annotations

from math import inf

import pytest

from newslint.core import atomic_write
from newslint.linter import rule_runner
from tools.faults import bombs, caches, fuzz, names, rules, writing
from tools.faults.promises import Promise, lines, table

SUITES = {
    "fuzz": lambda: fuzz.promises(90),
    "names": lambda: names.promises(1),
    "rules": lambda: rules.promises(1),
    "bombs": lambda: bombs.promises(1),
    "caches": lambda: caches.promises(1),
    "writing": lambda: writing.promises(1),
}


pytestmark = pytest.mark.filterwarnings("ignore:NOISE")


@pytest.mark.parametrize("suite", SUITES)
def test_every_promise_is_kept(suite: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """But for those of time: only the command asks the clock."""
    for timed in (fuzz, bombs):
        monkeypatch.setattr(timed, "LONGEST", inf)
    for promise in SUITES[suite]():
        assert promise.trials
        assert not promise.failures, "\n".join(lines([promise]))


def test_findings_that_are_not_validated_are_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rule_runner, "_is_within", lambda *_: True)
    assert any(promise.failures for promise in rules.promises(1))


def test_parsers_that_raise_are_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    def parse(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("newslint.formats.plain.parse", parse)
    assert any(promise.failures for promise in fuzz.promises(9))


def test_drafts_that_stay_are_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(atomic_write.AtomicWriter, "discard", lambda _: None)
    assert any(promise.failures for promise in writing.try_full_disk(1))


def test_the_table_counts_trials_and_failures() -> None:
    kept, broken = Promise("kept", 2000), Promise("broken")
    broken.check(True, "a")
    broken.check(False, "b")
    assert list(table([kept, broken]))[2:] == ["| kept | 2,000 | 0 |", "| broken | 2 | 1 |"]
    assert list(lines([broken])) == ["broken: 2 trials, 1 failures", "  b"]
