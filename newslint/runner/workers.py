"""Processes that share the tasks, and go on when one of them dies."""

from __future__ import annotations

import signal
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, field, replace
from multiprocessing import active_children, get_all_start_methods, get_context

from newslint.core.errors import describe
from newslint.core.interrupts import ENDING
from newslint.core.report import FileReport
from newslint.runner.file_linter import FileLinter
from newslint.runner.orphans import end_with_parent
from newslint.runner.reading import FileTask
from newslint.runner.recall import Done, Lot, Recall, Tasks, do

AHEAD = 4
"""Lots for each process that may be done or under way before the first report is taken."""

Pending = deque[tuple[Lot, "Future[list[Done]]"]]


def _method() -> str:
    """A fork where there is one, which takes a tenth of the time of a new Python."""
    return "fork" if "fork" in get_all_start_methods() else "spawn"


class CannotStart(RuntimeError):
    """The system has no memory or no process left for a pool."""


@dataclass
class Pool:
    """Some processes that do what is left of lots; this one looks up what was found before, and keeps it."""

    recall: Recall
    processes: int
    method: str = field(default_factory=_method)
    """How processes are started, as `multiprocessing` calls it."""

    def run(self, lots: Iterable[Lot]) -> Iterator[tuple[FileTask, FileReport]]:
        """Each task with its report, in order."""
        waiting = iter(lots)
        pool: Executor = self._start(self.processes)
        pending: Pending = deque()
        try:
            while _fill(pool, waiting, pending, AHEAD * self.processes):
                lot, future = pending.popleft()
                try:
                    made = future.result()
                except (BrokenProcessPool, CannotStart) as error:
                    pool.shutdown(wait=False, cancel_futures=True)
                    if isinstance(error, CannotStart):
                        pool = _ThisProcess(self.recall)
                        made = _submit(pool, lot).result()
                    else:
                        made = [self._alone(task) for task in lot.left]
                        pool = self._start(self.processes)
                    pending = deque((left, _again(pool, left, before)) for left, before in pending)
                except Exception:  # noqa: BLE001 - a report that cannot be handed over spoils its whole lot
                    made = [self._alone(task) for task in lot.left]
                yield from self.recall.reports(lot, made)
            pool.shutdown()  # or Python, if it ends now, may speak to a thread that is just leaving
        finally:
            pool.shutdown(wait=False, cancel_futures=True)
            for process in active_children():  # of a pool that could not start, or of a run that was left
                process.terminate()

    def _alone(self, task: FileTask) -> Done:
        """A task in a process of its own, since one of its lot has spoiled the others."""
        with self._start(1) as pool:
            try:
                return _submit(pool, Lot((task,), (None,))).result()[0]
            except BrokenProcessPool:
                why = "the process that read it died"
            except CannotStart:
                why = "it may have ended a process, and no other can be started"
            except Exception as error:  # noqa: BLE001 - as above
                why = f"its report cannot leave the process that read it: {describe(error)}"
        return Done(FileReport(self.recall.job.name(task.target), error=why))

    def _start(self, processes: int) -> ProcessPoolExecutor:
        about = replace(self.recall.job), self.recall.cache
        return ProcessPoolExecutor(processes, get_context(self.method), initializer=_begin, initargs=about)


def _fill(pool: Executor, waiting: Iterator[Lot], pending: Pending, most: int) -> bool:
    """Hand out lots until enough are under way or one cannot be; whether any is."""
    while len(pending) < most and not (pending and _failed(pending[-1][1])):
        lot = next(waiting, None)
        if lot is None:
            break
        pending.append((lot, _submit(pool, lot)))
    return bool(pending)


def _again(pool: Executor, lot: Lot, before: Future[list[Done]]) -> Future[list[Done]]:
    """What came of a lot in a pool that broke, or what will come of it in another."""
    done = before.done() and not before.cancelled() and not _failed(before)
    return before if done else _submit(pool, lot)


def _failed(future: Future[list[Done]]) -> bool:
    return future.done() and not future.cancelled() and future.exception() is not None


def _submit(pool: Executor, lot: Lot) -> Future[list[Done]]:
    """What will come of the tasks that are left, be it that the pool is broken or cannot start."""
    coming: Future[list[Done]] = Future()
    if not lot.left:
        coming.set_result([])
        return coming
    try:
        return pool.submit(_do, lot.left)
    except BrokenProcessPool as error:
        coming.set_exception(error)
    except (MemoryError, OSError, RuntimeError) as error:  # no memory, no process, no thread
        coming.set_exception(CannotStart(describe(error)))
    return coming


class _ThisProcess(Executor):
    """Does everything here, where no other process can be started."""

    def __init__(self, recall: Recall) -> None:
        self._recall = recall

    def submit(self, _: object, tasks: Tasks, /) -> Future[list[Done]]:  # type: ignore[override]
        done: Future[list[Done]] = Future()
        done.set_result([do(self._recall.job, task, cache=self._recall.cache) for task in tasks])
        return done


_job, _cache = FileLinter(), False


def _begin(job: FileLinter, cache: bool) -> None:
    """What a new process does first: let signals and the end of its parent end it without a word.

    Nothing is lost: writes are whole or not at all.
    """
    global _job, _cache
    for number in ENDING:
        signal.signal(number, signal.SIG_DFL)
    end_with_parent()
    _job, _cache = job, cache


def _do(tasks: Tasks) -> list[Done]:
    made = (do(_job, task, cache=_cache) for task in tasks)
    return [one.packed() if _job.level is None else one for one in made]
