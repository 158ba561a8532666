"""Work that is counted, because a busy machine tells nothing about time."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from types import FrameType

import newslint

PACKAGE = str(Path(newslint.__file__).parent)
PROPORTION = 5
"""The most that four times as much text may take: 4 where work is in proportion, 16 where it is quadratic."""


def steps(work: Callable[[], object]) -> int:
    """How many lines of newslint are run; a line in a loop counts each time."""
    count = 0

    def trace(frame: FrameType, event: str, _: object) -> object:
        nonlocal count
        if event == "call" and not frame.f_code.co_filename.startswith(PACKAGE):
            return None
        count += 1
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        work()
    finally:
        sys.settrace(before)
    return count


def is_in_proportion(work: Callable[[int], object], size: int) -> bool:
    """Whether work for four times a size takes no more than about four times the steps."""
    work(size // 2)  # what is made once is made now, and what is remembered of a text is of another
    return steps(lambda: work(4 * size)) < PROPORTION * steps(lambda: work(size))
