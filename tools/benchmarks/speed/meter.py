"""Measures the cost of a command."""

from __future__ import annotations

import json
import os
import re
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

LAUNCH = Path(__file__).with_name("launch.py")
FINDING = re.compile(r"^\S+\.(?:txt|jsonl):\d+", re.MULTILINE)
"""The beginning of a finding in the output of every tool: file and line."""


class ToolFailed(Exception):
    """A tool failed; the message says why."""


@dataclass(frozen=True, slots=True)
class Cost:
    """The cost of a run with all processes, and its findings.

    CPU and wall in seconds, the peak memory of its largest process in MB.
    """

    cpu: float
    wall: float
    peak: float = 0.0
    findings: int = 0


def run(command: Sequence[str], folder: Path, fine: Iterable[int] = (0,)) -> Cost:
    """Run a command in a folder.

    Raises:
        ToolFailed: it cannot be started, or its exit code is not in `fine`.

    """
    with tempfile.TemporaryDirectory() as kept:
        output, errors = Path(kept, "output"), Path(kept, "errors")
        launched = subprocess.run(
            [sys.executable, "-I", "-S", str(LAUNCH), str(output), str(errors), *command],
            cwd=folder,
            check=True,
            capture_output=True,
            env=environment(),
        )
        cost = json.loads(launched.stdout)
        if cost["code"] not in fine:
            raise ToolFailed(failure_message(command, cost["code"], errors.read_text(errors="replace")))
        found = count_findings(output.read_text(errors="replace"))
    return Cost(cost["cpu"], cost["wall"], cost["peak"] / 1000, found)


def failure_message(command: Sequence[str], code: int, errors: str) -> str:
    """The message for a failed command, with its last line of output."""
    said = errors.strip().splitlines() or ["nothing on standard error"]
    return f"{Path(command[0]).name} exited with {code}: {said[-1][:200]}"


def count_findings(output: str) -> int:
    """The number of output lines that begin with file and line."""
    return sum(1 for _ in FINDING.finditer(output))


def environment() -> dict[str, str]:
    """The environment of a user, in which Python caches bytecode."""
    return {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


def median(costs: Sequence[Cost]) -> Cost:
    """The median of each figure."""

    def middle(figure: Callable[[Cost], float]) -> float:
        return statistics.median(map(figure, costs))

    return Cost(
        middle(lambda cost: cost.cpu),
        middle(lambda cost: cost.wall),
        middle(lambda cost: cost.peak),
        int(middle(lambda cost: cost.findings)),
    )
