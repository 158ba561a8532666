"""Tables of lines that a site repeats around its articles."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from msgspec import Struct

from newslint.core.atomic_write import write
from newslint.core.bounded import read_at_most
from newslint.core.errors import ConfigError
from newslint.text.page_lines import normalise

LARGEST = 64_000_000
"""Maximum bytes of a table."""
PLACES = ("head", "tail", "any")
"""Where a line may be: before the article, after it, or anywhere."""


class TableLine(Struct, frozen=True):
    """A recurring line: its text with # for numbers, and its occurrences."""

    text: str
    place: str
    count: int
    examples: tuple[str, ...]


def read_lines(file: Path) -> tuple[tuple[str, str], ...]:
    """The lines of a table, with their places.

    Raises:
        ConfigError: the file cannot be read, is too large or not UTF-8, or a row lacks a place.

    """
    try:
        rows = read_at_most(file, LARGEST).decode("utf-8-sig").splitlines()
    except OSError as error:
        raise ConfigError(f"{file}: {error.strerror}") from None
    except UnicodeDecodeError:
        raise ConfigError(f"{file}: not a table in UTF-8") from None
    return tuple(
        _row(file, number, row) for number, row in enumerate(rows, 1) if row and not row.startswith("##")
    )


def _row(file: Path, number: int, row: str) -> tuple[str, str]:
    place, _, text = row.partition("\t")
    if place not in PLACES or not text.strip():
        raise ConfigError(f"{file}: line {number}: write head, tail or any, a tab, and the line")
    return normalise(text), place


def write_lines(file: Path, lines: Iterable[TableLine]) -> int:
    """Add lines to a table; return the number of new ones.

    Raises:
        ConfigError: the file is not such a table.
        OSError: the file cannot be written.

    """
    old = file.read_text("utf-8") if file.exists() else ""
    known = {text for text, _ in read_lines(file)} if old else set()
    rows = [f"{line.place}\t{line.text}\n" for line in lines if line.text not in known]
    if rows:
        write(file, (old + ("" if old.endswith("\n") or not old else "\n") + "".join(rows)).encode())
    return len(rows)
