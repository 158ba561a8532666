"""The bytes of a file, of a stretch of one, or of standard input."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from newslint.core.errors import ParseError
from newslint.formats import Format
from newslint.runner.chunks import Chunk
from newslint.runner.discovery import STDIN, InputFile

LARGEST = 64_000_000
"""Bytes of a file that is read in one go; several times that is needed to work on it."""


@dataclass(frozen=True, slots=True)
class FileTask:
    """A file to do, or a stretch of one; `file` is where its bytes lie."""

    target: InputFile
    file: str
    stretch: Chunk | None = None


def standard_input() -> BinaryIO:
    """The bytes of standard input.

    Raises:
        OSError: it is closed.

    """
    if sys.stdin is None:
        raise OSError("standard input is closed")
    return sys.stdin.buffer


def read_bytes(task: FileTask, reader: Format) -> bytes:
    """The bytes of a task.

    Raises:
        UnreadableProse: there are too many to be read in one go.

    """
    if task.stretch:
        with Path(task.file).open("rb") as file:
            file.seek(task.stretch.start)
            return file.read(task.stretch.end - task.stretch.start)
    if task.file == STDIN:
        data = standard_input().read(LARGEST + 1)
    else:
        with open(task.file, "rb") as file:  # noqa: PTH123 - a path would take longer than the reading
            size = min(os.fstat(file.fileno()).st_size, LARGEST)
            data = file.read(size + 1)  # no more room than it takes
            if len(data) > size:  # it grows, or is too large, or no file that has a size
                data += file.read(LARGEST - size)
    if len(data) > LARGEST:
        raise ParseError(
            f"larger than {LARGEST // 1_000_000} MB, which is the most of one {reader.title} file that "
            "newslint reads; split it (JSON lines and CSV may have any size)"
        )
    return data
