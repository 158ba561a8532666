"""The journal of a run, from which it can be resumed."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import BinaryIO

import msgspec
from msgspec import Struct

from newslint._version import __version__
from newslint.core.drafts import remove_abandoned
from newslint.core.file_lock import lock
from newslint.corpus.shards import WrittenFile
from newslint.corpus.tally import CorpusTally

JOURNAL = "progress.jsonl"
VERSION = 1


class OtherRun(ValueError):
    """The folder holds another run; the message says what to do."""


class JobInput(Struct, frozen=True):
    """A file that a run reads, in the version of its start."""

    path: str
    size: int
    modified: int


class Job(Struct, frozen=True):
    """What a run does, by which it is recognised."""

    options: Mapping[str, object]
    inputs: tuple[JobInput, ...]
    newslint: str = __version__
    version: int = VERSION


class ShardEntry(Struct, frozen=True):
    """A finished shard: its file, its end there, and its contents."""

    input: str
    number: int
    rows: int
    end: int
    outputs: tuple[WrittenFile, ...]
    tally: CorpusTally
    is_last: bool = False
    """Whether the file ends with it."""


class Position(Struct):
    """How far a file has been done."""

    number: int = 0
    row: int = 0
    end: int = 0
    is_done: bool = False


class Journal:
    """The finished shards of a run, kept in its folder."""

    def __init__(self, out: Path, job: Job) -> None:
        """Begin a run in a folder, or go on with it.

        Raises:
            OtherRun: the folder holds other files, another run, or one that is under way.
            OSError: it cannot be written to.

        """
        self.out = out
        self.path = out / JOURNAL
        self.positions: dict[str, Position] = {}
        self.is_resumed = self.path.exists()
        out.mkdir(parents=True, exist_ok=True)
        if not self.is_resumed and any(out.iterdir()):
            raise OtherRun(f"{out} is not empty; name a new folder")
        self._file = self._open()
        if self.is_resumed:
            self._resume(job)
        else:
            self._append(msgspec.json.encode(job))

    def add(self, entry: ShardEntry) -> None:
        """Note a shard whose files have their names."""
        self._append(msgspec.json.encode(entry))
        self._advance(entry)

    def entries(self) -> Iterator[ShardEntry]:
        """Yield the finished shards."""
        with self.path.open("rb") as file:
            next(file, None)
            for line in file:
                yield msgspec.json.decode(line, type=ShardEntry)

    def close(self) -> None:
        """Let another process go on."""
        self._file.close()

    def _open(self) -> BinaryIO:
        file = self.path.open("ab")
        try:
            lock(file, wait=False)
        except OSError:
            file.close()
            raise OtherRun(f"{self.out}: another process is writing there") from None
        return file

    def _resume(self, job: Job) -> None:
        lines = self.path.read_bytes().splitlines(keepends=True)
        whole = [line for line in lines if line.endswith(b"\n")]
        try:
            begun = msgspec.json.decode(whole[0], type=Job) if whole else job
            entries = [msgspec.json.decode(line, type=ShardEntry) for line in whole[1:]]
        except msgspec.DecodeError as error:
            raise OtherRun(f"{self.path}: not a journal of newslint ({error}); name a new folder") from None
        said = msgspec.json.decode(msgspec.json.encode(job), type=Job)
        if said != begun:
            raise OtherRun(f"{self.out} holds a run with {_what_differs(begun, said)}; name a new folder")
        kept = [msgspec.json.encode(job) + b"\n"]
        for entry, line in zip(entries, whole[1:], strict=True):
            position = self.positions.get(entry.input, Position())
            if entry.number == position.number and all(map(self._is_whole, entry.outputs)):
                self._advance(entry)
                kept.append(line)
        self._file.truncate(0)
        self._append(b"".join(kept).rstrip(b"\n"))
        for folder, _, _ in os.walk(self.out):
            remove_abandoned(folder)

    def _is_whole(self, output: WrittenFile) -> bool:
        path = self.out / output.path
        return path.is_file() and path.stat().st_size == output.size

    def _advance(self, entry: ShardEntry) -> None:
        position = self.positions.setdefault(entry.input, Position())
        position.number = entry.number + 1
        position.row += entry.rows
        position.end = entry.end
        position.is_done = entry.is_last

    def _append(self, line: bytes) -> None:
        self._file.write(line + b"\n")
        self._file.flush()
        os.fsync(self._file.fileno())


def _what_differs(begun: Job, job: Job) -> str:
    if begun.newslint != job.newslint:
        return f"newslint {begun.newslint}"
    if begun.inputs != job.inputs:
        return "other files, or older versions of them"
    names = [name for name in job.options if begun.options.get(name) != job.options[name]]
    return f"other options ({', '.join(names)})"
