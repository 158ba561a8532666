"""A description of the machine, and its load."""

from __future__ import annotations

import os
import platform
import time
from pathlib import Path

from speed.sheet import figure


def describe() -> str:
    """Processor, cores, memory, system and Python, as a list."""
    memory = os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE") / 1e9
    system = platform.freedesktop_os_release().get("PRETTY_NAME", platform.system())
    return "\n".join(
        (
            f"- {_processor()}, {len(os.sched_getaffinity(0))} cores, {figure(memory)} GB of memory",
            f"- {system}, Linux {platform.release()}",
            f"- {platform.python_implementation()} {platform.python_version()}",
        )
    )


def busy(seconds: float = 2.0) -> float:
    """The current load of all cores, from 0 to 1."""
    before = _jiffies()
    time.sleep(seconds)
    idle, whole = (after - was for after, was in zip(_jiffies(), before, strict=True))
    return 1 - idle / whole


def _jiffies() -> tuple[int, int]:
    """Idle and total time of all cores since boot."""
    fields = [int(field) for field in Path("/proc/stat").read_text().splitlines()[0].split()[1:9]]
    return fields[3] + fields[4], sum(fields)


def _processor() -> str:
    facts = {}
    for line in Path("/proc/cpuinfo").read_text().split("\n\n", maxsplit=1)[0].splitlines():
        key, _, value = line.partition(":")
        facts[key.strip()] = value.strip()
    return facts.get("model name") or platform.machine()
