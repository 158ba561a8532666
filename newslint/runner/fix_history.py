"""The history of fixes, which lets a person undo them.

For each file that a run has changed it holds the bytes that were replaced, and hashes of the file before and
after. It is a database in the user's data folder that only the user can read, and of limited size: the oldest
entries go first.
"""

from __future__ import annotations

import os
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from newslint.core.cache_files import FILE_MODE, require_private
from newslint.core.user_folders import data_folder
from newslint.runner.byte_patch import OldBytes

if TYPE_CHECKING:
    from sqlite3 import Connection

T = TypeVar("T")
FILE = "history.sqlite"
MAX_BYTES = 200_000_000
"""Maximum size of all replaced bytes, packed."""
MAX_FILE_BYTES = 50_000_000
"""Maximum size of the replaced bytes of a file; more cannot be undone."""
LOCK_SECONDS = 5.0
TABLES = """
PRAGMA auto_vacuum = INCREMENTAL;
PRAGMA journal_mode = WAL;
PRAGMA synchronous = NORMAL;
PRAGMA secure_delete = ON;
CREATE TABLE IF NOT EXISTS runs (
  number INTEGER PRIMARY KEY AUTOINCREMENT, key TEXT NOT NULL UNIQUE, time REAL NOT NULL,
  folder BLOB NOT NULL, dropped INTEGER NOT NULL DEFAULT 0
);
CREATE TABLE IF NOT EXISTS changes (
  number INTEGER PRIMARY KEY AUTOINCREMENT, run INTEGER NOT NULL REFERENCES runs, path BLOB NOT NULL,
  before TEXT NOT NULL, after TEXT NOT NULL, rules TEXT NOT NULL, old BLOB NOT NULL,
  undone INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX IF NOT EXISTS changes_of_run ON changes (run);
CREATE INDEX IF NOT EXISTS changes_of_path ON changes (path);
"""


class HistoryError(Exception):
    """The history cannot be used; the message says why."""


class FixRun(Struct, frozen=True):
    """A run that fixes files: its key, when it began, and where."""

    key: str
    time: float
    folder: str

    @classmethod
    def begin(cls) -> FixRun:
        """The run of this process."""
        return cls(f"{time.time_ns()}-{os.getpid()}", time.time(), str(Path.cwd()))


class FileChange(Struct, frozen=True):
    """The change of a file: hashes, replaced bytes, and fixes by rule."""

    path: Path
    before: str
    after: str
    old: Sequence[OldBytes]
    rules: Counter[str]


class RecordedChange(Struct, frozen=True):
    """A change in the history, without the bytes, which `load` adds."""

    number: int
    change: FileChange
    is_undone: bool


class RecordedRun(Struct, frozen=True):
    """A run in the history; `dropped` counts changes no longer held."""

    number: int
    time: float
    folder: str
    dropped: int
    changes: tuple[RecordedChange, ...]


class FixHistory:
    """The history in a folder."""

    def __init__(self, folder: Path) -> None:
        """Open or create the history; a damaged one is put aside.

        Raises:
            HistoryError: it cannot be used.

        """
        self._file = folder / FILE
        self._added = 0
        try:
            require_private(folder)
            self._connection = self._open()
        except OSError as error:
            raise HistoryError(f"{folder}: {error.strerror or error}") from None

    def add(self, run: FixRun, change: FileChange) -> int:
        """Add a change, and return its number.

        Raises:
            HistoryError: it cannot be added.

        """
        old = msgspec.msgpack.encode(list(change.old))
        if len(old) > MAX_FILE_BYTES:
            raise HistoryError(f"{change.path}: too much was fixed for the history")

        def insert(connection: Connection) -> int:
            folder, path = (os.fsencode(name) for name in (run.folder, change.path))
            rules = msgspec.json.encode(change.rules).decode()
            with connection:
                connection.execute(
                    "INSERT OR IGNORE INTO runs (key, time, folder) VALUES (?, ?, ?)",
                    (run.key, run.time, folder),
                )
                row = connection.execute(
                    "INSERT INTO changes (run, path, before, after, rules, old)"
                    " SELECT number, ?, ?, ?, ?, ? FROM runs WHERE key = ?",
                    (path, change.before, change.after, rules, old, run.key),
                )
            return row.lastrowid or 0

        number = self._try(insert)
        self._added += len(old)
        if self._added > MAX_BYTES // 10:
            self.trim()
        return number

    def remove(self, number: int) -> None:
        """Remove a change that was not made after all."""
        self._try(lambda connection: _execute(connection, "DELETE FROM changes WHERE number = ?", number))

    def mark_undone(self, number: int) -> None:
        """Note that a change was undone."""
        self._try(
            lambda connection: _execute(
                connection, "UPDATE changes SET undone = 1, old = x'90' WHERE number = ?", number
            )
        )

    def load(self, recorded: RecordedChange) -> FileChange:
        """A change with the bytes that were replaced.

        Raises:
            HistoryError: they are damaged or missing.

        """
        query = "SELECT old FROM changes WHERE number = ?"
        row = self._try(lambda connection: connection.execute(query, (recorded.number,)).fetchone())
        try:
            return replace(recorded.change, old=msgspec.msgpack.decode(row[0], type=list[OldBytes]))
        except (ValueError, TypeError):
            raise HistoryError("the history is damaged") from None

    def runs(self) -> Iterator[RecordedRun]:
        """Yield the runs, the last first."""
        query = "SELECT number, time, folder, dropped FROM runs ORDER BY number DESC"
        for number, began, folder, dropped in self._try(lambda made: made.execute(query).fetchall()):
            changes = list(self._changes(number))
            sound = tuple(change for change in changes if change)
            lost = dropped + len(changes) - len(sound)
            if sound or lost:
                yield RecordedRun(number, began, os.fsdecode(folder), lost, sound)

    def trim(self, most: int | None = None) -> None:
        """Drop the oldest changes beyond a size, by default `MAX_BYTES`."""
        self._added = 0
        self._try(lambda connection: _trim(connection, MAX_BYTES if most is None else most))

    def clear(self) -> None:
        """Drop everything."""
        self._try(_clear)

    def close(self) -> None:
        """Close the database."""
        self._connection.close()

    def _changes(self, run: int) -> Iterator[RecordedChange | None]:
        """Yield the changes of a run, None for a damaged one."""
        query = "SELECT number, path, before, after, rules, undone FROM changes WHERE run = ? ORDER BY path"
        rows = self._try(lambda connection: connection.execute(query, (run,)).fetchall())
        for number, path, before, after, rules, undone in rows:
            try:
                counts = Counter(msgspec.json.decode(rules, type=dict[str, int]))
                change = FileChange(Path(os.fsdecode(path)), before, after, (), counts)
            except (ValueError, TypeError):
                yield None
            else:
                yield RecordedChange(number, change, bool(undone))

    def _try(self, action: Callable[[Connection], T]) -> T:
        """The result of an action, in a new database if necessary."""
        import sqlite3

        try:
            return action(self._connection)
        except sqlite3.OperationalError as error:
            raise HistoryError(f"{self._file}: {error}") from None
        except sqlite3.DatabaseError:
            try:
                self._connection = self._replace()
                return action(self._connection)
            except (sqlite3.Error, OSError) as error:
                raise HistoryError(f"{self._file}: {error}") from None

    def _open(self) -> Connection:
        import sqlite3

        try:
            return _connect(self._file)
        except sqlite3.OperationalError as error:
            raise HistoryError(f"{self._file}: {error}") from None
        except sqlite3.DatabaseError:
            return self._replace()

    def _replace(self) -> Connection:
        """A new database; the damaged one stays beside it."""
        self._file.replace(f"{self._file}.damaged")
        for end in ("-wal", "-shm"):
            Path(f"{self._file}{end}").unlink(missing_ok=True)
        return _connect(self._file)


def open_history() -> FixHistory:
    """The user's history, opened once a process.

    Raises:
        HistoryError: it cannot be used.

    """
    try:
        return _open_in(data_folder() / "history", os.getpid())
    except OSError as error:
        raise HistoryError(str(error)) from None


def keep_history_small() -> None:
    """Drop the oldest changes if the history is too large."""
    with suppress(OSError, HistoryError):
        if (data_folder() / "history" / FILE).stat().st_size > MAX_BYTES:
            open_history().trim()


@lru_cache(1)
def _open_in(folder: Path, process: int) -> FixHistory:  # noqa: ARG001 - connections are a process's own
    return FixHistory(folder)


def _connect(file: Path) -> Connection:
    import sqlite3

    os.close(os.open(file, os.O_CREAT | os.O_WRONLY, FILE_MODE))  # SQLite would let others read it
    file.chmod(FILE_MODE)
    connection = sqlite3.connect(file, timeout=LOCK_SECONDS, check_same_thread=False)
    connection.executescript(TABLES)
    return connection


def _execute(connection: Connection, query: str, *values: object) -> None:
    with connection:
        connection.execute(query, values)


def _trim(connection: Connection, most: int) -> None:
    rows: Iterable[tuple[int, int, int]] = connection.execute(
        "SELECT number, run, length(old) FROM changes ORDER BY number DESC"
    )
    size, dropped = 0, []
    for number, run, length in rows:
        size += length
        if size > most:
            dropped.append((number, run))
    with connection:
        connection.executemany("DELETE FROM changes WHERE number = ?", [(number,) for number, _ in dropped])
        connection.executemany(
            "UPDATE runs SET dropped = dropped + 1 WHERE number = ?", [(run,) for _, run in dropped]
        )
        connection.execute(
            "DELETE FROM runs WHERE number NOT IN (SELECT run FROM changes)"
            " AND number < (SELECT max(number) FROM runs)"
        )
    connection.execute("PRAGMA incremental_vacuum").fetchall()


def _clear(connection: Connection) -> None:
    with connection:
        connection.execute("DELETE FROM changes")
        connection.execute("DELETE FROM runs")
    connection.execute("PRAGMA incremental_vacuum").fetchall()
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
