"""From paths to reports, in order, on as many processors as the work is worth."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from newslint.job import Job, Task
from newslint.model import FileReport
from newslint.stream import STRETCH, Assembly
from newslint.walk import STDIN, Target

if TYPE_CHECKING:
    from concurrent.futures import Future, ProcessPoolExecutor

LITTLE = 200_000
"""Bytes; less than this is done before other processes would have started."""
AHEAD = 4
"""Tasks for each process that may be done or under way before the first report is taken."""

Done = Iterator[tuple[Task, FileReport]]
Pending = deque[tuple[Task, "Future[FileReport]"]]


def run(job: Job, targets: Sequence[Target], processes: int | None = None) -> Iterator[FileReport]:
    """The reports of the files, in their order; without `processes`, as many as pay.

    A file that is read as a stream has a report for each stretch, one after the other.

    Raises:
        ConfigError: a configuration is wrong; nothing was written.

    """
    job.prepare(targets)
    tasks = chain.from_iterable(map(job.tasks, targets))
    processes = processes or _worthwhile(targets)
    if processes <= 1 or _count(targets) <= 1:
        return _assembled(job, ((task, job.do(task)) for task in tasks))
    return _assembled(job, _Pool(job, min(processes, _count(targets))).run(tasks))


def _assembled(job: Job, done: Done) -> Iterator[FileReport]:
    """The reports, those of stretches put together to files."""
    assembly: Assembly | None = None
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
                assembly = Assembly(Path(job.name(task.target)), write)
            yield assembly.take(task.stretch, report)
        if assembly:
            yield from _finished(assembly)
    finally:
        if assembly:
            assembly.discard()


def _finished(assembly: Assembly) -> Iterator[FileReport]:
    failure = assembly.finish()
    if failure:
        yield failure


def _count(targets: Sequence[Target]) -> int:
    """How many tasks the files make, about."""
    return len(targets) + sum(_size(target) // STRETCH for target in targets if _size(target) > STRETCH)


def _worthwhile(targets: Sequence[Target]) -> int:
    """How many processes the files are worth."""
    size = 0
    for target in targets:
        size += _size(target)
        if size > LITTLE:
            return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return 1


def _size(target: Target) -> int:
    known = target.path != STDIN and not target.error and Path(target.path).is_file()
    return Path(target.path).stat().st_size if known else 0


@dataclass
class _Pool:
    """Processes that share the tasks, and go on when one of them dies."""

    job: Job
    processes: int

    def run(self, tasks: Iterable[Task]) -> Done:
        from concurrent.futures.process import BrokenProcessPool

        waiting = iter(tasks)
        pool = self._start(self.processes)
        pending: Pending = deque()
        try:
            while self._fill(pool, waiting, pending):
                task, future = pending.popleft()
                try:
                    report = future.result()
                except BrokenProcessPool:
                    report = self._alone(task)
                    pool.shutdown(wait=False, cancel_futures=True)
                    pool = self._start(self.processes)
                    pending = deque((left, _submit(pool, left)) for left, _ in pending)
                yield task, report
            pool.shutdown()  # or Python, if it ends now, may speak to a thread that is just leaving
        finally:
            pool.shutdown(wait=False, cancel_futures=True)

    def _fill(self, pool: ProcessPoolExecutor, waiting: Iterator[Task], pending: Pending) -> bool:
        """Hand out tasks until enough are under way; whether any is."""
        while len(pending) < AHEAD * self.processes:
            task = next(waiting, None)
            if task is None:
                break
            pending.append((task, _submit(pool, task)))
        return bool(pending)

    def _alone(self, task: Task) -> FileReport:
        """One task in a process of its own: the first that had no report when a process died."""
        from concurrent.futures.process import BrokenProcessPool

        with self._start(1) as pool:
            try:
                return pool.submit(_do, task).result()
            except BrokenProcessPool:
                return FileReport(self.job.name(task.target), error="the process that read it died")

    def _start(self, processes: int) -> ProcessPoolExecutor:
        from concurrent.futures import ProcessPoolExecutor

        return ProcessPoolExecutor(processes, initializer=_begin, initargs=(replace(self.job),))


def _submit(pool: ProcessPoolExecutor, task: Task) -> Future[FileReport]:
    """The report to come; if the pool is already broken, that is what comes."""
    from concurrent.futures import Future
    from concurrent.futures.process import BrokenProcessPool

    try:
        return pool.submit(_do, task)
    except BrokenProcessPool as error:
        broken: Future[FileReport] = Future()
        broken.set_exception(error)
        return broken


_job = Job()


def _begin(job: Job) -> None:
    """What a new process does first: let Ctrl-C end it without a word; writes are whole or not at all."""
    global _job  # noqa: PLW0603 - a process has one job
    import signal

    signal.signal(signal.SIGINT, signal.SIG_DFL)
    _job = job


def _do(task: Task) -> FileReport:
    return _job.do(task)
