"""Reads and writes files that are compressed as their names say."""

from __future__ import annotations

import gzip
import io
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, BinaryIO, cast

from newslint.corpus.extras import require

GZIP, ZSTANDARD = ".gz", ".zst"
SUFFIXES = (GZIP, ZSTANDARD)
SKIPPED = 1 << 20
"""Bytes read at a time to get to a position."""


def compression_of(path: str) -> str:
    """The suffix of a file name for its compression, or ""."""
    return next((suffix for suffix in SUFFIXES if path.lower().endswith(suffix)), "")


class OpenFile:
    """A file to read, uncompressed, and how much has been read."""

    def __init__(self, raw: BinaryIO, stream: IO[bytes], *, seekable: bool) -> None:
        """Keep the file itself and the stream of its content."""
        self._raw, self.stream, self._seekable = raw, stream, seekable

    @property
    def bytes_read(self) -> int:
        """The bytes of the stored file that have been read."""
        return self._raw.tell()

    def skip(self, position: int) -> None:
        """Go from the beginning to a position in the content."""
        if self._seekable:
            self.stream.seek(position)
            return
        while position and (data := self.stream.read(min(position, SKIPPED))):
            position -= len(data)


@contextmanager
def open_to_read(path: str) -> Iterator[OpenFile]:
    """Open a file to read its content.

    Raises:
        OSError: it cannot be read.
        MissingExtra: Zstandard needs a package that is not installed.

    """
    kind = compression_of(path)
    with Path(path).open("rb") as raw:
        if kind == GZIP:
            with gzip.GzipFile(fileobj=raw) as unzipped:
                yield OpenFile(raw, cast("IO[bytes]", unzipped), seekable=False)
        elif kind == ZSTANDARD:
            arrow = require("pyarrow", "reading Zstandard")
            with arrow.CompressedInputStream(raw, "zstd") as stream:
                yield OpenFile(raw, io.BufferedReader(stream, SKIPPED), seekable=False)
        else:
            yield OpenFile(raw, raw, seekable=True)


def compressor(path: str, file: IO[bytes]) -> IO[bytes]:
    """A file that compresses what is written into another.

    The same content is compressed to the same bytes each time. Close it before the other.
    """
    kind = compression_of(path)
    if kind == GZIP:
        return cast("IO[bytes]", gzip.GzipFile("", "wb", fileobj=file, mtime=0))
    if kind == ZSTANDARD:
        arrow = require("pyarrow", "writing Zstandard")
        return cast("IO[bytes]", arrow.CompressedOutputStream(arrow.PythonFile(file, "w"), "zstd"))
    return file
