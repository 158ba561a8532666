"""Faults on purpose: what newslint promises, held to account by what may go wrong.

    python -m tools faults [--trials 2000 | --long] [--write]

`--long` is 100,000 random inputs and 200 runs that are killed, and takes some hours.
"""

from __future__ import annotations

from collections.abc import Iterator

from newslint._version import __version__
from tools.faults import bombs, caches, fuzz, names, rules, writing
from tools.faults.promises import Promise, lines, table
from tools.generated import ROOT

SMALL, LONG = 2_000, 100_000
"""Random inputs."""
INPUTS_A_RUN = 500
"""Random inputs for each run that is killed, or whose cache is damaged."""
FEWEST = 6
PAGE = ROOT / "docs" / "reliability.md"
HEAD = f"""# Reliability

What newslint promises, how often each promise was tried, and how often it was broken. This page is written by
`python -m tools faults --long --write`; nothing in it is entered by hand. It kills runs, fills the disk, damages the
cache, and feeds newslint with hostile names, rules and documents and with random files of every format.
CI runs the small size, with fewer random files.

Measured with newslint {__version__}, {{inputs:,}} random files.

"""


def run(inputs: int, *, write: bool) -> int:
    """Try all promises and print what came of it; 1 if any was broken."""
    tried: list[Promise] = []
    for promise in promises(inputs, max(inputs // INPUTS_A_RUN, FEWEST)):
        tried.append(promise)
        print("\n".join(lines([promise])), flush=True)
    if write:
        PAGE.write_text(HEAD.format(inputs=inputs) + "\n".join(table(tried)) + "\n", encoding="utf-8")
    return int(any(promise.failures for promise in tried))


def promises(inputs: int, trials: int) -> Iterator[Promise]:
    """All promises: with so many random inputs, and so many `trials` of what takes a run each."""
    yield from fuzz.promises(inputs)
    for suite in (names, rules, bombs, caches, writing):
        yield from suite.promises(trials)
