"""Finds the repeated stretches of text on which a rule takes more time than in proportion.

An expression that is quadratic takes seconds for a long paragraph, an exponential one for ever. What makes it
so is some stretch that is repeated: of what the rule looks for, of what almost is that, or of nothing but
spaces. `superlinear` tries them all on one rule. It asks the clock, so a busy machine may make it report a
rule that is sound; run it by hand, not in a test.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from time import process_time

from newslint.core.positions import Span
from newslint.core.segments import BlockKind, BlockSource, Segment
from newslint.linter.prefilter.prefilter import route
from newslint.linter.time_limit import TimeLimit, TimeLimitExceeded
from newslint.rules.selection import SelectedRule
from newslint.testing.renderers.marks import unmark
from newslint.text.document import Document

SIZES = (1_000, 2_000, 4_000, 8_000)
"""Characters."""
HOPELESS = 2.0
"""Seconds for the shortest input."""
MATTERS = 0.04
"""Seconds for the longest; below that a paragraph of the longest kind is read in time all the same."""
GROWTH = 9.0
"""The longest input against a quarter of it: 4 where time is in proportion, 16 where it is quadratic."""
TRIES = 3

COMMON = (
    " ", "\xa0 ", ".", ". ", ",", ", ", "“", "”", "“ ", "” ", '"', '" ', "'", "’", "‘a ", "“a ", "a” ",
    "(", ") ", "-", " - ", "–", "1", "1 ", "1,", "1.000 ", "$1 ", "a", "A", "a ", "A ", "Aa ", "aa. ",
    "Aa. ", "A. ", "aA", "the ", "The ", "the the ", "and ", "of the ", "Mr. ", "Ann Lee ", "Ann, ",
    "Ann and ", "President ", "Minister. ", "U.S. ", "US ", "said ", "“a,” he said. ", "http://a.b/ ",
    "@a ", "#", "&amp;", "<b>", "â€", "е", "。",
)  # fmt: skip
"""What is in no case and trips many an expression."""


def superlinear(active: SelectedRule) -> Iterator[str]:
    """The repeated stretches that take a rule more than proportional time."""
    for stretch in stretches(active):
        if grows(lambda size, stretch=stretch: seconds(active, _repeated(stretch, size))):  # type: ignore[misc]
            yield stretch


def grows(measure: Callable[[int], float]) -> bool:
    """Whether the seconds that `measure` takes for a number of characters grow faster than that number."""
    try:
        with TimeLimit(HOPELESS * len(SIZES)):
            with TimeLimit(HOPELESS):
                measure(SIZES[0])
            if measure(SIZES[-1]) < MATTERS:
                return False
    except (TimeLimitExceeded, TimeoutError):
        return True
    longest, quarter = (min(measure(size) for _ in range(TRIES)) for size in (SIZES[-1], SIZES[-3]))
    return longest >= MATTERS and longest > GROWTH * quarter


def stretches(active: SelectedRule) -> list[str]:
    """What to repeat for a rule: parts of its cases and words."""
    found: dict[str, None] = dict.fromkeys(COMMON)
    for case in active.rule.cases:
        text, marks = unmark(case.marked)
        text = " ".join(text.split()) + " "
        found[text] = None
        for span in marks:
            said = span.of(unmark(case.marked)[0])
            first = "".join(said.split(maxsplit=1)[:1])
            found |= dict.fromkeys((said, f"{said} ", said[:-1], said[1:], f"{first} "))
    found |= dict.fromkeys(f"{word} " for word in route(active.trace).words[:5])
    return [stretch for stretch in found if stretch]


def seconds(active: SelectedRule, text: str) -> float:
    """The CPU time of a rule for one paragraph, with its facts."""
    document = Document((BlockSource(BlockKind.PARAGRAPH, (Segment(text, Span(0, len(text))),)),))
    begun = process_time()
    for _ in active.rule.check(document, document.blocks):
        pass
    return process_time() - begun


def _repeated(stretch: str, size: int) -> str:
    return (stretch * (size // len(stretch) + 1))[:size]
