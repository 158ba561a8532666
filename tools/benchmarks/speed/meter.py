"""What a command costs."""

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
"""How every tool begins the line of a finding: the file and the line."""


class Failed(Exception):
    """A tool did not do its work; the message says why."""


@dataclass(frozen=True, slots=True)
class Cost:
    """What one run took, with all the processes it waited for, and what it found.

    CPU and wall in seconds, the peak memory of its largest process in MB.
    """

    cpu: float
    wall: float
    peak: float = 0.0
    findings: int = 0


def run(command: Sequence[str], folder: Path, fine: Iterable[int] = (0,)) -> Cost:
    """Run a command in a folder.

    Raises:
        Failed: it cannot be started, or its exit code is not a fine one.

    """
    with tempfile.TemporaryDirectory() as kept:
        output, errors = Path(kept, "output"), Path(kept, "errors")
        told = subprocess.run(
            [sys.executable, "-I", "-S", str(LAUNCH), str(output), str(errors), *command],
            cwd=folder,
            check=True,
            capture_output=True,
            env=environment(),
        )
        cost = json.loads(told.stdout)
        if cost["code"] not in fine:
            raise Failed(ended(command, cost["code"], errors.read_text(errors="replace")))
        found = count_findings(output.read_text(errors="replace"))
    return Cost(cost["cpu"], cost["wall"], cost["peak"] / 1000, found)


def ended(command: Sequence[str], code: int, errors: str) -> str:
    """How a command ended that should not have, with the last that it said."""
    said = errors.strip().splitlines() or ["nothing on standard error"]
    return f"{Path(command[0]).name} exited with {code}: {said[-1][:200]}"


def count_findings(output: str) -> int:
    """How many lines of an output name a file and a line in it."""
    return sum(1 for _ in FINDING.finditer(output))


def environment() -> dict[str, str]:
    """As a user has it: Python keeps bytecode between runs."""
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
