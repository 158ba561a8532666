"""The memory for a very large file."""

from __future__ import annotations

import os
import subprocess
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from speed import invented_news, meter, news, ours
from speed.meter import ToolFailed
from speed.sheet import Aim, Chapter, figure, table

MEGABYTES = 200.0
"""The aim: the memory of all processes together."""
PAUSE = 0.1
"""Seconds between two samples."""
PAGE = os.sysconf("SC_PAGE_SIZE")


@dataclass(frozen=True, slots=True)
class Peak:
    """A process tree's peak memory in MB, its size and time.

    `together` counts shared pages for each process, `own` only once in total.
    """

    together: float
    own: float
    processes: int
    wall: float
    findings: int


def measure(megabytes: float) -> Chapter:
    """Check a file of some size, sampling the memory."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        articles = invented_news.write_lines(folder / "crawl.jsonl", megabytes)
        size = news.megabytes(folder, ["crawl.jsonl"])
        peak = watch([*ours.check(), "crawl.jsonl"], folder, (0, ours.FOUND))
    rows = [
        (
            str(peak.processes),
            figure(peak.together),
            figure(peak.own),
            figure(peak.wall),
            figure(size / peak.wall),
            f"{peak.findings:,}",
        )
    ]
    text = f"""\
{articles:,} invented articles of about 4 KB as JSON Lines, {size:,.0f} MB in one file: sentences of our own
with other names, places and figures each time, one in twelve of them damaged. newslint chooses the number of
processes. Memory is sampled every {PAUSE:.1f} s: the sum of resident memory over all processes,
which counts shared pages more than once, and of the proportional share of each (PSS), which does not.

{table(("processes", "peak MB (RSS)", "peak MB (PSS)", "wall s", "MB/s", "findings"), rows)}
"""
    aim = Aim(
        f"{size / 1000:.1f} GB of JSON Lines, peak memory", MEGABYTES, peak.together, " MB", at_most=True
    )
    return Chapter("A large file", text, (aim,))


def watch(command: list[str], folder: Path, fine: tuple[int, ...]) -> Peak:
    """Run a command and sample its processes.

    Raises:
        ToolFailed: its exit code is not in `fine`.

    """
    together = own = 0.0
    most = 0
    with tempfile.TemporaryFile() as output, tempfile.TemporaryFile() as errors:
        started = time.perf_counter()
        process = subprocess.Popen(command, cwd=folder, stdout=output, stderr=errors, env=meter.environment())
        while process.poll() is None:
            tree = list(_tree(process.pid))
            together = max(together, sum(map(_resident, tree)))
            own = max(own, sum(map(_proportional, tree)))
            most = max(most, len(tree))
            time.sleep(PAUSE)
        wall = time.perf_counter() - started
        if process.returncode not in fine:
            errors.seek(0)
            raise ToolFailed(
                meter.failure_message(command, process.returncode, errors.read().decode(errors="replace"))
            )
        output.seek(0)
        found = sum(meter.count_findings(line.decode()) for line in output)
    return Peak(together, own, most, wall, found)


def _tree(process: int) -> Iterator[int]:
    """Yield a process and its descendants."""
    yield process
    for children in Path(f"/proc/{process}/task").glob("*/children"):
        for child in _read(children).split():
            yield from _tree(int(child))


def _resident(process: int) -> float:
    fields = _read(Path(f"/proc/{process}/statm")).split()
    return int(fields[1]) * PAGE / 1e6 if fields else 0.0


def _proportional(process: int) -> float:
    for line in _read(Path(f"/proc/{process}/smaps_rollup")).splitlines():
        if line.startswith("Pss:"):
            return int(line.split()[1]) * 1024 / 1e6
    return 0.0


def _read(path: Path) -> str:
    """The content of a file; empty if its process has ended."""
    try:
        return path.read_text()
    except (FileNotFoundError, ProcessLookupError):
        return ""
