"""The articles of an archive, one after another, for learning."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from newslint.core.errors import ParseError, SourceError
from newslint.runner.discovery import InputFile
from newslint.runner.file_linter import FileLinter
from newslint.runner.reading import FileTask

Article = tuple[str, tuple[str, ...]]
"""The path of its file, and its prose block by block."""


@dataclass
class ReadErrors:
    """Reports and counts what cannot be read."""

    tell: Callable[[str], None]
    count: int = 0

    def __call__(self, path: str, why: str) -> None:
        """Count a file or a chunk of one, and report the reason."""
        self.count += 1
        self.tell(f"{path}: {why}")


def articles(job: FileLinter, targets: Iterable[InputFile], failed: ReadErrors) -> Iterator[Article]:
    """Yield the articles of files, holding one chunk in memory."""
    for target in targets:
        if target.error:
            failed(target.path, target.error)
            continue
        for task in job.tasks(target):
            yield from _of(job, task, failed)


def _of(job: FileLinter, task: FileTask, failed: ReadErrors) -> Iterator[Article]:
    path = job.name(task.target)
    try:
        reading = job.read(task)
    except OSError as error:
        failed(path, f"cannot be read: {error.strerror or error}")
        return
    except (SourceError, ParseError) as error:
        failed(path, str(error))
        return
    for why in reading.errors:
        failed(path, why)
    for document in reading.documents:
        texts = tuple(text for text in document.texts if text)
        document.release()
        if texts:
            yield path, texts
