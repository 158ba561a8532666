"""Reads files for review: articles, proposals, and a hash."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from contextlib import redirect_stdout

from msgspec import Struct

from newslint.core.errors import ParseError, SourceError
from newslint.linter.proposals import Proposals, propose
from newslint.review.decisions import hash_of
from newslint.runner.discovery import InputFile
from newslint.runner.file_linter import FileLinter
from newslint.runner.reading import FileTask
from newslint.text.document import ParsedFile


class ReviewFile(Struct, frozen=True):
    """A version of a file to review; unreadable ones have no articles."""

    path: str
    sha256: str = ""
    parsed: ParsedFile | None = None
    proposals: Proposals = Proposals(())
    unreadable: str | None = None
    note: str = ""
    language_format: str | None = None
    style: str | None = None

    @property
    def error(self) -> str | None:
        """Why the file could not be read, or else which rules failed."""
        return self.unreadable or self.proposals.error


def read_for_review(linter: FileLinter, targets: Iterable[InputFile]) -> Iterator[ReviewFile]:
    """The files in order, those that cannot be read with the reason.

    Raises:
        ConfigError: the configuration of a file is invalid.

    """
    return (review_file(linter, target) for target in targets)


def review_file(linter: FileLinter, target: InputFile, data: bytes | None = None) -> ReviewFile:
    """A file for review, or the reason why it is unreadable.

    Raises:
        ConfigError: the configuration of the file is invalid.

    """
    try:
        with redirect_stdout(sys.stderr):  # what a rule prints is no report
            return _read(linter, target, data)
    except (SourceError, ParseError) as error:
        return ReviewFile(target.path, unreadable=str(error))
    except OSError as error:
        return ReviewFile(target.path, unreadable=f"cannot be read: {error.strerror or error}")


def _read(linter: FileLinter, target: InputFile, data: bytes | None) -> ReviewFile:
    if target.error:
        return ReviewFile(target.path, unreadable=target.error)
    data = linter.read(FileTask(target, target.path, data=data))
    parsed = linter.parse(FileTask(target, target.path, data=data))
    return ReviewFile(
        target.path,
        hash_of(data),
        parsed,
        propose(linter.workspace.linter_of(target.path), parsed),
        note=parsed.note or linter.workspace.guess(target.path),
        language_format=linter.settings.language_format,
        style=linter.settings.style,
    )
