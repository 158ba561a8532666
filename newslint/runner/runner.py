"""From paths to reports, in order, on several processors."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator, Sequence

from newslint.core.interrupts import raise_dropped
from newslint.core.report import FileReport
from newslint.runner.assembler import FileAssembler
from newslint.runner.chunks import CHUNK_BYTES
from newslint.runner.discovery import STDIN, InputFile
from newslint.runner.file_linter import FileLinter
from newslint.runner.processors import processors
from newslint.runner.reading import FileTask
from newslint.runner.task_queue import TaskQueue

SMALL_RUN_BYTES = 200_000
"""Bytes; a smaller run is over before other processes could start or earlier results be looked up."""
BATCH_FILES = 50
"""Small files that are handed to another process together."""
ENGINE_BATCH_FILES = 4
"""The same with a second engine, which takes far longer for each file."""


def run(
    linter: FileLinter, targets: Sequence[InputFile], processes: int | None = None, *, cache: bool = False
) -> Iterator[FileReport]:
    """Check or fix files, and yield their reports in order.

    A file that is read in chunks has a report for each. With `cache`, reports of earlier runs are used if
    that is worthwhile. The first reports are those of rules that cannot be imported.

    Raises:
        ConfigError: a configuration is invalid; nothing was written.

    """
    linter.prepare(targets)
    sizes = [size_of(target) for target in targets]
    has_engine = bool(linter.workspace.seconds)
    is_large = sum(sizes) > SMALL_RUN_BYTES or has_engine
    processes = min(processes or (processors() if is_large else 1), len(sizes) + sum(sizes) // CHUNK_BYTES)
    batches = _batches(linter, targets, sizes, ENGINE_BATCH_FILES if has_engine else BATCH_FILES)
    return _run(linter, TaskQueue(linter, batches, processes, cache=cache and is_large))


def _run(linter: FileLinter, queue: TaskQueue) -> Iterator[FileReport]:
    files = FileAssembler(linter.writer)
    try:
        for broken in linter.workspace.broken.values():
            yield FileReport(broken.path, error=str(broken))
        while queue.fill():
            for task, report in queue.take():
                yield from files.add(task, report)
                raise_dropped()
        yield from files.finish()
    finally:
        files.discard()
        queue.close()
        linter.close()


def _batches(
    linter: FileLinter, targets: Sequence[InputFile], sizes: Sequence[int], most_files: int
) -> Iterator[tuple[FileTask, ...]]:
    """Group tasks into batches worth sending to another process."""
    batch: list[FileTask] = []
    batch_size = 0
    for target, size in zip(targets, sizes, strict=True):
        for task in linter.tasks(target):
            batch.append(task)
            batch_size += CHUNK_BYTES if task.chunk else size
            if batch_size > SMALL_RUN_BYTES or len(batch) == most_files:
                yield tuple(batch)
                batch, batch_size = [], 0
    if batch:
        yield tuple(batch)


def size_of(target: InputFile) -> int:
    """The size of a file; 0 unless it is a readable file."""
    try:
        status = os.stat(target.path)  # noqa: PTH116 - a tenth of the time for ten thousand files
    except OSError:
        return 0
    return status.st_size if stat.S_ISREG(status.st_mode) and target.path != STDIN else 0
