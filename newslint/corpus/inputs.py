"""Finds the data sets that a person names."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from importlib import import_module
from pathlib import Path

from msgspec import Struct

from newslint.core.errors import ParseError
from newslint.corpus.columns import Columns, NamedColumns
from newslint.corpus.files.compression import SUFFIXES as COMPRESSED
from newslint.corpus.files.compression import compression_of
from newslint.corpus.files.folder import TextFolder
from newslint.corpus.files.row_file import RowFile
from newslint.corpus.files.state import size_of

KINDS = {
    ".jsonl": "lines",
    ".ndjson": "lines",
    ".json": "lines",
    ".csv": "table",
    ".tsv": "table",
    ".parquet": "parquet",
    ".pq": "parquet",
}
"""The module that reads files of a suffix."""
TEXT = ".txt"


class NoInput(ValueError):
    """There is nothing to read; the message says why."""


class DataFile(Struct, frozen=True):
    """A file of rows, or folder of texts, and its output name."""

    path: str
    name: str
    size: int
    files: tuple[str, ...] = ()

    def open(self, named: NamedColumns) -> RowFile:
        """Find its columns.

        Raises:
            ParseError: it cannot be read as its name says, or has no such column.
            OSError: it cannot be read.
            MissingExtra: a package is not installed.

        """
        if self.files:
            return TextFolder(self.path, self.name, Columns(""), self.files)
        module = import_module(f"newslint.corpus.files.{KINDS[_suffix(self.path)]}")
        try:
            opened: RowFile = module.open_file(self.path, self.name, named)
        except EOFError as error:
            raise ParseError(f"the compressed data end too early: {error}") from None
        return opened


def find_inputs(paths: Sequence[str], out: Path, tell: Callable[[str], None]) -> list[DataFile]:
    """Find the data sets among files and folders, but not in `out`.

    Raises:
        NoInput: a path does not exist, or there is no data set.

    """
    found: list[DataFile] = []
    names: set[str] = set()
    for path in paths:
        for one in _inputs_of(path, out, tell):
            free = next(name for name in _names(one) if name not in names)
            names.add(free)
            found.append(DataFile(one.path, free, one.size, one.files))
    if not found:
        kinds = ", ".join([*KINDS, TEXT])
        raise NoInput(f"{', '.join(paths)}: no data set found; newslint reads {kinds}, compressed or not")
    return found


def _inputs_of(path: str, out: Path, tell: Callable[[str], None]) -> Iterator[DataFile]:
    base = Path(path)
    if base.is_file():
        if _suffix(path) == TEXT:
            yield DataFile(str(base.parent), base.stem, base.stat().st_size, (base.name,))
        elif _suffix(path) not in KINDS:
            raise NoInput(f"{path}: unknown suffix; newslint reads {', '.join([*KINDS, TEXT])}")
        else:
            yield DataFile(path, _stem(base.name), base.stat().st_size)
        return
    if not base.is_dir():
        raise NoInput(f"{path}: no such file or folder")
    yield from _inputs_in(base, out.resolve(), tell)


def _inputs_in(base: Path, out: Path, tell: Callable[[str], None]) -> Iterator[DataFile]:
    texts: list[str] = []
    skipped: Counter[str] = Counter()
    size = 0
    for file in _files(base, out, skipped):
        relative = file.relative_to(base).as_posix()
        suffix = _suffix(relative)
        if suffix == TEXT and not compression_of(relative):
            texts.append(relative)
            size += size_of(file)
        elif suffix not in KINDS:
            skipped["of another kind"] += 1
        elif file.exists() and not size_of(file):
            skipped["that is empty"] += 1
        else:
            yield DataFile(str(file), _stem(relative), size_of(file))
    if texts:
        yield DataFile(str(base), base.name or "texts", size, tuple(texts))
    for reason, count in skipped.items():
        tell(f"{base}: {count:,} {'file' if count == 1 else 'files'} {reason} skipped")


def _files(base: Path, out: Path, skipped: Counter[str]) -> Iterator[Path]:
    """Yield the files in a folder, except hidden, linked and output files."""
    inside = base.resolve()
    for folder, folders, files in os.walk(base):
        here = Path(folder)
        folders[:] = sorted(n for n in folders if not n.startswith(".") and (here / n).resolve() != out)
        for file in (here / name for name in sorted(files) if not name.startswith(".")):
            if file.is_symlink() and not file.resolve().is_relative_to(inside):
                skipped["that a link to outside leads to"] += 1
            else:
                yield file


def _names(one: DataFile) -> Iterator[str]:
    """Yield possible names for the output of a file, the best first."""
    yield one.name
    yield f"{one.name}{_suffix(one.path)}"
    number = 2
    while True:
        yield f"{one.name}-{number}"
        number += 1


def _suffix(path: str) -> str:
    """The suffix for the format, in lower case, without any compression's."""
    return os.path.splitext(path[: len(path) - len(compression_of(path))])[1].lower()  # noqa: PTH122


def _stem(name: str) -> str:
    """A relative path without suffixes."""
    for suffix in COMPRESSED:
        name = name.removesuffix(suffix)
    return os.path.splitext(name)[0]  # noqa: PTH122
