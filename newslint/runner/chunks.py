"""Cuts large files into chunks of whole records or paragraphs."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from msgspec import Struct

from newslint.core.atomic_write import Version, version_of
from newslint.core.source import BOMS
from newslint.formats import Format

MAX_FILE_BYTES = 64_000_000
"""Bytes of a file that is read in one go; several times that is needed to work on it."""
CHUNK_BYTES = 1_000_000
"""About the bytes of a chunk; each process works on one, which takes some twenty times as much memory."""
CHUNK_LINES = 10_000
"""Lines or paragraphs of a chunk, at most; each takes some memory, however short it is."""
HEAD_BYTES = 64_000
"""Bytes at the beginning of a file that go with each chunk."""


class Chunk(Struct, frozen=True):
    """Some whole records or paragraphs: their bytes and first line.

    `head` are the first bytes of the file, which later chunks may need to be understood.
    """

    start: int
    end: int
    first_line: int = 1
    head: bytes = b""
    is_last: bool = True
    version: Version | None = None
    """The version of the file when it was split."""


def cut(
    path: Path, reader: Format, size: int = CHUNK_BYTES, lines: int = CHUNK_LINES
) -> Iterator[Chunk | None]:
    """The chunks of a file in order; a single None means all.

    Raises:
        ParseError: a record is too long.
        OSError: the file cannot be read.

    """
    whole = path.stat().st_size
    if whole > min(size, lines) and (reader.streams or (reader.splits and whole <= MAX_FILE_BYTES)):
        with path.open("rb") as file:
            if not file.read(4).startswith(tuple(bom for bom, name in BOMS if name != "utf-8")):
                yield from _chunks(file, reader, size, lines)
                return
    yield None


def _chunks(file: BinaryIO, reader: Format, size: int, lines: int) -> Iterator[Chunk | None]:
    version = version_of(file.fileno())
    whole = file.seek(0, os.SEEK_END)
    file.seek(0)
    head, line = file.read(HEAD_BYTES), 1
    head = head[: head.rfind(b"\n") + 1] or head
    for start, end in reader.split_points(file, size, lines):
        if (start, end) == (0, whole) and whole <= MAX_FILE_BYTES:
            yield None
            return
        yield Chunk(start, end, line, head if start else b"", end >= whole, version)
        file.seek(start)
        line += _line_ends(file.read(end - start))


def _line_ends(data: bytes) -> int:
    return data.count(b"\n") + data.count(b"\r") - data.count(b"\r\n")
