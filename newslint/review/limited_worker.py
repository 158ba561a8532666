"""A process for one task at a time, with a time limit."""

from __future__ import annotations

import signal
from collections.abc import Callable
from contextlib import suppress
from multiprocessing import get_context, parent_process
from multiprocessing.connection import Connection
from threading import Lock
from typing import Generic, TypeVar

from newslint.core.interrupts import ENDING
from newslint.runner.workers import exit_after

Task = TypeVar("Task")
Result = TypeVar("Result")


class WorkerFailure(RuntimeError):
    """A task has no result; the message says why."""


class WorkerBusy(WorkerFailure):
    """Other tasks took all the time."""


class LimitedWorker(Generic[Task, Result]):
    """Runs a picklable function in a process that restarts after failures.

    It may be called from several threads; their tasks wait for one another.
    """

    def __init__(self, run: Callable[[Task], Result], seconds: float) -> None:
        """Start the process; `seconds` is the limit of a task."""
        self._run, self._seconds = run, seconds
        self._lock, self._restarting = Lock(), Lock()
        self._is_open = True
        self._start()

    def __call__(self, task: Task) -> Result:
        """The result of a task.

        Raises:
            WorkerFailure: it took too long, or the process crashed.

        """
        if not self._lock.acquire(timeout=self._seconds):
            raise WorkerBusy("newslint is busy with another article; try again")
        try:
            return self._ask(task)
        finally:
            self._lock.release()

    def close(self) -> None:
        """End the process, whatever it does, for good."""
        with self._restarting:  # a process that has not started yet cannot be ended
            self._is_open = False
            self._end()

    def _end(self) -> None:
        self._process.kill()
        self._process.join()
        self._pipe.close()

    def _start(self) -> None:
        context = get_context("spawn")  # a fork would copy the locks of other threads
        self._pipe, other = context.Pipe()
        self._process = context.Process(target=_serve, args=(other, self._run), daemon=True)
        self._process.start()
        other.close()

    def _ask(self, task: Task) -> Result:
        try:
            self._pipe.send(task)
            if self._pipe.poll(self._seconds):
                result: Result = self._pipe.recv()
                return result
            reason = f"it took longer than {self._seconds:g} seconds"
        except (EOFError, OSError):
            reason = "the process that read it crashed"
        with self._restarting:
            if self._is_open:
                self._end()
                self._start()
        raise WorkerFailure(reason)


def _serve(pipe: Connection, run: Callable[[Task], Result]) -> None:
    """Answer tasks until the parent ends."""
    for number in ENDING:
        signal.signal(number, signal.SIG_DFL)
    if parent := parent_process():
        exit_after(parent.sentinel)
    with suppress(EOFError):
        while True:
            pipe.send(run(pipe.recv()))
