"""Reading files and packed data up to a size."""

from __future__ import annotations

import errno
import zlib
from pathlib import Path

AUTO = 32 + zlib.MAX_WBITS
"""To zlib: packed by gzip or by zlib, whichever the first bytes say."""


def read_at_most(file: Path, most: int) -> bytes:
    """The bytes of a file.

    Raises:
        OSError: the file cannot be read, or has more than `most` bytes.

    """
    with file.open("rb") as opened:
        return _checked(opened.read(most + 1), most)


def unpack_at_most(data: bytes, most: int) -> bytes:
    """What gzip or zlib packed, in as many parts as there are.

    Raises:
        OSError: it is more than `most` bytes.
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
        room -= len(_checked(parts[-1], room))
        if not unpacker.eof:
            raise ValueError("cannot be unpacked: the end is missing")
        data = unpacker.unused_data
    return b"".join(parts)


def _checked(data: bytes, most: int) -> bytes:
    if len(data) > most:
        raise OSError(errno.EFBIG, f"larger than {most // 1_000_000} MB")
    return data
