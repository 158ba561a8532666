"""A promise, the number of its trials, and its failures."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

SHOWN = 5
"""Failures that are printed for each promise."""


@dataclass
class Promise:
    """A promise, the number of its trials, and the failures."""

    text: str
    trials: int = 0
    failures: list[str] = field(default_factory=list)

    def check(self, kept: bool, what: str) -> None:
        """Count a trial, and record `what` if the promise was broken."""
        self.trials += 1
        if not kept:
            self.failures.append(what)


def lines(promises: Iterable[Promise]) -> Iterator[str]:
    """The promises for a terminal, with the first failures of each."""
    for promise in promises:
        yield f"{promise.text}: {promise.trials:,} trials, {len(promise.failures):,} failures"
        for failure in promise.failures[:SHOWN]:
            yield f"  {failure}"


def table(promises: Iterable[Promise]) -> Iterator[str]:
    """The promises as a table in Markdown."""
    yield "| promise | trials | failures |"
    yield "| --- | ---: | ---: |"
    for promise in promises:
        yield f"| {promise.text} | {promise.trials:,} | {len(promise.failures):,} |"
