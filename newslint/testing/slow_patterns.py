"""Finds repeated texts on which a rule takes more than linear time.

A quadratic expression takes seconds for a long paragraph, an exponential one for ever. The cause is some
repeated text: what the rule looks for, what almost matches, or just spaces. `slow_inputs` tries them all on a
rule. It measures time, so that it may report a sound rule on a busy machine; run it by hand, not in a test.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from time import process_time

from newslint.core.positions import Span
from newslint.core.segments import BlockKind, BlockSource, Segment
from newslint.linter.time_limit import TimeLimit, TimeLimitExceeded
from newslint.rules.selection import SelectedRule
from newslint.testing.renderers.marks import unmark
from newslint.text.document import Document

SIZES = (1_000, 2_000, 4_000, 8_000)
"""Characters of the inputs."""
MAX_SECONDS = 2.0
"""Seconds for the shortest input that are certainly too long."""
MIN_SECONDS = 0.04
"""Seconds for the longest input; below that, even a very long paragraph is fast enough."""
GROWTH = 9.0
"""The maximum ratio of the longest input to a quarter of it: 4 is linear, 16 quadratic."""
TRIES = 3

COMMON = (
    " ", "\xa0 ", ".", ". ", ",", ", ", "“", "”", "“ ", "” ", '"', '" ', "'", "’", "‘a ", "“a ", "a” ",
    "(", ") ", "-", " - ", "–", "1", "1 ", "1,", "1.000 ", "$1 ", "a", "A", "a ", "A ", "Aa ", "aa. ",
    "Aa. ", "A. ", "aA", "the ", "The ", "the the ", "and ", "of the ", "Mr. ", "Ann Lee ", "Ann, ",
    "Ann and ", "President ", "Minister. ", "U.S. ", "US ", "said ", "“a,” he said. ", "http://a.b/ ",
    "@a ", "#", "&amp;", "<b>", "â€", "е", "。",
)  # fmt: skip
"""What is in no case and trips many an expression."""
WORD = re.compile("[A-Za-z]{3,}")
"""What a trace may look for."""


def slow_inputs(active: SelectedRule) -> Iterator[str]:
    """Yield repeated texts on which a rule takes more than linear time."""
    for stretch in probes(active):
        if grows(lambda size, stretch=stretch: seconds(active, _repeat(stretch, size))):  # type: ignore[misc]
            yield stretch


def grows(measure: Callable[[int], float]) -> bool:
    """Whether the time that `measure` takes grows faster than linearly."""
    try:
        with TimeLimit(MAX_SECONDS * len(SIZES)):
            with TimeLimit(MAX_SECONDS):
                measure(SIZES[0])
            if measure(SIZES[-1]) < MIN_SECONDS:
                return False
    except (TimeLimitExceeded, TimeoutError):
        return True
    longest, quarter = (min(measure(size) for _ in range(TRIES)) for size in (SIZES[-1], SIZES[-3]))
    return longest >= MIN_SECONDS and longest > GROWTH * quarter


def probes(active: SelectedRule) -> list[str]:
    """Texts to repeat for a rule: parts of its cases and words."""
    found: dict[str, None] = dict.fromkeys(COMMON)
    for case in active.rule.cases:
        text, marks = unmark(case.marked)
        text = " ".join(text.split()) + " "
        found[text] = None
        for span in marks:
            said = span.of(unmark(case.marked)[0])
            first = "".join(said.split(maxsplit=1)[:1])
            found |= dict.fromkeys((said, f"{said} ", said[:-1], said[1:], f"{first} "))
    found |= dict.fromkeys(f"{word} " for word in WORD.findall(active.trace)[:5])
    return [stretch for stretch in found if stretch]


def seconds(active: SelectedRule, text: str) -> float:
    """The CPU time of a rule for one paragraph, with its facts."""
    document = Document((BlockSource(BlockKind.PARAGRAPH, (Segment(text, Span(0, len(text))),)),))
    begun = process_time()
    for _ in active.rule.check(document, document.blocks):
        pass
    return process_time() - begun


def _repeat(stretch: str, size: int) -> str:
    return (stretch * (size // len(stretch) + 1))[:size]
