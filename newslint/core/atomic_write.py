"""Writing files so that nothing is ever half written, and nothing but their text changes."""

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
"""Extended attributes without which a file is not written; the system may own others."""

Version = tuple[int, int, int, int]
"""What changes when somebody else writes a file: device, inode, size and time of the last change."""


class NotWritten(OSError):
    """A file was left as it was, for the reason that the message gives."""


def replace(path: Path, old: bytes, new: bytes) -> None:
    """Put `new` in the place of `old`, if that is still what the file holds.

    Raises:
        NotWritten: the file cannot be replaced or has changed since it was read.

    """
    _write(AtomicWriter(path), new, lambda file: file.read_bytes() == old)


def write(path: Path, data: bytes) -> None:
    """Write a file in one step, through links; it need not exist.

    Raises:
        NotWritten: the file exists and cannot be replaced.

    """
    _write(AtomicWriter(path, missing_ok=True), data)


def version_of(file: Path | int) -> Version:
    """The version that a file, by its path or open, has now."""
    now = os.stat(file)  # noqa: PTH116 - it may be open
    return now.st_dev, now.st_ino, now.st_size, now.st_mtime_ns


class AtomicWriter:
    """A new version of a file, written bit by bit beside it.

    It keeps the owner, group, mode and extended attributes of the file. A bit that lets a file run as its
    owner or group is dropped where those cannot be kept.

    Raises:
        NotWritten: the file is no regular file, is read-only or has other hard links.

    """

    def __init__(self, path: Path, version: Version | None = None, *, missing_ok: bool = False) -> None:
        """Begin; `version` is that of the file when it was read, that of now by default."""
        self.target = Path(os.path.realpath(path))
        self.is_new = missing_ok and not self.target.exists()
        if not self.is_new:
            _require_replaceable(self.target)
            self.version = version or version_of(self.target)
        self.path, self.file = drafts.create(self.target)
        self.size = 0

    def write(self, data: bytes) -> None:
        """Go on with new bytes."""
        self.size += len(data)
        self.file.write(data)

    def copy(self, start: int, end: int) -> None:
        """Go on with bytes of the file as it is."""
        with self.target.open("rb") as old:
            old.seek(start)
            while start < end:
                data = old.read(min(end - start, CHUNK))
                if not data:
                    raise NotWritten(CHANGED)
                self.write(data)
                start += len(data)

    def commit(self, is_same: Callable[[Path], bool] | None = None) -> None:
        """Take the place of the file, if that is still the one that was read.

        `is_same` may look closer than at the version. The file keeps a second name until it has been compared
        once more, because another process may write to it at any moment.

        Raises:
            NotWritten: the file has changed, the draft is incomplete or an attribute cannot be kept.

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
        """Leave nothing behind."""
        with suppress(OSError):  # what could not be written cannot be now
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
        raise NotWritten("this is not a regular file")
    if not os.access(file, os.W_OK):
        raise NotWritten("the file is read-only")
    links = file.stat().st_nlink
    if links > 1:
        raise NotWritten(f"it has {links} hard links, and the others would keep the old text")


def _keep_metadata(file: Path, draft: Path) -> None:
    """Give a draft the owner, group, mode and extended attributes of a file."""
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
                raise NotWritten(f"its attribute {name} cannot be kept: {error.strerror}") from None


def _chown(file: Path, owner: int, group: int) -> bool:
    """Whether a file has been given an owner or a group, where files have them."""
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
