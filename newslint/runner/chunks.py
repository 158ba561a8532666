"""Files that are read as a stream: cut into stretches, and put together again after repairs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import BinaryIO

from newslint.core.atomic_write import AtomicWriter, Version, version_of
from newslint.core.report import FileReport
from newslint.core.source import BOMS
from newslint.formats import Format

STRETCH = 1_000_000
"""Bytes of a stretch, about; each process works on one, which takes some twenty times as much memory."""
HEAD = 64_000
"""Bytes at the beginning of a file that go with each stretch."""


@dataclass(frozen=True, slots=True)
class Chunk:
    """Some whole records of a file: where its bytes are, and which line comes first.

    `head` are the first bytes of the file, which later stretches may need to be understood.
    """

    start: int
    end: int
    first_line: int = 1
    head: bytes = b""
    version: Version | None = None
    """Of the file when it was cut."""


def stretches(path: Path, reader: Format, size: int = STRETCH) -> Iterator[Chunk | None]:
    """The stretches of a file in order; None alone if it is to be read in one go.

    Raises:
        UnreadableProse: a record is too long.
        OSError: the file cannot be read.

    """
    if reader.streams and path.stat().st_size > size:
        with path.open("rb") as file:
            if not file.read(4).startswith(tuple(bom for bom, name in BOMS if name != "utf-8")):
                yield from _cut(file, reader, size)
                return
    yield None


def _cut(file: BinaryIO, reader: Format, size: int) -> Iterator[Chunk]:
    version = version_of(file.fileno())
    file.seek(0)
    head, line = file.read(HEAD), 1
    head = head[: head.rfind(b"\n") + 1] or head
    for start, end in reader.cuts(file, size):
        yield Chunk(start, end, line, head if start else b"", version)
        file.seek(start)
        line += file.read(end - start).count(b"\n")


@dataclass
class FileAssembler:
    """The reports of the stretches of one file, each with its offset, and the file as it becomes.

    The first stretch that changed begins a draft; the draft takes the place of the file in the end.
    """

    path: Path
    write: bool
    offset: int = 0
    draft: AtomicWriter | None = None
    failure: str = ""
    """Why the file cannot be written; empty while it can."""

    def take(self, stretch: Chunk, report: FileReport) -> FileReport:
        """The report in the coordinates of the file; its bytes go into the draft.

        Once a write has failed, nothing more is written, and the file stays as it was.
        """
        report = replace(report, first_line=stretch.first_line, first_offset=self.offset)
        had_failed = bool(self.failure)
        try:
            if not had_failed:
                self._draft(stretch, report.output)
        except OSError as failure:
            self.failure = _why(failure)
            self.discard()
            self.draft = None
        if self.failure:
            error = report.error if had_failed else self.failure
            report = replace(report, after=report.before, fixed=(), output=None, error=error)
        self.offset += len(report.after)
        return report

    def finish(self) -> FileReport | None:
        """Put the draft in the place of the file; a report if that fails."""
        try:
            if self.draft:
                self.draft.commit()
        except OSError as error:
            return FileReport(str(self.path), error=_why(error))
        finally:
            self.discard()
        return None

    def discard(self) -> None:
        """Leave the file as it was, unless the draft has taken its place."""
        if self.draft:
            self.draft.discard()

    def _draft(self, stretch: Chunk, output: bytes | None) -> None:
        if self.write and output is not None and self.draft is None:
            self.draft = AtomicWriter(self.path, stretch.version)
            self.draft.copy(0, stretch.start)
        if self.draft:
            if output is None:
                self.draft.copy(stretch.start, stretch.end)
            else:
                self.draft.write(output)


def _why(error: OSError) -> str:
    return f"nothing was fixed: {error.strerror or error}"
