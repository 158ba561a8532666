"""newslint as it is called here: what it keeps of earlier runs is the rules, never the results."""

from __future__ import annotations

import sys

FOUND = 1
NEWSLINT = (sys.executable, "-m", "newslint")


def check(*options: str) -> list[str]:
    """The command that checks files, to which they are added."""
    return [*NEWSLINT, "check", "--quiet", "--output-format", "concise", "--no-cache", *options]
