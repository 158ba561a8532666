"""Writing files so that nothing is ever half written."""

from __future__ import annotations

import os
import stat
import tempfile
from pathlib import Path


class NotWritten(OSError):
    """A file was left as it was, for the reason that the message gives."""


def replace(path: Path, old: bytes, new: bytes) -> None:
    """Put `new` in the place of `old`, if that is still what the file holds.

    Raises:
        NotWritten: the file is no regular file, is read-only or has changed since it was read.

    """
    target = path.resolve()
    if not target.is_file():
        raise NotWritten("this is not a regular file")
    if not os.access(target, os.W_OK):
        raise NotWritten("the file is read-only")
    if target.read_bytes() != old:
        raise NotWritten("the file has changed since it was read")
    write(path, new)


def write(path: Path, data: bytes) -> None:
    """Write a file in one step, through links, keeping its mode."""
    target = path.resolve()
    mode = stat.S_IMODE(target.stat().st_mode) if target.exists() else 0o666 & ~_umask()
    handle, draft = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        Path(draft).chmod(mode)
        Path(draft).replace(target)
    except BaseException:
        Path(draft).unlink(missing_ok=True)
        raise


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
