"""Word classes of English: reporting verbs, roles, titles, nations, currencies, acronyms.

Each class is a file in `classes/`: comments with the source, then an entry a line, its forms or columns
separated by commas. Each list is in one place; rules hold logic.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

Row = tuple[str, ...]
"""The cells of an entry; what they mean is in the comments of its file."""


@cache
def entries(name: str) -> tuple[Row, ...]:
    """Return the entries of a class, in the order of its file.

    Raises:
        FileNotFoundError: there is no such class.

    """
    text = (Path(__file__).with_name("classes") / f"{name}.txt").read_text("utf-8")
    lines = (line for line in text.splitlines() if line and not line.startswith("#"))
    return tuple(tuple(cell.strip() for cell in line.split(",")) for line in lines)


@cache
def words_of(*names: str) -> frozenset[str]:
    """Return all words of some classes, in every form."""
    return frozenset(word for name in names for row in entries(name) for word in row if word)


@cache
def column(name: str, index: int) -> frozenset[str]:
    """Return a column of a class, such as verbs' past tenses."""
    return frozenset(row[index] for row in entries(name) if len(row) > index and row[index])
