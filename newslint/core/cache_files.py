"""Files with checksums in the user's cache folder.

`NEWSLINT_CACHE_DIR` moves it. A folder that others own or may write to is not used, nor are such files in
it: whoever can write there could have newslint say that damaged copy is sound.
"""

from __future__ import annotations

import os
import stat
import sys
from contextlib import suppress
from functools import cache
from hashlib import blake2b
from pathlib import Path

FOLDER_MODE, FILE_MODE = 0o700, 0o600
WRITABLE_BY_OTHERS = stat.S_IWGRP | stat.S_IWOTH
CHECKSUM = 16
"""Bytes before what is kept."""


class NoCache(OSError):
    """There is no place for a cache; the text says why."""


def folder() -> Path:
    """Where all that is kept lies.

    Raises:
        NoCache: the user has no home.

    """
    if named := os.environ.get("NEWSLINT_CACHE_DIR"):
        return Path(named)
    try:
        place = _usual()
    except RuntimeError:  # no HOME, and nobody knows the user
        place = Path()
    if not place.is_absolute():  # HOME is empty: the cache would lie in the tree that is checked
        raise NoCache("there is no home folder; NEWSLINT_CACHE_DIR names a place for the cache")
    return place


def _usual() -> Path:
    if sys.platform == "linux":  # as platformdirs says, without the time that it takes to import
        named = os.environ.get("XDG_CACHE_HOME", "")
        return (Path(named) if Path(named).is_absolute() else Path.home() / ".cache") / "newslint"
    from platformdirs import user_cache_path

    return user_cache_path("newslint")


def usable_folder() -> Path | None:
    """The folder, made if missing; None if it cannot be used."""
    try:
        place = folder()
    except NoCache as error:
        _log_once(str(error))
        return None
    return place if is_private(place) else None


@cache
def is_private(place: Path) -> bool:
    """Make a folder if missing; whether only its user can write there."""
    try:
        place.mkdir(FOLDER_MODE, parents=True, exist_ok=True)
        found = place.stat()
        os.scandir(f"{place}/.").close()  # it can be read, and entered
    except OSError as error:
        _log_once(f"{place}: {error.strerror}")
        return False
    if not is_own(found):
        why = "others may write to it" if _is_users(found) else "it belongs to somebody else"
        _log_once(f"{place}: {why}")
        return False
    return True


def is_own(found: os.stat_result) -> bool:
    """Whether a file or folder is writable by nobody but its user."""
    return _is_users(found) and not found.st_mode & WRITABLE_BY_OTHERS


def _is_users(found: os.stat_result) -> bool:
    return not hasattr(os, "geteuid") or found.st_uid == os.geteuid()


@cache
def _log_once(why: str) -> None:
    """Log why there is no cache, by default on stderr."""
    import logging

    logging.getLogger("newslint").warning("newslint: no cache: %s", repr(why)[1:-1])


def read(file: Path, key: bytes) -> bytes | None:
    """The data in a file; None if it is missing, foreign or damaged."""
    with suppress(OSError), file.open("rb") as opened:
        if is_own(os.fstat(opened.fileno())):
            return unsealed(key, opened.read())
    return None


def write(file: Path, key: bytes, data: bytes) -> None:
    """Write data to a file, whole or not at all.

    Raises:
        OSError: the file cannot be written.

    """
    _sweep(file.parent)
    draft = file.with_name(f"{file.name}.{os.getpid()}.draft")
    try:
        with open(draft, "wb", opener=_private) as opened:
            opened.write(sealed(key, data))
        draft.replace(file)
    except OSError:
        draft.unlink(missing_ok=True)
        raise


def _private(path: str, flags: int) -> int:
    return os.open(path, flags, FILE_MODE)


def _sweep(place: Path) -> None:
    """Remove what processes left that were killed while they wrote."""
    for draft in place.glob("*.draft"):
        process = draft.name.split(".")[-2]
        if process.isdecimal() and not _is_alive(int(process)):
            with suppress(OSError):
                draft.unlink()


def _is_alive(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True


def sealed(key: bytes, data: bytes) -> bytes:
    """Data behind a checksum of the key and the data."""
    return _checksum(key, data) + data


def unsealed(key: bytes, kept: bytes) -> bytes | None:
    """The data, or None if they are damaged or another key's."""
    data = kept[CHECKSUM:]
    return data if kept[:CHECKSUM] == _checksum(key, data) else None


def _checksum(key: bytes, data: bytes) -> bytes:
    digest = blake2b(b"%d " % len(key) + key, digest_size=CHECKSUM)
    digest.update(data)
    return digest.digest()
