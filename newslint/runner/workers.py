"""Worker processes that share tasks, and survive each other's crashes."""

from __future__ import annotations

import os
import signal
import sys
from collections import deque
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import active_children, get_all_start_methods, get_context, parent_process
from multiprocessing.connection import wait
from threading import Thread
from typing import Any, Generic, Protocol, TypeVar

from newslint.core.errors import describe
from newslint.core.interrupts import ENDING

Task = TypeVar("Task")
Result = TypeVar("Result")
Task_contra = TypeVar("Task_contra", contravariant=True)
Result_co = TypeVar("Result_co", covariant=True)

BATCHES_AHEAD = 4
"""Batches for each process that may be done or under way before the first report is taken."""
BYTES_AHEAD = 64_000_000
"""The same for what was read of them."""
PR_SET_PDEATHSIG = 1
"""To Linux: send a signal to the process when its parent ends."""


class Processor(Protocol[Task_contra, Result_co]):
    """What a pool runs its tasks with; picklable."""

    def process(self, task: Task_contra) -> Result_co:
        """The result of a task; its failures are part of it."""
        ...

    def failure(self, task: Task_contra, reason: str) -> Result_co:
        """The result of a task that no process could do."""
        ...

    def size(self, task: Task_contra) -> int:
        """About the bytes that a waiting task holds."""
        ...


class CannotStart(RuntimeError):
    """The system lacks memory or processes for a pool."""


class WorkerPool(Generic[Task, Result]):
    """Processes that run batches of tasks, with results in order."""

    def __init__(self, processor: Processor[Task, Result], processes: int, method: str | None = None) -> None:
        """Start processes when they are needed; `method` is how `multiprocessing` does it."""
        self._processor, self._processes = processor, processes
        # a fork takes a tenth of the time of a new Python
        self._method = method or ("fork" if "fork" in get_all_start_methods() else "spawn")
        self._executor: Executor = self._start(processes)
        self._pending: deque[tuple[tuple[Task, ...], Future[list[Result]]]] = deque()

    @property
    def has_room(self) -> bool:
        """Whether another batch may be submitted: few pending, and no failure."""
        size = sum(self._processor.size(task) for tasks, _ in self._pending for task in tasks)
        has_failed = bool(self._pending) and _has_failed(self._pending[-1][1])
        return len(self._pending) < BATCHES_AHEAD * self._processes and size < BYTES_AHEAD and not has_failed

    def submit(self, tasks: tuple[Task, ...]) -> None:
        """Submit a batch."""
        self._pending.append((tasks, _submit(self._executor, tasks)))

    def take(self) -> list[Result]:
        """The results of the batch that was submitted first."""
        tasks, future = self._pending.popleft()
        try:
            return future.result()
        except CannotStart:
            self._restart(_ThisProcess(self._processor))
            return _submit(self._executor, tasks).result()
        except BrokenProcessPool:
            results = [self._run_alone(task) for task in tasks]
            self._restart(self._start(self._processes))
            return results
        except Exception:  # noqa: BLE001 - a result that cannot be sent spoils its whole batch
            return [self._run_alone(task) for task in tasks]

    def close(self) -> None:
        """End all processes."""
        self._executor.shutdown(wait=not self._pending, cancel_futures=True)
        for process in active_children():  # of a pool that failed to start, or of an aborted run
            process.terminate()

    def _restart(self, executor: Executor) -> None:
        """Replace the executor, and resubmit the batches that have not run."""
        self._executor.shutdown(wait=False, cancel_futures=True)
        self._executor = executor
        self._pending = deque(
            (tasks, future if _has_results(future) else _submit(executor, tasks))
            for tasks, future in self._pending
        )

    def _run_alone(self, task: Task) -> Result:
        """Run a task in its own process, after its batch has failed."""
        with self._start(1) as executor:
            try:
                alone: list[Result] = _submit(executor, (task,)).result()
                return alone[0]
            except BrokenProcessPool:
                reason = "the process that read it crashed"
            except CannotStart:
                reason = "it may have crashed a process, and no other can be started"
            except Exception as error:  # noqa: BLE001 - as above
                reason = f"its report cannot be sent by the process that read it: {describe(error)}"
        return self._processor.failure(task, reason)

    def _start(self, processes: int) -> ProcessPoolExecutor:
        return ProcessPoolExecutor(
            processes, get_context(self._method), initializer=_begin, initargs=(self._processor,)
        )


def _submit(executor: Executor, tasks: tuple[Any, ...]) -> Future[list[Any]]:
    """The future results of tasks, failed if the executor is broken."""
    future: Future[list[Any]] = Future()
    if not tasks:
        future.set_result([])
        return future
    try:
        return executor.submit(_run_tasks, tasks)
    except BrokenProcessPool as error:
        future.set_exception(error)
    except (MemoryError, OSError, RuntimeError) as error:  # no memory, no process, no thread
        future.set_exception(CannotStart(describe(error)))
    return future


def _has_results(future: Future[list[Any]]) -> bool:
    return future.done() and not future.cancelled() and future.exception() is None


def _has_failed(future: Future[list[Any]]) -> bool:
    return future.done() and not future.cancelled() and future.exception() is not None


class _ThisProcess(Executor):
    """Runs all tasks in this process if no other can be started."""

    def __init__(self, processor: Processor[Any, Any]) -> None:
        self._processor = processor

    def submit(self, _: object, tasks: tuple[Any, ...], /) -> Future[list[Any]]:  # type: ignore[override]
        future: Future[list[Any]] = Future()
        future.set_result([self._processor.process(task) for task in tasks])
        return future


_processor: Processor[Any, Any]
"""What a worker runs its tasks with."""


def _begin(processor: Processor[Any, Any]) -> None:
    """Set up a worker, which ends silently with its parent.

    Nothing is lost, as writes are atomic.
    """
    global _processor  # noqa: PLW0603 - a worker has one
    for number in ENDING:
        signal.signal(number, signal.SIG_DFL)
    end_with_parent()
    _processor = processor


def end_with_parent() -> None:
    """Kill this process when its parent has ended."""
    parent = parent_process()
    if parent is None:
        return
    if sys.platform == "linux":
        import ctypes

        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
        if os.getppid() != parent.pid:  # it has ended already
            os._exit(1)
    else:
        exit_after(parent.sentinel)


def exit_after(sentinel: int) -> None:
    """Kill this process when another has ended, not just its thread."""

    def wait_and_exit() -> None:
        wait([sentinel])
        os._exit(1)

    Thread(target=wait_and_exit, daemon=True).start()


def _run_tasks(tasks: tuple[Any, ...]) -> list[Any]:
    return [_processor.process(task) for task in tasks]
