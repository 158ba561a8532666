"""From paths to reports, in order, on as many processors as the work is worth."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from pathlib import Path

from newslint.core.report import FileReport
from newslint.runner.chunks import STRETCH, FileAssembler
from newslint.runner.discovery import STDIN, InputFile
from newslint.runner.file_linter import FileLinter
from newslint.runner.reading import FileTask
from newslint.runner.recall import Recall, Tasks

LITTLE = 200_000
"""Bytes; less is done before other processes would have started, or earlier results have been looked up."""
MOST = 50
"""Small files that are handed to another process together."""

FEW = 4
"""The same where a second engine takes far longer for each."""

Reported = Iterator[tuple[FileTask, FileReport]]


def run(
    job: FileLinter, targets: Sequence[InputFile], processes: int | None = None, *, cache: bool = False
) -> Iterator[FileReport]:
    """The reports of the files, in their order; without `processes`, as many as pay.

    A file that is read as a stream has a report for each stretch, one after the other. With `cache`,
    what was found in the same bytes before is not looked for again, where that is worth the trouble. The
    first reports are those of rules that cannot be imported.

    Raises:
        ConfigError: a configuration is wrong; nothing was written.

    """
    job.prepare(targets)
    sizes = list(map(size_of, targets))
    much = sum(sizes) > LITTLE or bool(job.workspace.seconds)
    processes = min(processes or (_processors() if much else 1), len(sizes) + sum(sizes) // STRETCH)
    cache = cache and much
    lots = _together(_sized(job, targets, sizes), FEW if job.workspace.seconds else MOST)
    broken = (FileReport(error.path, error=str(error)) for error in job.workspace.broken.values())
    return chain(broken, _closing(job, _assembled(job, _reported(job, lots, processes, cache))))


def _reported(job: FileLinter, tasks: Iterable[Tasks], processes: int, cache: bool) -> Reported:
    """The tasks with their reports; other processes help from the first of them that has to be done."""
    recall = Recall(job, cache=cache)
    try:
        lots = map(recall.lot, tasks)
        for lot in lots:
            if lot.left and processes > 1:
                from newslint.runner.workers import Pool

                yield from Pool(recall, processes).run(chain([lot], lots))
            else:
                yield from recall.reports(lot)
    finally:
        recall.close()


def _closing(job: FileLinter, reports: Iterator[FileReport]) -> Iterator[FileReport]:
    """The reports, and after the last of them the end of what the run has started."""
    try:
        yield from reports
    finally:
        job.close()


def _assembled(job: FileLinter, done: Reported) -> Iterator[FileReport]:
    """The reports, those of stretches put together to files."""
    assembly: FileAssembler | None = None
    try:
        for task, report in done:
            if assembly and (task.stretch is None or task.stretch.start == 0):
                yield from _finished(assembly)
                assembly = None
            if task.stretch is None:
                yield report
                continue
            if assembly is None:
                write = job.write and task.target.path != STDIN
                assembly = FileAssembler(Path(job.name(task.target)), write)
            yield assembly.take(task.stretch, report)
        if assembly:
            yield from _finished(assembly)
    finally:
        if assembly:
            assembly.discard()


def _finished(assembly: FileAssembler) -> Iterator[FileReport]:
    failure = assembly.finish()
    if failure:
        yield failure


def _processors() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def size_of(target: InputFile) -> int:
    """The bytes of a file; of what is none, or cannot be looked at, 0."""
    try:
        found = os.stat(target.path)  # noqa: PTH116 - a tenth of the time for ten thousand files
    except OSError:
        return 0
    return found.st_size if stat.S_ISREG(found.st_mode) and target.path != STDIN else 0


def _sized(
    job: FileLinter, targets: Sequence[InputFile], sizes: Sequence[int]
) -> Iterator[tuple[FileTask, int]]:
    """The tasks of the files, each with its bytes, about."""
    for target, size in zip(targets, sizes, strict=True):
        yield from ((task, STRETCH if task.stretch else size) for task in job.tasks(target))


def _together(tasks: Iterable[tuple[FileTask, int]], most: int) -> Iterator[Tasks]:
    """As many tasks at a time as are worth handing to another process."""
    lot: list[FileTask] = []
    size = 0
    for task, bytes_of_it in tasks:
        lot.append(task)
        size += bytes_of_it
        if size > LITTLE or len(lot) == most:
            yield tuple(lot)
            lot, size = [], 0
    if lot:
        yield tuple(lot)
