"""Fingerprints of packages by the states of their files."""

from __future__ import annotations

import os
import zlib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from newslint.core import wheel_data
from newslint.core.wheel_data import PACKAGE


@cache
def stamp(folder: Path = PACKAGE) -> str:
    """A fingerprint of the files of a package, by default of newslint."""
    if wheel_data.stamp() and folder.is_relative_to(PACKAGE):
        return wheel_data.stamp()
    files = sorted(_states(str(folder)))
    return f"{len(files)} {zlib.crc32(repr(files).encode())}"


def _states(folder: str) -> Iterator[tuple[str, int, int]]:
    """The path, size and time of each file."""
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir():
                if entry.name != "__pycache__":
                    yield from _states(entry.path)
            else:
                found = entry.stat()
                yield entry.path, found.st_size, found.st_mtime_ns
