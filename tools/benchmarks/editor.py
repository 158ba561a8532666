"""How long an editor waits after a keystroke: an article of 7 KB, checked again with one word changed.

    python tools/benchmarks/editor.py [ARTICLE] [--rounds 50]

Prints the CPU time of the first check and the median and longest of those after it, and exits with 1 if
the median is above 5 ms.
"""

from __future__ import annotations

import argparse
import statistics
import sys
from pathlib import Path
from time import process_time

from startup import sample

from newslint.core.source import Source
from newslint.linter.linter import Linter
from newslint.rules import selection

LONGEST_WAIT = 0.005
"""Seconds; a tenth of what a typist notices."""


def main(text: str, rounds: int) -> int:
    """Measure, print and tell by the exit code whether the aim is met."""
    linter = Linter(selection.select())
    drafts = [text, *(_edited(text, number) for number in range(rounds))]
    first, *later = (_seconds(draft, linter) for draft in drafts)
    wait = statistics.median(later)
    print(f"{len(text.encode()):,} bytes; first check {first * 1000:.0f} ms CPU, the rules' loading among it")
    print(f"again after one word changed: median {wait * 1000:.1f} ms, longest {max(later) * 1000:.1f} ms")
    print(f"aim: {LONGEST_WAIT * 1000:.0f} ms: {'met' if wait <= LONGEST_WAIT else 'missed'}")
    return int(wait > LONGEST_WAIT)


def _edited(text: str, number: int) -> str:
    """The text with a word more in its middle."""
    at = text.index(" ", len(text) // 2)
    return f"{text[:at]} indeed{number}{text[at:]}"


def _seconds(text: str, linter: Linter) -> float:
    start = process_time()
    linter.recheck(Source(text))
    return process_time() - start


if __name__ == "__main__":
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("article", nargs="?", type=Path)
    parser.add_argument("--rounds", type=int, default=50)
    given = parser.parse_args()
    sys.exit(main(given.article.read_text("utf-8") if given.article else sample(), given.rounds))
