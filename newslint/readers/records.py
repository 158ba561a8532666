"""Files of one article a record: what is wrong in them is told by line, and how they are cut to be streamed."""

from __future__ import annotations

import codecs
import os
from collections.abc import Sequence
from typing import BinaryIO

from newslint.view import UnreadableProse

LONGEST_RECORD = 64 * 2**20
"""Bytes; a file whose records are longer is not what its name says."""
MOST_TOLD = 20
WIDE_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, codecs.BOM_UTF32_BE)


def told(wrong: Sequence[tuple[int, str]]) -> tuple[str, ...]:
    """What is wrong with records, each by its line; of many, the first."""
    errors = [f"line {line}: {what}" for line, what in wrong[:MOST_TOLD]]
    if len(wrong) > MOST_TOLD:
        errors.append(
            f"line {wrong[MOST_TOLD][0]}: wrong too, and {len(wrong) - MOST_TOLD - 1:,} more after it"
        )
    return tuple(errors)


def uncuttable(file: BinaryIO) -> bool:
    """Whether a line end cannot be told from other bytes: the text is UTF-16 or UTF-32."""
    file.seek(0)
    return file.read(4).startswith(WIDE_MARKS)


def length(file: BinaryIO) -> int:
    """The size of a file in bytes."""
    return file.seek(0, os.SEEK_END)


def endless(start: int, hint: str) -> UnreadableProse:
    """The complaint about a record that begins at a byte of the file and does not end."""
    return UnreadableProse(
        f"the record at byte {start:,} is longer than {LONGEST_RECORD // 2**20} MB; {hint}"
    )
