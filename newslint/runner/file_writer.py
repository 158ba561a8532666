"""Writes fixed files: in place, with backup and history, or elsewhere."""

from __future__ import annotations

import hashlib
import os
import shutil
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from msgspec import Struct

from newslint.core import atomic_write
from newslint.core.report import FileReport
from newslint.runner.byte_patch import OldBytes, old_bytes
from newslint.runner.fix_history import FileChange, FixRun, HistoryError, keep_history_small, open_history


class FileWriter(Struct, frozen=True):
    """Where fixed files go, and what is kept of the old ones.

    Without a `target` files are replaced. `run` is the run in the history of fixes, None if it is not to
    remember this one.
    """

    target: str | None = None
    """A file, or a directory if it ends in a slash."""
    backup: bool = False
    run: FixRun | None = None

    def destination(self, path: str) -> Path | None:
        """Where a fixed file goes, if not to its own path."""
        if self.target is None:
            return None
        if not self.target.endswith(os.sep):
            return Path(self.target)
        place = Path(os.path.relpath(path))
        inside = place if ".." not in place.parts and not place.is_absolute() else Path(place.name)
        return Path(self.target) / inside

    def write(self, report: FileReport, data: bytes) -> None:
        """Write the file of a report whose bytes were `data`.

        Raises:
            OSError: it cannot be written; nothing was changed.

        """
        new = data if report.output is None else report.output
        if destination := self.destination(report.path):
            destination.parent.mkdir(parents=True, exist_ok=True)
            atomic_write.write(destination, new)
        elif report.output is not None:
            self._back_up(Path(report.path))
            with self._in_history(report.path, report.fixed_by_rule, [old_bytes(data, new)], data, new):
                atomic_write.replace(Path(report.path), data, new)

    def commit(
        self, path: Path, draft: atomic_write.AtomicWriter, changes: Sequence[OldBytes], rules: Counter[str]
    ) -> None:
        """Let a draft replace the file of a path, or appear elsewhere.

        Raises:
            OSError: it cannot be written; nothing was changed.

        """
        if self.target is not None:
            draft.commit()
            return
        self._back_up(path)
        draft.file.flush()
        with self._in_history(str(path), rules, changes, path, draft.path):
            draft.commit()

    def close(self) -> None:
        """Keep the history within its size."""
        if self.run:
            keep_history_small()

    def _back_up(self, path: Path) -> None:
        """Copy a file beside itself, under a name that is free."""
        if not self.backup:
            return
        number = 0
        while True:
            number += 1
            copy = path.with_name(f"{path.name}.bak{number if number > 1 else ''}")
            try:
                with copy.open("xb"):
                    break
            except FileExistsError:
                continue
        shutil.copy2(path, copy)

    @contextmanager
    def _in_history(
        self,
        path: str,
        rules: Counter[str],
        changes: Sequence[OldBytes],
        before: bytes | Path,
        after: bytes | Path,
    ) -> Iterator[None]:
        """Add a change to the history beforehand; remove it on failure.

        A history that cannot be used stops no fix; what is wrong with it is logged.
        """
        number = None
        if self.run:
            real = Path(os.path.realpath(path))
            change = FileChange(real, hash_of(before), hash_of(after), changes, rules)
            try:
                number = open_history().add(self.run, change)
            except HistoryError as error:
                _warn(error)
        try:
            yield
        except BaseException:
            if number is not None:
                try:
                    open_history().remove(number)
                except HistoryError as error:
                    _warn(error)
            raise


def hash_of(data: bytes | Path) -> str:
    """The hash of bytes, or of a file.

    Raises:
        OSError: the file cannot be read.

    """
    if isinstance(data, bytes):
        return hashlib.sha256(data).hexdigest()
    with data.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _warn(error: HistoryError) -> None:
    import logging

    logging.getLogger("newslint").warning("newslint: this fix cannot be undone: %s", repr(str(error))[1:-1])
