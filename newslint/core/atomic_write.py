"""Writing files so that nothing is ever half written."""

from __future__ import annotations

import os
import stat
import tempfile
from pathlib import Path

CHUNK = 1 << 20


class NotWritten(OSError):
    """A file was left as it was, for the reason that the message gives."""


def replace(path: Path, old: bytes, new: bytes) -> None:
    """Put `new` in the place of `old`, if that is still what the file holds.

    Raises:
        NotWritten: the file is no regular file, is read-only or has changed since it was read.

    """
    target = _writable(path)
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


class AtomicWriter:
    """A new version of a file, written bit by bit beside it.

    Raises:
        NotWritten: the file is no regular file or is read-only.

    """

    def __init__(self, path: Path) -> None:
        self.target = _writable(path)
        self.seen = _identity(self.target)
        handle, self.path = tempfile.mkstemp(dir=self.target.parent, prefix=f".{self.target.name}.")
        self.file = os.fdopen(handle, "wb")

    def write(self, data: bytes) -> None:
        """Go on with new bytes."""
        self.file.write(data)

    def copy(self, start: int, end: int) -> None:
        """Go on with bytes of the file as it is."""
        with self.target.open("rb") as old:
            old.seek(start)
            while start < end:
                data = old.read(min(end - start, CHUNK))
                if not data:
                    raise NotWritten("the file has changed since it was read")
                self.file.write(data)
                start += len(data)

    def commit(self) -> None:
        """Take the place of the file, if that is still the one that was read.

        Raises:
            NotWritten: the file has changed.

        """
        self.file.flush()
        os.fsync(self.file.fileno())
        if _identity(self.target) != self.seen:
            raise NotWritten("the file has changed since it was read")
        Path(self.path).chmod(stat.S_IMODE(self.target.stat().st_mode))
        Path(self.path).replace(self.target)

    def discard(self) -> None:
        """Leave nothing behind."""
        self.file.close()
        Path(self.path).unlink(missing_ok=True)


def _writable(path: Path) -> Path:
    target = path.resolve()
    if not target.is_file():
        raise NotWritten("this is not a regular file")
    if not os.access(target, os.W_OK):
        raise NotWritten("the file is read-only")
    return target


def _identity(path: Path) -> tuple[int, int, int]:
    """What changes when somebody else writes a file."""
    now = path.stat()
    return now.st_ino, now.st_size, now.st_mtime_ns


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
