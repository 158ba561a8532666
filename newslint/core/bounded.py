"""Reads and decompresses files up to a maximum size."""

from __future__ import annotations

import errno
import zlib
from pathlib import Path

AUTO = 32 + zlib.MAX_WBITS
"""Makes zlib accept the formats of gzip and zlib."""


def read_at_most(file: Path, most: int) -> bytes:
    """The bytes of a file.

    Raises:
        OSError: the file cannot be read, or is larger than `most` bytes.

    """
    with file.open("rb") as opened:
        return _require_size(opened.read(most + 1), most)


def unpack_at_most(data: bytes, most: int) -> bytes:
    """Decompress data of gzip or zlib, which may have several members.

    Raises:
        OSError: the result is larger than `most` bytes.
        ValueError: the data are damaged.

    """
    parts: list[bytes] = []
    room = most
    while data:
        unpacker = zlib.decompressobj(AUTO)
        try:
            parts.append(unpacker.decompress(data, room + 1))
        except zlib.error as error:
            raise ValueError(f"cannot be unpacked: {error}") from None
        room -= len(_require_size(parts[-1], room))
        if not unpacker.eof:
            raise ValueError("cannot be unpacked: the end is missing")
        data = unpacker.unused_data
    return b"".join(parts)


def _require_size(data: bytes, most: int) -> bytes:
    if len(data) > most:
        raise OSError(errno.EFBIG, f"larger than {most // 1_000_000} MB")
    return data
