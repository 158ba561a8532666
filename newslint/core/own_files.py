"""The marker of pages and decision files that newslint writes, which no walk takes for articles."""

from __future__ import annotations

from newslint._version import __version__

GENERATOR = f"newslint report {__version__}"
"""What a page of `newslint report`, and the decisions that it saves, name as their generator."""
SIGNS = (b'<meta name="generator" content="newslint ', b'"generator": "newslint ')
SIGN_WITHIN = 1_000
"""Bytes at the start of a file that hold the marker."""


def is_own(path: str) -> bool:
    """Whether newslint has written a file, by its marker; false if it cannot be read."""
    try:
        with open(path, "rb") as file:  # noqa: PTH123 - a path for each would take long
            start = file.read(SIGN_WITHIN)
    except OSError:
        return False
    return any(sign in start for sign in SIGNS)
