"""Replaces files atomically, and preserves their metadata."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from newslint.core import drafts

CHUNK = 1 << 20
CHANGED = "the file has changed since it was read"
KEPT_ATTRIBUTES = ("user.", "system.posix_acl_")
"""Extended attributes that must be preserved; others may belong to the system."""

Version = tuple[int, int, int, int]
"""Device, inode, size and modification time, which change when a file is written."""


class NotWritten(OSError):
    """A file was not changed; the message says why."""


def replace(path: Path, old: bytes, new: bytes) -> None:
    """Replace `old` with `new`, if the file still contains `old`.

    Raises:
        NotWritten: the file cannot be replaced or has changed since it was read.

    """
    _write(AtomicWriter(path), new, lambda file: file.read_bytes() == old)


def write(path: Path, data: bytes) -> None:
    """Write a file atomically, through links; it need not exist.

    Raises:
        NotWritten: the file exists and cannot be replaced.

    """
    _write(AtomicWriter(path, missing_ok=True), data)


def version_of(file: Path | int) -> Version:
    """The current version of a file, by path or descriptor."""
    now = os.stat(file)  # noqa: PTH116 - it may be a descriptor
    return now.st_dev, now.st_ino, now.st_size, now.st_mtime_ns


class AtomicWriter:
    """A new version of a file, written piece by piece beside it.

    It preserves the owner, group, mode and extended attributes of the file. A set-user-ID or set-group-ID
    bit is dropped if the owner or group cannot be preserved.

    Raises:
        NotWritten: the file is not a regular file, is read-only or has other hard links.

    """

    def __init__(
        self,
        path: Path,
        version: Version | None = None,
        *,
        missing_ok: bool = False,
        source: Path | None = None,
    ) -> None:
        """Begin; `version` is the file's when read, by default the current one.

        `source` is the file that `copy` reads, by default the one that is replaced.
        """
        self.target = Path(os.path.realpath(path))
        self.is_new = missing_ok and not self.target.exists()
        if not self.is_new:
            _require_replaceable(self.target)
            self.version = version or version_of(self.target)
        self.source = source or self.target
        self.path, self.file = drafts.create(self.target)
        self.size = 0

    def write(self, data: bytes) -> None:
        """Append new bytes."""
        self.size += len(data)
        self.file.write(data)

    def copy(self, start: int, end: int) -> None:
        """Append bytes of the existing file."""
        with self.source.open("rb") as old:
            old.seek(start)
            while start < end:
                data = old.read(min(end - start, CHUNK))
                if not data:
                    raise NotWritten(CHANGED)
                self.write(data)
                start += len(data)

    def commit(self, is_same: Callable[[Path], bool] | None = None) -> None:
        """Replace the file, if it is still the version that was read.

        `is_same` may compare more than the version. The old file keeps a second name until it has been
        compared again, because another process may write to it at any moment.

        Raises:
            NotWritten: the file has changed, the draft is incomplete or an attribute cannot be preserved.

        """
        self.file.flush()
        os.fsync(self.file.fileno())
        if os.fstat(self.file.fileno()).st_size != self.size:
            raise NotWritten("an earlier write failed")
        self.file.close()
        if self.is_new:
            self.path.chmod(0o666 & ~_umask())
            self.path.replace(self.target)
            return
        _keep_metadata(self.target, self.path)
        self._require_same(self.target, is_same)
        second = drafts.link(self.target, self.path)
        try:
            self.path.replace(self.target)
            if second:
                try:
                    self._require_same(second, is_same)
                except NotWritten:
                    second.replace(self.target)
                    raise
        finally:
            if second:
                second.unlink(missing_ok=True)

    def discard(self) -> None:
        """Delete the draft."""
        with suppress(OSError):  # the earlier error matters more
            self.file.close()
        self.path.unlink(missing_ok=True)

    def _require_same(self, file: Path, is_same: Callable[[Path], bool] | None) -> None:
        if version_of(file) != self.version or not (is_same is None or is_same(file)):
            raise NotWritten(CHANGED)


def _write(draft: AtomicWriter, data: bytes, is_same: Callable[[Path], bool] | None = None) -> None:
    try:
        draft.write(data)
        draft.commit(is_same)
    finally:
        draft.discard()


def _require_replaceable(file: Path) -> None:
    if not file.is_file():
        raise NotWritten("not a regular file")
    if not os.access(file, os.W_OK):
        raise NotWritten("the file is read-only")
    links = file.stat().st_nlink
    if links > 1:
        raise NotWritten(f"the file has {links} hard links; the others would keep the old text")


def _keep_metadata(file: Path, draft: Path) -> None:
    """Copy owner, group, mode and extended attributes to a draft."""
    about = file.stat()
    mode = stat.S_IMODE(about.st_mode)
    if not _chown(draft, -1, about.st_gid):
        mode &= ~stat.S_ISGID
    if not _chown(draft, about.st_uid, -1):
        mode &= ~stat.S_ISUID
    draft.chmod(mode)
    for name in os.listxattr(file) if sys.platform == "linux" else ():
        try:
            os.setxattr(draft, name, os.getxattr(file, name))
        except OSError as error:
            if name.startswith(KEPT_ATTRIBUTES):
                raise NotWritten(f"its attribute {name} cannot be preserved: {error.strerror}") from None


def _chown(file: Path, owner: int, group: int) -> bool:
    """Set the owner or group of a file; return whether that worked."""
    try:
        if sys.platform != "win32":
            os.chown(file, owner, group)
    except PermissionError:
        return False
    return True


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
