"""Which rules may concern which texts, found out in one pass."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from functools import cache
from itertools import accumulate
from pathlib import Path

import regex

from newslint.core.disk_cache import remember
from newslint.core.pattern_scanner import PatternScanner, has_hyperscan
from newslint.core.patterns import pattern
from newslint.core.stamp import stamp
from newslint.core.text_facts import TextFacts
from newslint.linter.prefilter.alphabet import encode
from newslint.rules.metadata import own_traces

MOST_OF_A_GROUP = 0.5
"""A smaller part of it is searched for faster by an automaton of its own."""
PATIENCE = 400_000
"""Characters in which each trace is looked for by itself; then an automaton, which takes seconds to make, is
worth the while."""
LONGEST = 0.2
"""Maximum seconds to search for a trace in a block."""

Traced = dict[int, set[int]]
"""The numbers of the texts that each trace may match, by its number."""


def translations(trace: str) -> list[str]:
    """The Hyperscan expressions for a trace; none if it may match anywhere."""
    return remember(f"trace {trace}", list[str], lambda: _translate(trace), stamp(Path(__file__).parent))


def _translate(trace: str) -> list[str]:
    """An invalid expression has no translation, and the rule will report it."""
    from newslint.linter.prefilter.translation import Untranslatable, translate

    try:
        regex.compile(trace)
        return translate(trace) if trace else []
    except (regex.error, Untranslatable):
        return []


class Prefilter:
    """Traces by number, and a fast check of where they may match."""

    def __init__(self, traces: Sequence[str]) -> None:
        """Take the traces; the wheel has a database for newslint's own."""
        self.always = frozenset(n for n, trace in enumerate(traces) if not translations(trace))
        numbers: dict[str, list[int]] = {}
        for number, trace in enumerate(traces):
            if number not in self.always:
                numbers.setdefault(trace, []).append(number)
        self._groups = [
            (_group(group), [numbers.pop(trace, []) for trace in group])
            for group in own_traces()
            if len(numbers.keys() & group) > MOST_OF_A_GROUP * len(group)
        ]
        if numbers:
            self._groups.append((TraceGroup(tuple(numbers)), list(numbers.values())))

    def find(self, texts: Sequence[str]) -> Traced:
        """Where the traces may match; those in `always` are left out."""
        return {
            number: within
            for group, numbers in self._groups
            for trace, within in group.find(texts).items()
            for number in numbers[trace]
        }

    def make(self) -> None:
        """Build the automata now, if Hyperscan is there."""
        for group, _ in self._groups:
            group.make()


class TraceGroup:
    """Traces that are searched for together, by their positions in the group."""

    def __init__(self, traces: Sequence[str]) -> None:
        """Take the traces; one that may match anywhere is not searched for."""
        self._traces = traces
        self._patience = PATIENCE
        numbered = [(n, one) for n, trace in enumerate(traces) for one in translations(trace)]
        self._numbers = [number for number, _ in numbered]
        """The trace of each expression; a long list of words has several."""
        self._searched = frozenset(self._numbers)
        self._scanner = PatternScanner([expression for _, expression in numbered])
        self._traces_in = TextFacts(self._search)

    def find(self, texts: Sequence[str]) -> Traced:
        """Where the traces may match."""
        found: Traced = {}
        for number, traces in enumerate(self._traces_in(texts)):
            for trace in traces:
                found.setdefault(trace, set()).add(number)
        return found

    def make(self) -> None:
        """Make the automaton now, if Hyperscan is there."""
        if has_hyperscan():
            self._scanner.make()

    def _search(self, texts: Sequence[str]) -> list[set[int]]:
        """The traces that may match in each text."""
        return self._scan(texts) if self._scanner.is_made else list(map(self._try_each, texts))

    def _scan(self, texts: Sequence[str]) -> list[set[int]]:
        """Search all texts together, a line each, without empty ones."""
        found: list[set[int]] = [set() for _ in texts]
        ends = list(accumulate(len(text) + 1 if text else 0 for text in texts))
        for index, end in self._scanner.find(encode("\n".join(filter(None, texts)))):
            found[bisect_left(ends, end)].add(self._numbers[index])
        return found

    def _try_each(self, text: str) -> set[int]:
        """Search for each trace by itself.

        After enough texts the automaton is built, which finds them faster.
        """
        self._patience -= len(text)
        if self._patience < 0 and has_hyperscan():
            self._scanner.make_soon()
        return {n for n in self._searched if _may_match(self._traces[n], text)}


def _may_match(trace: str, text: str) -> bool:
    """Whether a trace matches, or takes too long to find out."""
    try:
        return pattern(trace).search(text, timeout=LONGEST) is not None
    except TimeoutError:
        return True


@cache
def _group(traces: tuple[str, ...]) -> TraceGroup:
    """A group of newslint's own traces, created once."""
    return TraceGroup(traces)


@cache
def prefilter_for(traces: tuple[str, ...]) -> Prefilter:
    """The prefilter for some traces, created once."""
    return Prefilter(traces)
