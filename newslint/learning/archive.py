"""Reads the articles of an archive one by one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from msgspec import Struct

from newslint.core.errors import ParseError, SourceError
from newslint.runner.discovery import InputFile
from newslint.runner.file_linter import FileLinter
from newslint.runner.reading import FileTask

Article = tuple[str, tuple[str, ...]]
"""The path of a file, and the prose of its blocks."""


class ReadErrors(Struct):
    """Reports and counts unreadable files."""

    tell: Callable[[str], None]
    count: int = 0

    def __call__(self, path: str, why: str) -> None:
        """Count a file or a chunk of one, and report the reason."""
        self.count += 1
        self.tell(f"{path}: {why}")


def articles(linter: FileLinter, targets: Iterable[InputFile], failed: ReadErrors) -> Iterator[Article]:
    """Yield the articles of files, holding one chunk in memory."""
    for target in targets:
        if target.error:
            failed(target.path, target.error)
            continue
        for task in linter.tasks(target):
            yield from _articles_of(linter, task, failed)


def _articles_of(linter: FileLinter, task: FileTask, failed: ReadErrors) -> Iterator[Article]:
    path = linter.name_of(task.target)
    try:
        reading = linter.parse(task)
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
