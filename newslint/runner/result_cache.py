"""Reports of earlier runs, by a key of all that determines them.

The key of a file or chunk is a hash of its bytes, the rules with their options and code, all other
configuration, and the versions of newslint and the packages that parse files. Only checks are cached, never
fixes or failures.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from contextlib import suppress
from functools import cache
from hashlib import blake2b
from pathlib import Path

import msgspec
from msgspec.structs import replace

from newslint._version import __version__
from newslint.core.cache_files import SqliteStore, usable_folder
from newslint.core.errors import ParseError
from newslint.core.report import FileReport
from newslint.core.user_folders import cache_folder
from newslint.linter.linter import Linter
from newslint.rules.metadata import version_of
from newslint.rules.selection import find
from newslint.runner.discovery import STDIN
from newslint.runner.file_linter import FileLinter
from newslint.runner.reading import FileTask
from newslint.runner.task_queue import Entry

MAX_BYTES = 256_000_000
"""Maximum size of the database; beyond it, the oldest reports are deleted."""
BATCH = 500
"""Reports that are written together."""
DECIDING = ("ftfy", "libcst", "pyromark", "PyYAML", "regex", "sentencex")
"""Packages whose next version may parse a text differently."""


class ResultCache:
    """The reports of earlier runs, and new ones to be stored."""

    def __init__(self, linter: FileLinter) -> None:
        """Open the user's database, or do without."""
        self._linter = linter
        self._store = SqliteStore(database() if usable_folder() else None, MAX_BYTES, BATCH)
        self._prefixes: dict[tuple[object, ...], blake2b | None] = {}

    def look_up(self, tasks: Iterable[FileTask]) -> list[Entry]:
        """The tasks, each with its report from an earlier run, if any."""
        entries = [self._read(task) for task in tasks]
        kept = self._store.get_many([entry.key for entry in entries if entry.key])
        return [self._complete(entry, kept[entry.key]) if entry.key in kept else entry for entry in entries]

    def put(self, key: bytes, report: FileReport) -> None:
        """Keep a report for later runs, unless the check failed."""
        if report.error is None:
            with suppress(UnicodeEncodeError, TypeError, OverflowError):  # half a character has no bytes
                self._store.put(key, msgspec.msgpack.encode(replace(report, path="", before="", after="")))

    def close(self) -> None:
        """Write the remaining reports, and delete the oldest if too many."""
        self._store.close()

    def _read(self, task: FileTask) -> Entry:
        """A task, with bytes and key if its report may be kept."""
        if self._linter.level is not None or task.target.error or task.target.path == STDIN:
            return Entry(task)
        prefix = self._prefix(self._linter.name_of(task.target), named=task.target.named)
        if prefix is None:
            return Entry(task)
        digest = prefix.copy()
        with suppress(OSError, ParseError):
            data = self._linter.read(task)
            if task.chunk:
                head = task.chunk.head
                place = task.chunk.first_line, task.chunk.is_last, len(head), head
                digest.update(b"%d %d %d %b" % place)
            digest.update(data)
            return Entry(replace(task, data=data), digest.digest())
        return Entry(task)

    def _prefix(self, path: str, *, named: bool) -> blake2b | None:
        """A hash of all that determines a report except the bytes."""
        linter = self._linter.workspace.linter_of(path)
        config = self._linter.workspace.project_with(path).config
        suffix = os.path.splitext(path)[1]  # noqa: PTH122 - a tenth of the time for ten thousand files
        about = suffix, named, config.encoding, config.cache
        key = id(linter), *about  # the workspace keeps the linter
        if key not in self._prefixes:
            applies = fingerprint(linter) if config.cache else None
            self._prefixes[key] = None
            if applies is not None:
                start = b"%d %b %b" % (len(applies), applies, repr(about).encode())
                self._prefixes[key] = blake2b(start, digest_size=20)
        return self._prefixes[key]

    def _complete(self, entry: Entry, data: bytes) -> Entry:
        """A task with its report, completed with path and text."""
        try:
            report = msgspec.msgpack.decode(data, type=FileReport)
        except (msgspec.DecodeError, TypeError, ValueError):  # of another version
            return entry
        task = entry.task
        text = self._linter.source(task).text if report.diagnostics or task.chunk else ""
        report = replace(report, path=self._linter.name_of(task.target), before=text, after=text)
        return replace(entry, report=report)


def database() -> Path:
    """The path of the database; reports of other versions have other keys."""
    return cache_folder() / "results.sqlite"


def fingerprint(linter: Linter) -> bytes | None:
    """A fingerprint of all that applies to a text; None if unknown."""
    engine = linter.engine.fingerprint if linter.engine else b""
    if engine is None:
        return None
    options, suppressions = linter.parse_options, linter.suppressions
    packages = sorted({find(selected.info.name).package for selected in linter.rules})
    return repr(
        (
            _versions(),
            [version_of(package) for package in packages],
            [(selected.info.name, selected.info.safety, selected.options) for selected in linter.rules],
            linter.format.name,
            options.continued_quotes,
            sorted(options.front_matter),
            sorted(options.fields.items()),
            sorted(options.elements.items()),
            sorted(suppressions.accept),
            suppressions.ignores,
            suppressions.report_unused,
            linter.max_false_positives,
            engine,
        )
    ).encode()


@cache
def _versions() -> tuple[str, ...]:
    from importlib.metadata import PackageNotFoundError, version

    versions = [__version__, sys.version]
    for package in DECIDING:
        with suppress(PackageNotFoundError):
            versions.append(f"{package} {version(package)}")
    return tuple(versions)
