"""Tasks done, or recalled from an earlier run that did the same."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from newslint.job import Job, Task
from newslint.model import FileReport
from newslint.packing import Packed, pack

if TYPE_CHECKING:
    from newslint.results import Results


@dataclass(frozen=True, slots=True)
class Done:
    """What came of a task: of a check the report in few bytes, and the key to keep it by if it is new."""

    report: FileReport | Packed
    key: bytes | None = None


class Recall:
    """Does tasks; with `results`, what is known of a task is not found out again."""

    def __init__(self, job: Job, *, cache: bool = False) -> None:
        """Open the results of earlier runs, if they are wanted."""
        self.job = job
        self._results: Results | None = None
        if cache:
            from newslint.results import Results

            self._results = Results()

    def do(self, task: Task) -> Done:
        """A task done; another process may hand that to `received`."""
        key = self.job.key(task) if self._results else None
        known = self._results.find(key) if self._results and key else None
        report = self.job.do(task, known)
        packed = pack(report) if self.job.level is None else None
        return Done(packed or report, None if known else key)

    def received(self, task: Task, done: Done) -> FileReport:
        """The report of a task, which is kept for later runs if it is new."""
        if isinstance(done.report, FileReport):
            return done.report
        if self._results and done.key:
            self._results.keep(done.key, done.report)
        return done.report.report(self.job.name(task.target))

    def close(self) -> None:
        """Write what is left."""
        if self._results:
            self._results.close()
