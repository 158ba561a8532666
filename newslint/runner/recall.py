"""Tasks done, or recalled from an earlier run that did the same."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from newslint.core.report import FileReport
from newslint.runner.file_linter import FileLinter
from newslint.runner.packing import Packed, pack
from newslint.runner.reading import FileTask

if TYPE_CHECKING:
    from newslint.runner.results import Results

Tasks = tuple[FileTask, ...]
"""Some that are looked up together, and done one after the other."""


@dataclass(frozen=True, slots=True)
class Lot:
    """Some tasks, and what is known of each; `left` are those that are to be done."""

    tasks: Tasks
    known: tuple[FileReport | None, ...]

    @property
    def left(self) -> Tasks:
        """The tasks of which nothing is known."""
        return tuple(task for task, known in zip(self.tasks, self.known, strict=True) if known is None)


@dataclass(frozen=True, slots=True)
class Done:
    """What came of a task, in few bytes where another process shall have it, and the key to keep it by."""

    report: FileReport | Packed
    key: bytes | None = None

    def packed(self) -> Done:
        """The same of a check in few bytes; what holds something that has no bytes stays as it is."""
        packed = pack(self.report) if isinstance(self.report, FileReport) else self.report
        return replace(self, report=packed or self.report)


def do(job: FileLinter, task: FileTask, *, cache: bool) -> Done:
    """A task done, in whatever process; with `cache` it has a key, of the very bytes that were judged."""
    seen = job.seen(task) if cache else None
    return Done(job.do(task, seen.data), seen.key) if seen else Done(job.do(task))


class Recall:
    """The results of earlier runs, and those of this one on their way there; without `cache`, none."""

    def __init__(self, job: FileLinter, *, cache: bool = False) -> None:
        """Open the results of earlier runs, if they are wanted."""
        self.job = job
        self.cache = cache
        self._results: Results | None = None
        if cache:
            from newslint.runner.results import Results

            self._results = Results()

    def lot(self, tasks: Tasks) -> Lot:
        """Tasks with what is known of them, looked up at once."""
        if self._results is None:
            return Lot(tasks, (None,) * len(tasks))
        seen = [self.job.seen(task) for task in tasks]
        found = self._results.find([one.key for one in seen if one])
        return Lot(
            tasks,
            tuple(
                self.job.recalled(task, one.data, found[one.key]) if one and one.key in found else None
                for task, one in zip(tasks, seen, strict=True)
            ),
        )

    def reports(self, lot: Lot, made: Sequence[Done] = ()) -> Iterator[tuple[FileTask, FileReport]]:
        """The tasks of a lot in order, each with its report; what is left is `made`, or done now."""
        coming = iter(made)
        for task, known in zip(lot.tasks, lot.known, strict=True):
            yield task, known or self._received(task, next(coming, None) or self._done(task))

    def _done(self, task: FileTask) -> Done:
        return do(self.job, task, cache=self.cache)

    def _received(self, task: FileTask, made: Done) -> FileReport:
        """The report of a task, which is kept for later runs."""
        if self._results and made.key:
            self._results.keep(made.key, made.packed().report)
        if isinstance(made.report, Packed):
            return made.report.report(self.job.name(task.target))
        return made.report

    def close(self) -> None:
        """Write what is left."""
        if self._results:
            self._results.close()
