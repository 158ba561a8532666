"""newslint as it is called here: what it keeps of earlier runs is the rules, never the results."""

from __future__ import annotations

import subprocess
import sys
from functools import cache

FOUND = 1
NEWSLINT = (sys.executable, "-m", "newslint")


def check(*options: str) -> list[str]:
    """The command that checks files, to which they are added."""
    return [*NEWSLINT, "check", "--quiet", "--output-format", "concise", *_afresh(), *options]


@cache
def _afresh() -> tuple[str, ...]:
    """The option that leaves results of earlier runs alone, from the version on that keeps any."""
    shown = subprocess.run([*NEWSLINT, "check", "--help"], check=True, capture_output=True, text=True).stdout
    return ("--no-cache",) if "--no-cache" in shown else ()
