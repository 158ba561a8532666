"""How long one check takes to start and end, against Python alone, and what is imported for it.

    python tools/benchmarks/startup.py [RUNS]

Prints the CPU time of `python -c pass` and of `newslint check` on one article of 7 KB, the medians
of some runs in turn, whether the second stays below the first plus 100 ms, and the ten imports that take
longest, each with all that it imports first.
"""

from __future__ import annotations

import os
import resource
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

PARAGRAPHS = (
    "The council of Millbrook voted on Tuesday to close the old swing bridge for the the winter.",
    "“We looked at every figure twice,” said Ada Brandt, who heads the works committee. “It cannot wait.”",
    "Repairs will cost $4.2 million and take 14 weeks, a spokeswoman said. Ferries run every 20 minutes.",
    "Shopkeepers on the quay said that they had had no warning, and asked for a later start in May.",
    "Brandt, 51, declined to say which of three bidders would be chosen before the meeting on 3 March.",
)
SIZE = 7_000
ALLOWANCE = 0.100
"""Seconds of CPU time that newslint may take besides Python's own."""
DEAREST = 10
CLEAN, FOUND = 0, 1


def main(runs: int) -> int:
    """Measure, print and tell by the exit code whether the aim is met."""
    with tempfile.TemporaryDirectory() as folder:
        article = Path(folder) / "article.txt"
        article.write_text(sample(), encoding="utf-8")
        bare, check = (
            [sys.executable, "-c", "pass"],
            [sys.executable, "-m", "newslint", "check", str(article)],
        )
        _cpu_seconds(check, FOUND)  # writes the bytecode
        times = [(_cpu_seconds(bare, CLEAN), _cpu_seconds(check, FOUND)) for _ in range(runs)]
        imports = dearest_imports(check[1:])
    alone, whole = (statistics.median(column) for column in zip(*times, strict=True))
    print(f"python -c pass      {alone * 1000:6.0f} ms CPU, median of {runs}")
    print(f"newslint check      {whole * 1000:6.0f} ms CPU, {(whole - alone) * 1000:.0f} more")
    print(f"aim: {ALLOWANCE * 1000:.0f} ms more: {'met' if whole <= alone + ALLOWANCE else 'missed'}")
    print("\nms  with all that is imported first (slower than without the watch)")
    for milliseconds, name in imports:
        print(f"{milliseconds:5.1f}  {name}")
    return int(whole > alone + ALLOWANCE)


def dearest_imports(arguments: Sequence[str]) -> list[tuple[float, str]]:
    """The imports of a run of Python that take longest, in milliseconds, each with its own imports."""
    done = subprocess.run(
        [sys.executable, "-X", "importtime", *arguments],
        check=False,
        capture_output=True,
        text=True,
        env=_environment(),
    )
    rows = (line.removeprefix("import time:").split("|") for line in done.stderr.splitlines()[1:])
    found = [(int(row[1]) / 1000, row[2].rstrip()[1:]) for row in rows if len(row) == 3]
    return sorted(found, reverse=True)[:DEAREST]


def sample() -> str:
    """An article of 7 KB with one fault in it, said again and again."""
    text = "Bridge to close for winter\n"
    while len(text) < SIZE:
        text += "\n" + PARAGRAPHS[text.count("\n\n") % len(PARAGRAPHS)] + "\n"
    return text


def _environment() -> dict[str, str]:
    """As a user has it: bytecode is kept between runs."""
    return {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


def _cpu_seconds(command: Sequence[str], wanted: int) -> float:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(command, check=False, stdout=subprocess.DEVNULL, env=_environment())
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.returncode != wanted:
        raise SystemExit(f"{command} exited with {done.returncode}, not {wanted}")
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 11))
