"""What was found in files before, kept in the user's cache folder by all that decides it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from newslint.core.cache_files import folder, usable_folder
from newslint.core.report import FileReport
from newslint.core.sqlite_store import SqliteStore, clear
from newslint.runner.packing import Packed, unpack

__all__ = ["LARGEST", "Results", "clear", "database"]

LARGEST = 256_000_000
"""Bytes that the findings may take before old ones are forgotten."""
LOT = 500
"""Findings that are written together."""


class Results:
    """The reports of earlier runs by their keys, and those of this run on their way there."""

    def __init__(self, file: Path | None = None, largest: int = LARGEST) -> None:
        """Open the database, or do without."""
        self._shelf = SqliteStore(file or (database() if usable_folder() else None), largest, LOT)

    def find(self, keys: Sequence[bytes]) -> dict[bytes, FileReport]:
        """What earlier runs reported, by the keys, without paths and texts; what is not known is left out."""
        found = {key: unpack(data) for key, data in self._shelf.found(keys)}
        return {key: report for key, report in found.items() if report is not None}

    def keep(self, key: bytes, report: FileReport | Packed) -> None:
        """Remember a report for later runs; one of a failure is not, nor one that has no bytes."""
        if isinstance(report, Packed) and not report.failed:
            self._shelf.keep(key, report.data)

    def close(self) -> None:
        """Write what is left, and forget what is too much."""
        self._shelf.close()

    def size(self) -> tuple[int, int]:
        """How many reports there are, and how many bytes they take."""
        return self._shelf.size()


def database() -> Path:
    """Where the results of all versions lie; keys tell them apart."""
    return folder() / "results.sqlite"
