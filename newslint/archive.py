"""The articles of an archive, one after the other, for what learns from them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from newslint.job import Job, Task
from newslint.source import SourceError
from newslint.view import UnreadableProse
from newslint.walk import Target

Article = tuple[str, tuple[str, ...]]
"""The path of its file, and its prose block by block."""


@dataclass
class Failures:
    """What could not be read, told of as it comes."""

    tell: Callable[[str], None]
    count: int = 0

    def __call__(self, path: str, why: str) -> None:
        """Count a file or a stretch of one, and tell why."""
        self.count += 1
        self.tell(f"{path}: {why}")


def articles(job: Job, targets: Iterable[Target], failed: Failures) -> Iterator[Article]:
    """The articles of some files; only one stretch of them is in memory."""
    for target in targets:
        if target.error:
            failed(target.path, target.error)
            continue
        for task in job.tasks(target):
            yield from _of(job, task, failed)


def _of(job: Job, task: Task, failed: Failures) -> Iterator[Article]:
    path = job.name(task.target)
    try:
        reading = job.read(task)
    except OSError as error:
        failed(path, f"cannot be read: {error.strerror or error}")
        return
    except (SourceError, UnreadableProse) as error:
        failed(path, str(error))
        return
    for why in reading.errors:
        failed(path, why)
    for document in reading.documents:
        texts = tuple(text for text in document.texts if text)
        document.release()
        if texts:
            yield path, texts
