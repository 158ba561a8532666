"""Files and databases with checksums in the user's cache folder.

`NEWSLINT_CACHE_DIR` moves it. A folder or file that others own or may write to is not used: they could
make newslint report that damaged copy is sound.
"""

from __future__ import annotations

import os
import stat
import time
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from functools import cache
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from newslint.core.user_folders import NoFolder, cache_folder

if TYPE_CHECKING:
    from sqlite3 import Connection

T = TypeVar("T")
FOLDER_MODE, FILE_MODE = 0o700, 0o600
WRITABLE_BY_OTHERS = stat.S_IWGRP | stat.S_IWOTH
CHECKSUM = 16
"""Bytes of the checksum before the data."""
MAX_KEYS = 500
"""Keys in one query; SQLite may be built for at most 999."""
LOCK_SECONDS = 5.0
"""How long to wait for another process that is writing."""
TRIMMED_SHARE = 0.8
"""The share of the maximum size that remains after eviction."""
TABLE = """
CREATE TABLE IF NOT EXISTS results (
  key BLOB PRIMARY KEY, report BLOB NOT NULL, time INTEGER NOT NULL
) WITHOUT ROWID
"""


def usable_folder() -> Path | None:
    """The folder, made if missing; None if it cannot be used."""
    try:
        place = cache_folder()
    except NoFolder as error:
        _log_once(str(error))
        return None
    return place if is_private(place) else None


@cache
def is_private(place: Path) -> bool:
    """Create a missing folder; return whether only its user can write there."""
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
    """Whether only the user can write to a file or folder."""
    return _is_users(found) and not found.st_mode & WRITABLE_BY_OTHERS


def _is_users(found: os.stat_result) -> bool:
    return not hasattr(os, "geteuid") or found.st_uid == os.geteuid()


def require_private(place: Path) -> None:
    """Create a folder if missing.

    Raises:
        OSError: it cannot be made, or others may write to it.

    """
    place.parent.mkdir(parents=True, exist_ok=True)
    place.mkdir(FOLDER_MODE, exist_ok=True)
    found = place.stat()
    if not is_own(found):
        raise OSError("others may write to it")
    if stat.S_IMODE(found.st_mode) != FOLDER_MODE:
        place.chmod(FOLDER_MODE)


@cache
def _log_once(why: str) -> None:
    """Log why there is no cache, by default on stderr."""
    import logging

    logging.getLogger("newslint").warning("newslint: no cache: %s", repr(why)[1:-1])


def read(file: Path, key: bytes) -> bytes | None:
    """The data in a file; None if missing, foreign or damaged."""
    with suppress(OSError), file.open("rb") as opened:
        if is_own(os.fstat(opened.fileno())):
            return unseal(key, opened.read())
    return None


def write(file: Path, key: bytes, data: bytes) -> None:
    """Write data to a file atomically.

    Raises:
        OSError: the file cannot be written.

    """
    _sweep(file.parent)
    draft = file.with_name(f"{file.name}.{os.getpid()}.draft")
    try:
        with open(draft, "wb", opener=_private) as opened:
            opened.write(seal(key, data))
        draft.replace(file)
    except OSError:
        draft.unlink(missing_ok=True)
        raise


def _private(path: str, flags: int) -> int:
    return os.open(path, flags, FILE_MODE)


def _sweep(place: Path) -> None:
    """Remove drafts of processes that were killed."""
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


def seal(key: bytes, data: bytes) -> bytes:
    """Data behind a checksum of the key and the data."""
    return _checksum(key, data) + data


def unseal(key: bytes, kept: bytes) -> bytes | None:
    """The data, or None if they are damaged or another key's."""
    data = kept[CHECKSUM:]
    return data if kept[:CHECKSUM] == _checksum(key, data) else None


def _checksum(key: bytes, data: bytes) -> bytes:
    digest = blake2b(b"%d " % len(key) + key, digest_size=CHECKSUM)
    digest.update(data)
    return digest.digest()


class SqliteStore:
    """A key-value store in a database, for several processes at once.

    A damaged database is replaced, and a value with a wrong checksum counts as missing. If the database
    cannot be used, the store stays empty.
    """

    def __init__(self, file: Path | None, max_bytes: int, batch: int = 1) -> None:
        """Open the database, if possible; values are written `batch` at a time."""
        self._max_bytes, self._batch = max_bytes, batch
        self._new: dict[bytes, bytes] = {}
        self._connection = _connect(file) if file else None

    def get_many(self, keys: Sequence[bytes]) -> dict[bytes, bytes]:
        """The values of those keys that are present."""
        found: dict[bytes, bytes] = {}
        for start in range(0, len(keys), MAX_KEYS):
            asked = keys[start : start + MAX_KEYS]
            marks = ", ".join("?" * len(asked))
            query = f"SELECT key, report FROM results WHERE key IN ({marks})"  # noqa: S608 - marks alone
            for key, kept in self._query(query, asked):
                data = unseal(key, kept) if isinstance(kept, bytes) else None
                if data is not None:
                    found[key] = data
        return found

    def put(self, key: bytes, data: bytes) -> None:
        """Store a value for later runs."""
        self._new[key] = data
        if len(self._new) >= self._batch:
            self._write()

    def close(self) -> None:
        """Write pending values, and delete the oldest beyond the size limit."""
        self._write()
        self._try(lambda connection: _trim(connection, self._max_bytes))
        self._try(lambda connection: connection.close())
        self._connection = None

    def size(self) -> tuple[int, int]:
        """The number of values, and their bytes."""
        rows = self._query("SELECT count(*), coalesce(sum(length(report)), 0) FROM results")
        return next(((count, size) for count, size in rows), (0, 0))

    def _write(self) -> None:
        rows = [(key, seal(key, data), int(time.time())) for key, data in self._new.items()]
        self._new.clear()
        if rows:
            self._try(lambda connection: _insert(connection, rows))

    def _query(self, query: str, values: Sequence[bytes] = ()) -> Iterable[Sequence[Any]]:
        return self._try(lambda connection: connection.execute(query, values).fetchall()) or ()

    def _try(self, action: Callable[[Connection], T]) -> T | None:
        """The result of an action; after a failure the database is abandoned."""
        if self._connection is None:
            return None
        import sqlite3

        try:
            return action(self._connection)
        except sqlite3.Error:
            self._connection = None
            return None


def _connect(file: Path, *, replace: bool = False) -> Connection | None:
    """Connect to a database, created if missing; None if that fails."""
    import sqlite3

    try:
        if replace:
            delete_database(file)
        if not is_private(file.parent) or not _is_private_database(file):
            return None
        connection = sqlite3.connect(file, timeout=LOCK_SECONDS)
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = NORMAL")
        connection.execute(TABLE)
    except (sqlite3.OperationalError, OSError):  # it cannot be written, or is in use
        return None
    except sqlite3.DatabaseError:
        return None if replace else _connect(file, replace=True)
    return connection


def _insert(connection: Connection, rows: Iterable[tuple[bytes, bytes, int]]) -> None:
    with connection:
        connection.executemany("INSERT OR REPLACE INTO results VALUES (?, ?, ?)", rows)


def _trim(connection: Connection, max_bytes: int) -> None:
    """Delete the oldest values of a database that is too large."""

    def number(query: str) -> int:
        return int(connection.execute(query).fetchall()[0][0])

    taken = (number("PRAGMA page_count") - number("PRAGMA freelist_count")) * number("PRAGMA page_size")
    if taken <= max_bytes:
        return
    total = left = number("SELECT coalesce(sum(length(report)), 0) FROM results")
    wanted = total * TRIMMED_SHARE * max_bytes / taken
    for key, size in connection.execute("SELECT key, length(report) FROM results ORDER BY time").fetchall():
        if left <= wanted:
            break
        connection.execute("DELETE FROM results WHERE key = ?", (key,))
        left -= size
    connection.commit()
    connection.execute("VACUUM")


def _is_private_database(file: Path) -> bool:
    """Create a database if missing; return whether only its user can write.

    Raises:
        OSError: it cannot be created.

    """
    for part in filter(Path.exists, _database_files(file)):
        if not is_own(part.stat()):
            return False
        part.chmod(FILE_MODE)
    if not file.exists():
        os.close(os.open(file, os.O_CREAT | os.O_WRONLY, FILE_MODE))  # SQLite would let others read it
    return True


def delete_database(file: Path) -> None:
    """Delete a database.

    Raises:
        OSError: it cannot be deleted.

    """
    for part in _database_files(file):
        part.unlink(missing_ok=True)


def _database_files(file: Path) -> list[Path]:
    return [Path(f"{file}{end}") for end in ("", "-wal", "-shm")]
