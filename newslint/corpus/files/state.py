"""The size and time of files, of which some may not be there."""

from __future__ import annotations

from pathlib import Path


def size_of(file: Path) -> int:
    """The size of a file; 0 if it cannot be seen, which reading it will say."""
    try:
        return file.stat().st_size
    except OSError:
        return 0


def modified(file: Path) -> int:
    """When a file was changed, in nanoseconds; 0 if it cannot be seen."""
    try:
        return file.stat().st_mtime_ns
    except OSError:
        return 0
