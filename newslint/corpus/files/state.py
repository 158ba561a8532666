"""The size and time of files, some of them perhaps missing."""

from __future__ import annotations

from pathlib import Path


def size_of(file: Path) -> int:
    """The size of a file; 0 if inaccessible."""
    try:
        return file.stat().st_size
    except OSError:
        return 0


def modified(file: Path) -> int:
    """When a file was changed, in nanoseconds; 0 if inaccessible."""
    try:
        return file.stat().st_mtime_ns
    except OSError:
        return 0
