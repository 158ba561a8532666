"""Tests the promises of newslint under deliberate faults.

    python -m tools faults [--trials 2000 | --long] [--write]

`--long` tries 100,000 random inputs and kills 200 runs, which takes some hours.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from tempfile import TemporaryDirectory
from unittest.mock import patch

from newslint._version import __version__
from tools.faults import bombs, caches, fuzz, names, rules, writing
from tools.faults.promises import Promise, lines, table
from tools.generated import ROOT

SMALL, LONG = 2_000, 100_000
"""Random inputs."""
INPUTS_A_RUN = 500
"""Random inputs for each run that is killed or has a damaged cache."""
FEWEST = 6
PAGE = ROOT / "docs" / "reliability.md"
HEAD = f"""# Reliability

What newslint promises, how often each promise was tried, and how often it was broken. This page is written by
`python -m tools faults --long --write`; nothing in it is entered by hand. It kills runs, fills the disk, damages the
cache, and feeds newslint hostile names, rules and documents, and random files of every format.
CI runs the small size, with fewer random files.

Measured with newslint {__version__}, {{inputs:,}} random files.

"""


def run(inputs: int, *, write: bool) -> int:
    """Test all promises and print the results; return 1 if any failed."""
    tried: list[Promise] = []
    with TemporaryDirectory() as history, patch.dict(os.environ, {"NEWSLINT_DATA_DIR": history}):
        for promise in promises(inputs, max(inputs // INPUTS_A_RUN, FEWEST)):
            tried.append(promise)
            print("\n".join(lines([promise])), flush=True)
    if write:
        PAGE.write_text(HEAD.format(inputs=inputs) + "\n".join(table(tried)) + "\n", encoding="utf-8")
    return int(any(promise.failures for promise in tried))


def promises(inputs: int, trials: int) -> Iterator[Promise]:
    """All promises, with a number of random inputs, and of `trials`."""
    yield from fuzz.promises(inputs)
    for suite in (names, rules, bombs, caches, writing):
        yield from suite.promises(trials)
