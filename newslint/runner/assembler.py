"""Joins the chunks of large files: their reports, and the fixed file."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct, field
from msgspec.structs import replace

from newslint.core.atomic_write import AtomicWriter
from newslint.core.report import FileReport
from newslint.runner.chunks import Chunk
from newslint.runner.discovery import STDIN
from newslint.runner.reading import FileTask

if TYPE_CHECKING:
    from newslint.runner.byte_patch import OldBytes
    from newslint.runner.file_writer import FileWriter


class FileAssembler(Struct):
    """Takes the reports of tasks in order, and joins files' chunks.

    With a `writer`, the first changed chunk begins a draft; the last one makes it the fixed file.
    """

    writer: FileWriter | None
    _file: _ChunkedFile | None = None

    def add(self, task: FileTask, report: FileReport) -> list[FileReport]:
        """The report of a task in the coordinates of its file."""
        is_first = task.chunk is None or task.chunk.start == 0
        reports = self.finish() if is_first else []
        if task.chunk is None:
            return [*reports, report]
        if self._file is None:
            writer = None if task.target.path == STDIN else self.writer
            self._file = _ChunkedFile(Path(report.path), writer)
        return [*reports, self._file.add(task.chunk, report)]

    def finish(self) -> list[FileReport]:
        """Replace the file after its last chunk; return any failure."""
        file, self._file = self._file, None
        failure = file.commit() if file else None
        return [failure] if failure else []

    def discard(self) -> None:
        """Leave a file with missing chunks unchanged."""
        if self._file:
            self._file.discard()


class _ChunkedFile(Struct):
    path: Path
    writer: FileWriter | None
    offset: int = 0
    """The offset of the next chunk in the fixed file, in code points."""
    draft: AtomicWriter | None = None
    failure: str = ""
    """Why the file cannot be written; empty if it can."""
    old: list[OldBytes] = field(default_factory=list)
    """The bytes that the draft replaces."""
    rules: Counter[str] = field(default_factory=Counter)

    def add(self, chunk: Chunk, report: FileReport) -> FileReport:
        """The report in file coordinates; its bytes go into the draft.

        After a failed write, nothing more is written, and the file stays unchanged.
        """
        report = replace(report, first_line=chunk.first_line, first_offset=self.offset)
        had_failed = bool(self.failure)
        try:
            if not had_failed:
                self._draft(chunk, report)
        except OSError as failure:
            self.failure = _reason(failure)
            self.discard()
            self.draft = None
        if self.failure:
            error = report.error if had_failed else self.failure
            report = replace(report, after=report.before, fixed=(), output=None, error=error)
        self.offset += len(report.after)
        return report

    def commit(self) -> FileReport | None:
        """Replace the file with the draft; return a report on failure."""
        try:
            if self.draft and self.writer:
                self.writer.commit(self.path, self.draft, self.old, self.rules)
        except OSError as error:
            return FileReport(str(self.path), error=_reason(error))
        finally:
            self.discard()
        return None

    def discard(self) -> None:
        """Delete the draft, unless it has replaced the file."""
        if self.draft:
            self.draft.discard()

    def _draft(self, chunk: Chunk, report: FileReport) -> None:
        """Append a chunk to the draft, from the first changed one on."""
        new = report.output
        if not self.writer:
            return
        destination = self.writer.destination(str(self.path))
        if self.draft is None and (new is not None or destination):
            self.draft = self._begin(chunk, destination)
        if not self.draft:
            return
        if new is None:
            self.draft.copy(chunk.start, chunk.end)
            return
        if self.writer.run:
            from newslint.runner.byte_patch import old_bytes

            with self.path.open("rb") as file:
                file.seek(chunk.start)
                self.old.append(old_bytes(file.read(chunk.end - chunk.start), new, self.draft.size))
            self.rules += report.fixed_by_rule
        self.draft.write(new)

    def _begin(self, chunk: Chunk, destination: Path | None) -> AtomicWriter:
        """A draft with all before a chunk."""
        if destination:
            destination.parent.mkdir(parents=True, exist_ok=True)
            draft = AtomicWriter(destination, missing_ok=True, source=self.path)
        else:
            draft = AtomicWriter(self.path, chunk.version)
        draft.copy(0, chunk.start)
        return draft


def _reason(error: OSError) -> str:
    return f"nothing was fixed: {error.strerror or error}"
