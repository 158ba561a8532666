"""From paths to reports: read, judge, write, on as many processors as the work is worth."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from newslint.config import ConfigError
from newslint.engine import check_source, fix_source
from newslint.model import FileReport, Safety
from newslint.source import Source, SourceError
from newslint.walk import STDIN, Target
from newslint.workspace import Settings, Workspace

if TYPE_CHECKING:
    from concurrent.futures import Future, ProcessPoolExecutor

LITTLE = 200_000
"""Bytes; less than this is done before other processes would have started."""


@dataclass(frozen=True)
class Job:
    """What to do with each file.

    `level` is what repairs to make, None to check only; `write` puts them into the files.
    """

    settings: Settings = field(default_factory=Settings)
    level: Safety | None = None
    write: bool = False
    prove: bool = False
    stdin_filename: str = STDIN

    @cached_property
    def workspace(self) -> Workspace:
        """What applies to which file."""
        return Workspace(self.settings)

    def do(self, target: Target) -> FileReport:
        """The report of one file; whatever fails is told in it.

        Raises:
            ConfigError: the configuration of the file is wrong.

        """
        path = self.stdin_filename if target.path == STDIN else target.path
        if target.error:
            return FileReport(path, error=target.error)
        try:
            return self._do(target, path)
        except ConfigError:
            raise
        except SourceError as error:
            return FileReport(path, error=str(error))
        except OSError as error:
            return FileReport(path, error=f"cannot be read: {error.strerror or error}")
        except Exception as error:  # noqa: BLE001 - one bad file must not stop the others
            return FileReport(path, error=f"newslint failed: {type(error).__name__}: {error}")

    def prepare(self, targets: Sequence[Target]) -> None:
        """Settle what applies to every file, so that a wrong configuration stops before the first.

        Raises:
            ConfigError: a configuration is wrong.

        """
        for target in targets:
            if not target.error:
                self.workspace.profile_of(self._place(target))

    def _do(self, target: Target, path: str) -> FileReport:
        place = self._place(target)
        encoding = self.workspace.project_of(place.parent).config.encoding
        profile = self.workspace.profile_of(place)
        data = sys.stdin.buffer.read() if target.path == STDIN else Path(path).read_bytes()
        source = Source.decode(data, path, encoding)
        done = (
            check_source(source, profile)
            if self.level is None
            else fix_source(source, profile, self.level, prove=self.prove)
        )
        report = replace(done, encoding=source.encoding, bom=source.bom)
        return self._settled(report, data, target) if report.changed else report

    def _settled(self, report: FileReport, data: bytes, target: Target) -> FileReport:
        """The report once the repairs are in the file, if they shall be, or why nothing was repaired."""
        try:
            if self.write and report.output is not None and target.path != STDIN:
                from newslint import files

                files.replace(Path(report.path), data, report.output)
        except (OSError, SourceError) as error:
            why = (error.strerror if isinstance(error, OSError) else None) or str(error)
            return replace(
                report, after=report.before, diagnostics=(), fixed=(), error=f"nothing was repaired: {why}"
            )
        return report

    def _place(self, target: Target) -> Path:
        return Path(self.stdin_filename if target.path == STDIN else target.path)


def run(job: Job, targets: Sequence[Target], processes: int | None = None) -> Iterator[FileReport]:
    """The reports of the files, in their order; without `processes`, as many as pay.

    Raises:
        ConfigError: a configuration is wrong; nothing was written.

    """
    job.prepare(targets)
    processes = min(processes or _worthwhile(targets), len(targets))
    if processes <= 1:
        return map(job.do, targets)
    return _Pool(job, processes).run(targets)


def _worthwhile(targets: Sequence[Target]) -> int:
    """How many processes the files are worth."""
    size = 0
    for target in targets:
        if target.path != STDIN and not target.error and Path(target.path).is_file():
            size += Path(target.path).stat().st_size
        if size > LITTLE:
            return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return 1


@dataclass
class _Pool:
    """Processes that share the files, and go on when one of them dies."""

    job: Job
    processes: int
    _futures: list[Future[FileReport]] = field(default_factory=list)

    def run(self, targets: Sequence[Target]) -> Iterator[FileReport]:
        from concurrent.futures.process import BrokenProcessPool

        left = list(targets)
        while left:
            pool = self._start(self.processes)
            try:
                for future in [pool.submit(_do, target) for target in left]:
                    yield future.result()
                    del left[0]
            except BrokenProcessPool:
                yield self._alone(left.pop(0))
            finally:
                pool.shutdown(wait=False, cancel_futures=True)

    def _alone(self, target: Target) -> FileReport:
        """One file in a process of its own: the first that had no report when a process died."""
        from concurrent.futures.process import BrokenProcessPool

        with self._start(1) as pool:
            try:
                return pool.submit(_do, target).result()
            except BrokenProcessPool:
                return FileReport(target.path, error="the process that read it died")

    def _start(self, processes: int) -> ProcessPoolExecutor:
        from concurrent.futures import ProcessPoolExecutor

        return ProcessPoolExecutor(processes, initializer=_begin, initargs=(replace(self.job),))


_job = Job()


def _begin(job: Job) -> None:
    """What a new process does first: let Ctrl-C end it without a word; writes are whole or not at all."""
    global _job  # noqa: PLW0603 - a process has one job
    import signal

    signal.signal(signal.SIGINT, signal.SIG_DFL)
    _job = job


def _do(target: Target) -> FileReport:
    return _job.do(target)
