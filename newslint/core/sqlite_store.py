"""What earlier runs found out, kept in a database by keys.

SQLite holds it, so that several newslints can read and write at once. A database that is damaged is made
anew, an entry that its checksum does not fit counts as missing, a database that cannot be written does no
harm, and when it has grown too large, what was kept longest ago is forgotten.
"""

from __future__ import annotations

import os
import sqlite3
import time
from collections.abc import Iterable, Sequence
from contextlib import closing, suppress
from pathlib import Path
from typing import Any

from newslint.core.cache_files import FILE_MODE, is_own, is_private, sealed, unsealed

KEPT = 0.8
"""How much of the largest size is left when old things are forgotten."""
TOGETHER = 500
"""Keys that are asked for at once; SQLite may be built for no more than 999."""
PATIENCE = 5.0
"""Seconds to wait for another newslint that is writing."""

TABLE = """
CREATE TABLE IF NOT EXISTS results (
  key BLOB PRIMARY KEY, report BLOB NOT NULL, time INTEGER NOT NULL
) WITHOUT ROWID
"""


class SqliteStore:
    """What earlier runs kept by their keys, and what this run keeps on its way there, `lot` at a time."""

    def __init__(self, file: Path | None, largest: int, lot: int) -> None:
        """Open the database, or do without; `largest` is in bytes."""
        self._largest, self._lot = largest, lot
        self._new: dict[bytes, bytes] = {}
        self._connection = _opened(file) if file else None

    def find(self, key: bytes) -> bytes | None:
        """What was kept by a key."""
        return next((data for _, data in self.found((key,))), None)

    def found(self, keys: Sequence[bytes]) -> Iterable[tuple[bytes, bytes]]:
        """Those of some keys by which something was kept, each with that."""
        for start in range(0, len(keys), TOGETHER):
            asked = keys[start : start + TOGETHER]
            marks = ", ".join("?" * len(asked))
            question = f"SELECT key, report FROM results WHERE key IN ({marks})"  # noqa: S608 - marks alone
            for key, kept in self._asked(question, asked):
                data = unsealed(key, kept) if isinstance(kept, bytes) else None
                if data is not None:
                    yield key, data

    def keep(self, key: bytes, data: bytes) -> None:
        """Remember something for later runs."""
        self._new[key] = data
        if len(self._new) >= self._lot:
            self._write()

    def close(self) -> None:
        """Write what is left, and forget what is too much."""
        self._write()
        if self._connection is not None:
            with suppress(sqlite3.Error):
                self._trim(self._connection)
                self._connection.close()
            self._connection = None

    def size(self) -> tuple[int, int]:
        """How many things there are, and how many bytes they take."""
        question = "SELECT count(*), coalesce(sum(length(report)), 0) FROM results"
        return next(((count, size) for count, size in self._asked(question)), (0, 0))

    def _write(self) -> None:
        rows = [(key, sealed(key, data), int(time.time())) for key, data in self._new.items()]
        self._new.clear()
        if rows and self._connection is not None:
            with suppress(sqlite3.Error), self._connection as writing:
                writing.executemany("INSERT OR REPLACE INTO results VALUES (?, ?, ?)", rows)

    def _trim(self, connection: sqlite3.Connection) -> None:
        """Delete the oldest reports of a database that has grown too large."""
        taken = _pages(connection) * _one(connection, "PRAGMA page_size")
        if taken <= self._largest:
            return
        total = left = _one(connection, "SELECT coalesce(sum(length(report)), 0) FROM results")
        wanted = total * KEPT * self._largest / taken
        for key, size in connection.execute(
            "SELECT key, length(report) FROM results ORDER BY time"
        ).fetchall():
            if left <= wanted:
                break
            connection.execute("DELETE FROM results WHERE key = ?", (key,))
            left -= size
        connection.commit()
        connection.execute("VACUUM")

    def _asked(self, question: str, about: Sequence[bytes] = ()) -> Iterable[Sequence[Any]]:
        if self._connection is None:
            return ()
        try:
            return self._connection.execute(question, about).fetchall()
        except sqlite3.Error:
            self._connection = None
            return ()


def _opened(file: Path, *, anew: bool = False) -> sqlite3.Connection | None:
    """Connect to a database, made if missing; None if that fails."""
    try:
        if anew:
            clear(file)
        if not is_private(file.parent) or not _is_private(file):
            return None
        connection = sqlite3.connect(file, timeout=PATIENCE)
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = NORMAL")
        connection.execute(TABLE)
    except (sqlite3.OperationalError, OSError):  # it cannot be written, or is in use
        return None
    except sqlite3.DatabaseError:
        return None if anew else _opened(file, anew=True)
    return connection


def _is_private(file: Path) -> bool:
    """Make a database if missing; whether only its user can write there.

    Raises:
        OSError: it cannot be made.

    """
    for part in filter(Path.exists, _parts(file)):
        if not is_own(part.stat()):
            return False
        part.chmod(FILE_MODE)
    if not file.exists():
        os.close(os.open(file, os.O_CREAT | os.O_WRONLY, FILE_MODE))  # SQLite would let others read it
    return True


def _parts(file: Path) -> list[Path]:
    """The files that a database is made of."""
    return [Path(f"{file}{end}") for end in ("", "-wal", "-shm")]


def clear(file: Path) -> None:
    """Forget everything.

    Raises:
        OSError: it cannot be deleted.

    """
    for part in _parts(file):
        part.unlink(missing_ok=True)


def _pages(connection: sqlite3.Connection) -> int:
    return _one(connection, "PRAGMA page_count") - _one(connection, "PRAGMA freelist_count")


def _one(connection: sqlite3.Connection, question: str) -> int:
    with closing(connection.execute(question)) as answer:
        return int(answer.fetchone()[0])
