"""Tables of the lines that a site repeats around its articles."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from newslint.core.atomic_write import write
from newslint.core.bounded import read_at_most
from newslint.core.errors import ConfigError
from newslint.text.page_lines import folded

LARGEST = 64_000_000
"""Bytes of a table."""
PLACES = ("head", "tail", "any")


@dataclass(frozen=True, slots=True)
class TableLine:
    """A line that recurs: with # for every number, where it stands, in how many articles, and examples."""

    text: str
    place: str
    count: int
    examples: tuple[str, ...]


def read_lines(file: Path) -> tuple[tuple[str, str], ...]:
    """The lines of a table and where each stands; a row with ## is a comment.

    Raises:
        ConfigError: the file cannot be read, is too large or no UTF-8, or a row names no place.

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
    return folded(text), place


def write_lines(file: Path, lines: Iterable[TableLine]) -> int:
    """Add lines to a table, and return how many were new.

    Raises:
        ConfigError: the file is no such table.
        OSError: it cannot be written.

    """
    old = file.read_text("utf-8") if file.exists() else ""
    known = {text for text, _ in read_lines(file)} if old else set()
    rows = [f"{line.place}\t{line.text}\n" for line in lines if line.text not in known]
    if rows:
        write(file, (old + ("" if old.endswith("\n") or not old else "\n") + "".join(rows)).encode())
    return len(rows)
