"""Rows of data sets, and the batches in which they are handed to processes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from msgspec import Struct

if TYPE_CHECKING:
    from newslint.corpus.files.row_file import RowFile


class CorpusRow(Struct, frozen=True):
    """A row: its text and its other columns; `error` if it cannot be read."""

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
