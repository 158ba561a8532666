"""The bytes of a file, a chunk, or standard input."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import BinaryIO

from msgspec import Struct

from newslint.core.errors import ParseError
from newslint.formats import Format
from newslint.runner.chunks import MAX_FILE_BYTES, Chunk
from newslint.runner.discovery import STDIN, InputFile


class FileTask(Struct, frozen=True):
    """A file or chunk to process; `file` has its bytes."""

    target: InputFile
    file: str
    chunk: Chunk | None = None
    data: bytes | None = None
    """Its bytes, where they are read already."""


def standard_input() -> BinaryIO:
    """The bytes of standard input.

    Raises:
        OSError: standard input is closed.

    """
    if sys.stdin is None:
        raise OSError("standard input is closed")
    return sys.stdin.buffer


def read_bytes(task: FileTask, reader: Format) -> bytes:
    """The bytes of a task.

    Raises:
        ParseError: the file is too large to be read as a whole.

    """
    if task.data is not None:
        return task.data
    if task.chunk:
        with Path(task.file).open("rb") as file:
            file.seek(task.chunk.start)
            return file.read(task.chunk.end - task.chunk.start)
    if task.file == STDIN:
        data = standard_input().read(MAX_FILE_BYTES + 1)
    else:
        with open(task.file, "rb") as file:  # noqa: PTH123 - a path would take longer than the reading
            size = min(os.fstat(file.fileno()).st_size, MAX_FILE_BYTES)
            data = file.read(size + 1)  # no more room than it takes
            if len(data) > size:  # it grows, or is too large, or no file that has a size
                data += file.read(MAX_FILE_BYTES - size)
    if len(data) > MAX_FILE_BYTES:
        raise ParseError(
            f"larger than {MAX_FILE_BYTES // 1_000_000} MB, the limit for a {reader.title} file; split it "
            "(JSON lines and CSV may have any size)"
        )
    return data
