"""Which rules may concern a text, in one or two passes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache
from pathlib import Path

import regex

from newslint.core.disk_cache import remember
from newslint.core.patterns import REMEMBERED, pattern
from newslint.core.stamp import stamp
from newslint.linter.prefilter.scanner import PatternScanner
from newslint.text.encoded_text import ODD, EncodedText, all_folded

SIEVE = Path(__file__).parent
FEW = 24
"""Words for which the looser expression costs no more than they do."""
RARE = 1e-4
"""Words whose commonness is below this are looked for as words even where there is a looser expression."""

PATIENCE = 400_000
"""Characters in which each trace is looked for by itself; then an automaton, which takes seconds to make, is
worth the while."""

SPACES = r"\x{85}\x{a0}\x{1680}\x{2000}-\x{200a}\x{2028}\x{2029}\x{202f}\x{205f}\x{3000}"
UNUSUAL = rf"[\x{{9}}-\x{{d}}\x{{1c}}-\x{{20}}]{{2}}|[{SPACES}{''.join(map(chr, ODD))}]"
"""What takes more than `EncodedText.small` to fold."""

UNUSUALS = -1
"""The number of that among the traces."""

LONGEST = 0.2
"""Seconds that one trace may be looked for in one block."""


class Way(StrEnum):
    """How the prefilter decides whether a trace may match in a text."""

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


Found = tuple[str, list[str], str]
"""The same as data."""


def route(trace: str) -> Route:
    """The cheapest route for a trace; an empty trace may match anywhere."""
    if not trace:
        return Route(Way.DIRECT)
    way, words, expression = remember(f"route {trace}", Found, lambda: _found_out(trace), stamp(SIEVE))
    return Route(Way(way), tuple(words), expression)


def _found_out(trace: str) -> Found:
    """The route of a trace, and what it needs.

    An invalid expression has none, and the rule will report it.
    """
    try:
        regex.compile(trace)
    except regex.error:
        return Way.DIRECT.value, [], ""
    from newslint.linter.prefilter.literals import commonness, required
    from newslint.linter.prefilter.looser import looser

    words = required(trace)
    expression = looser(trace)
    if words and commonness(words) < RARE and not (expression and _are_better_in_place(words)):
        return Way.WORDS.value, sorted(words), ""
    if expression:
        return Way.SET.value, [], expression
    return (Way.WORDS.value, sorted(words), "") if words else (Way.DIRECT.value, [], "")


def _are_better_in_place(words: frozenset[str]) -> bool:
    """Whether words are few and possibly frequent, so that their neighbours count."""
    return len(words) <= FEW and not all(" " in word for word in words)


Traced = dict[int, set[int]]
"""The numbers of traces, each with the numbers of the texts that it may match in."""


class Prefilter:
    """Traces by number, and a quick check where each may match."""

    def __init__(self, traces: Sequence[str]) -> None:
        """Take the traces."""
        self._patience = PATIENCE
        routes = [route(trace) for trace in traces]
        self.always = frozenset(n for n, found in enumerate(routes) if found.way is Way.DIRECT)
        self._words = _Words((n, found.words) for n, found in enumerate(routes) if found.way is Way.WORDS)
        self._set = _Set((n, found.expression) for n, found in enumerate(routes) if found.way is Way.SET)
        self._alone = lru_cache(REMEMBERED)(self._looked_for)
        self._single = [(n, pattern(traces[n])) for n, found in enumerate(routes) if found.way is Way.SET]

    def traced(self, texts: Sequence[str], joined: EncodedText) -> Traced:
        """Where the traces may match; those in `always` are left out."""
        if not self._set.scanner.is_made:
            return self._one_by_one(texts) | self._folded(texts)
        found = self._set.traced(joined) | self._words.traced(joined, joined.small)
        if unusual := sorted(found.pop(UNUSUALS, ())):
            for trace, within in self._folded([texts[number] for number in unusual]).items():
                found.setdefault(trace, set()).update(unusual[place] for place in within)
        return found

    def make(self) -> None:
        """Make the automaton now."""
        self._set.scanner.make()

    def _folded(self, texts: Sequence[str]) -> Traced:
        folded = all_folded(texts)
        return self._words.traced(folded, folded.data)

    def _one_by_one(self, texts: Sequence[str]) -> Traced:
        """Where the traces may match that are usually searched for together."""
        found: Traced = {}
        for number, text in enumerate(texts):
            for trace in self._alone(text):
                found.setdefault(trace, set()).add(number)
        return found

    def _looked_for(self, text: str) -> tuple[int, ...]:
        """The traces that may match in a text.

        After enough texts the automaton is built, which finds them faster.
        """
        self._patience -= len(text)
        if self._patience < 0:
            self._set.scanner.make_soon()
        return tuple(number for number, trace in self._single if _may_stand(trace, text))


def _may_stand(trace: regex.Pattern[str], text: str) -> bool:
    """Whether a trace matches, or takes too long to find out."""
    try:
        return trace.search(text, timeout=LONGEST) is not None
    except TimeoutError:
        return True


class _Words:
    """Traces that cannot match where none of some words occurs."""

    def __init__(self, traces: Iterable[tuple[int, tuple[str, ...]]]) -> None:
        numbers: dict[str, set[int]] = {}
        for number, words in traces:
            for word in words:
                numbers.setdefault(word, set()).add(number)
        self._numbers = list(numbers.values())
        self._lengths = [len(word.encode()) for word in numbers]
        self._scanner = PatternScanner(list(numbers), literal=True)

    def traced(self, joined: EncodedText, data: bytes) -> Traced:
        """Where the traces may match, in the folded bytes of the texts."""
        found: Traced = {}
        for word, end in self._scanner.find(data):
            within = joined.numbers(end - self._lengths[word], end)
            if len(within) == 1:
                for number in self._numbers[word]:
                    found.setdefault(number, set()).update(within)
        return found


class _Set:
    """Traces that match only where a looser expression does."""

    def __init__(self, traces: Iterable[tuple[int, str]]) -> None:
        numbered = [*traces, (UNUSUALS, UNUSUAL)]
        self._numbers = [number for number, _ in numbered]
        self.scanner = PatternScanner([expression for _, expression in numbered])

    def traced(self, joined: EncodedText) -> Traced:
        """The texts in which a match ends; all ends are reported."""
        found: Traced = {}
        for index, end in self.scanner.find(joined.data):
            found.setdefault(self._numbers[index], set()).add(joined.number(end - 1))
        return found


@cache
def prefilter_for(traces: tuple[str, ...]) -> Prefilter:
    """The sieve for some traces, made once."""
    return Prefilter(traces)
