"""Runs tasks in order, here or in workers, unless cached."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from newslint.core.report import FileReport
from newslint.runner.file_linter import FileLinter
from newslint.runner.reading import FileTask

if TYPE_CHECKING:
    from newslint.runner.result_cache import ResultCache
    from newslint.runner.workers import WorkerPool

Tasks = tuple[FileTask, ...]


class Entry(Struct, frozen=True):
    """A task, the key of its report, and the report if known."""

    task: FileTask
    key: bytes | None = None
    report: FileReport | None = None


class TaskQueue:
    """Pending batches of tasks; workers start with the first that must run."""

    def __init__(
        self, linter: FileLinter, batches: Iterator[Tasks], processes: int, *, cache: bool = False
    ) -> None:
        """With `cache`, look up earlier reports, and store new ones."""
        self._linter, self._batches, self._processes = linter, batches, processes
        self._pool: WorkerPool[FileTask, FileReport] | None = None
        self._results: ResultCache | None = None
        self._started: deque[list[Entry]] = deque()
        if cache:
            from newslint.runner.result_cache import ResultCache

            self._results = ResultCache(linter)

    def fill(self) -> bool:
        """Start batches while there is room; return whether any are pending."""
        while not self._started or (self._pool and self._pool.has_room):
            tasks = next(self._batches, None)
            if tasks is None:
                break
            self._start(tasks)
        return bool(self._started)

    def take(self) -> Iterator[tuple[FileTask, FileReport]]:
        """Each task of the first batch with its report."""
        batch = self._started.popleft()
        reports = iter(self._pool.take()) if self._pool else map(self._linter.process, _unknown_tasks(batch))
        for entry in batch:
            report = entry.report or next(reports)
            if self._results and entry.key and not entry.report:
                self._results.put(entry.key, report)
            yield entry.task, report

    def close(self) -> None:
        """Stop the workers, and write pending reports."""
        if self._pool:
            self._pool.close()
        if self._results:
            self._results.close()

    def _start(self, tasks: Tasks) -> None:
        batch = self._results.look_up(tasks) if self._results else [Entry(task) for task in tasks]
        unknown = _unknown_tasks(batch)
        if unknown and self._processes > 1 and self._pool is None:
            from newslint.runner.workers import WorkerPool

            self._pool = WorkerPool(replace(self._linter), self._processes)  # without cached properties
        if self._pool:
            self._pool.submit(unknown)
        self._started.append(batch)


def _unknown_tasks(batch: Iterable[Entry]) -> Tasks:
    return tuple(entry.task for entry in batch if entry.report is None)
