"""The gain of a second process."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from speed import machine, meter, news, ours
from speed.sheet import Aim, Chapter, figure, table

SPEEDUP = 1.6
"""The aim: the minimum speed-up by a second process."""
LOAD = "total = 0\nfor number in range(20_000_000):\n    total += number & 7\n"
"""The control, which only counts."""


def measure(corpora: Path, megabytes: float, rounds: int) -> Chapter:
    """Compare one and two processes on JSON Lines, and on a control."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        articles = news.write_lines(news.texts(corpora), folder / "news.jsonl", megabytes)
        size = news.megabytes(folder, ["news.jsonl"])
        busy = machine.busy()
        load = os.getloadavg()[0]
        walls: dict[str, list[float]] = {"one": [], "two": [], "control one": [], "control two": []}
        for number in range(rounds):
            print(f"  round {number + 1} of {rounds}", file=sys.stderr, flush=True)
            walls["control one"].append(_control(1))
            walls["control two"].append(_control(2))
            for name, jobs in ("one", "-j1"), ("two", "-j2"):
                cost = meter.run([*ours.check(jobs), "news.jsonl"], folder, (0, ours.FOUND))
                walls[name].append(cost.wall)
    wall = {name: statistics.median(seconds) for name, seconds in walls.items()}
    speedup = wall["one"] / wall["two"]
    control = 2 * wall["control one"] / wall["control two"]
    rows = [
        ("newslint", figure(wall["one"]), figure(wall["two"]), figure(speedup)),
        (
            "control: counting, no input",
            figure(wall["control one"]),
            figure(wall["control two"]),
            figure(control),
        ),
    ]
    text = f"""\
{articles:,} real articles as JSON Lines, {size:.1f} MB in one file (the news is repeated to fill it), which
newslint reads in chunks. {rounds} rounds in turn, medians of the wall time. The control counts in one
process, then in two at once; its gain is the most that the machine can give. Before the first round others used
{busy:.0%} of the cores; the load was {load:.2f}.

{table(("", "one process, wall s", "two, wall s", "times as fast"), rows)}

With two processes that is {figure(size / wall["two"])} MB/s.
"""
    if max(control, speedup) >= SPEEDUP:
        return Chapter("Two processes", text, (Aim("two processes, times one", SPEEDUP, speedup),))
    text += "\nThe control shows that the machine had no second core to give, so this proves nothing.\n"
    return Chapter("Two processes", text, (Aim("two processes, times one", SPEEDUP, None),))


def _control(processes: int) -> float:
    """Wall seconds of some processes that count in parallel."""
    started = time.perf_counter()
    running = [subprocess.Popen([sys.executable, "-c", LOAD]) for _ in range(processes)]
    for process in running:
        process.wait()
    return time.perf_counter() - started
