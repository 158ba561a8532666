"""A report in a file, which appears when it is complete."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

import click

from newslint.core.atomic_write import AtomicWriter
from newslint.core.visible import visible_output
from newslint.linter.rule_info import info_of
from newslint.reporters import Look, Reporter, reporter


class ReportFile:
    """Writes a report to a file, or directly to a pipe."""

    def __init__(self, path: str) -> None:
        """Open the file.

        Raises:
            click.UsageError: the file cannot be written.

        """
        place = Path(path)
        self._draft: AtomicWriter | None = None
        self._file: BinaryIO | None = None
        try:
            if place.exists() and not place.is_file() and not place.is_dir():
                self._file = place.open("wb")
            else:
                self._draft = AtomicWriter(place, missing_ok=True)
        except OSError as error:
            raise click.UsageError(f"cannot write {path}: {error.strerror or error}") from None

    def write(self, text: str | bytes) -> None:
        """Append to the report, with control characters visible."""
        data = visible_output(text).encode("utf-8", "backslashreplace") if isinstance(text, str) else text
        for writer in (self._draft, self._file):
            if writer:
                writer.write(data)

    def commit(self) -> None:
        """Let the complete file appear."""
        if self._draft:
            self._draft.commit()
        if self._file:
            self._file.close()

    def discard(self) -> None:
        """Leave no part of a report."""
        if self._draft:
            self._draft.discard()
        if self._file:
            with suppress(OSError):
                self._file.close()


def file_reporter(name: str) -> Reporter:
    """The reporter of a format for a file: without colours."""
    return reporter(name, Look(info_of))
