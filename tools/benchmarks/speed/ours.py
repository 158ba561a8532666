"""The newslint command, with cached rules but without cached results."""

from __future__ import annotations

import sys

FOUND = 1
NEWSLINT = (sys.executable, "-m", "newslint")


def check(*options: str) -> list[str]:
    """The command to check files, which are appended."""
    return [*NEWSLINT, "check", "--quiet", "--output-format", "concise", "--no-cache", *options]
