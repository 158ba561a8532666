"""Rows of data sets, and batches of them for processes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from msgspec import Struct

if TYPE_CHECKING:
    from newslint.corpus.files.row_file import RowFile


class CorpusRow(Struct, frozen=True):
    """A row: its text and other columns; `error` if unreadable."""

    id: str
    text: object = None
    source: str = ""
    language: str = ""
    original: object = None
    """What the text is compared with, if anything."""
    error: str = ""


class RowBatch(Struct, frozen=True):
    """Some consecutive rows of a file, as the file writes them.

    `end` is the position in the file after them, from which it can be read on; `size` are their bytes.
    """

    file: RowFile
    first_row: int
    data: Any
    rows: int
    end: int
    size: int
