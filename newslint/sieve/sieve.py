"""Which rules a text may concern: one pass for all words, one for all looser expressions."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, cached_property
from typing import TYPE_CHECKING

import regex

from newslint.automaton import Automaton, encodable, folded
from newslint.cache import remember
from newslint.patterns import pattern

if TYPE_CHECKING:
    import re2

RARE = 1e-4
"""Words whose commonness is below this are looked for as words even where there is a looser expression."""
AUTOMATON_BYTES = 64 << 20
"""What RE2 may use for its automata; with its usual 8 MB it forgets and makes them again all the time."""

PATIENCE = 40_000
"""Characters; each trace is looked for by itself in the time that it takes to load RE2 and make the set."""

LONGEST = 1.0
"""Seconds that one trace may be looked for in one block."""


class Way(StrEnum):
    """How it is found out whether a trace may stand in a text."""

    WORDS = "words"
    SET = "set"
    DIRECT = "direct"
    """Not at all: the rule is asked about every text."""


@dataclass(frozen=True, slots=True)
class Route:
    """The way for one trace, and what is looked for on it."""

    way: Way
    words: tuple[str, ...] = ()
    expression: str = ""


def route(trace: str) -> Route:
    """The cheapest way for a trace; the empty one stands for anything."""
    way, words, expression = (
        remember(f"route {trace}", lambda: _found_out(trace)) if trace else (Way.DIRECT, [], "")
    )
    return Route(Way(way), tuple(words), expression)


def _found_out(trace: str) -> tuple[str, list[str], str]:
    """The way, and what is needed on it; a trace that is no expression has none, and the rule will say so."""
    try:
        regex.compile(trace)
    except regex.error:
        return Way.DIRECT.value, [], ""
    from newslint.sieve.literals import commonness, required
    from newslint.sieve.looser import looser

    words = required(trace)
    if words and commonness(words) < RARE:
        return Way.WORDS.value, sorted(words), ""
    expression = looser(trace)
    if expression and _is_known(expression):
        return Way.SET.value, [], expression
    return (Way.WORDS.value, sorted(words), "") if words else (Way.DIRECT.value, [], "")


def _is_known(expression: str) -> bool:
    import re2

    try:
        re2.compile(expression)
    except re2.error:
        return False
    return True


class Sieve:
    """Traces, by their numbers, and a quick answer to which of them may stand in a text."""

    def __init__(self, traces: Sequence[str], *, patience: int = PATIENCE) -> None:
        """Take the traces; what is checked before `patience` characters is not worth an automaton."""
        self._patience = patience
        routes = [route(trace) for trace in traces]
        self.always = frozenset(n for n, found in enumerate(routes) if found.way is Way.DIRECT)
        self._words = _Words((n, found.words) for n, found in enumerate(routes) if found.way is Way.WORDS)
        self._set = _Set((n, found.expression) for n, found in enumerate(routes) if found.way is Way.SET)
        self._single = [(n, pattern(traces[n])) for n, found in enumerate(routes) if found.way is Way.SET]

    def traced(self, text: str) -> set[int]:
        """The numbers of the traces that may stand in a text, those apart that `always` may."""
        self._patience -= len(text)
        if self._patience > 0:
            return self._words.traced(text) | {n for n, found in self._single if _may_stand(found, text)}
        return self._words.traced(text) | self._set.traced(text)


def _may_stand(trace: regex.Pattern[str], text: str) -> bool:
    """Whether a trace stands in a text, or takes so long that its rule should have to answer for it."""
    try:
        return trace.search(text, timeout=LONGEST) is not None
    except TimeoutError:
        return True


class _Words:
    """Traces that cannot stand where none of some words does."""

    def __init__(self, traces: Iterable[tuple[int, tuple[str, ...]]]) -> None:
        numbers: dict[str, set[int]] = {}
        for number, words in traces:
            for word in words:
                numbers.setdefault(word, set()).add(number)
        self._numbers = list(numbers.values())
        self._automaton = Automaton(numbers)

    def traced(self, text: str) -> set[int]:
        found: set[int] = set()
        for index, _, _ in self._automaton.find(folded(text)):
            found |= self._numbers[index]
        return found


class _Set:
    """Traces that stand only where a looser expression matches; the automaton is made when first used."""

    def __init__(self, traces: Iterable[tuple[int, str]]) -> None:
        self._traces = tuple(traces)

    def traced(self, text: str) -> set[int]:
        if not self._traces:
            return set()
        return {self._traces[index][0] for index in self._automaton.Match(encodable(text)) or ()}

    @cached_property
    def _automaton(self) -> re2.Set:
        import re2

        options = re2.Options()
        options.max_mem = AUTOMATON_BYTES
        options.log_errors = False
        automaton = re2.Set.SearchSet(options)
        for _, expression in self._traces:
            automaton.Add(expression)
        automaton.Compile()
        return automaton


@cache
def sieve_for(traces: tuple[str, ...]) -> Sieve:
    """The sieve for some traces, made once."""
    return Sieve(traces)
