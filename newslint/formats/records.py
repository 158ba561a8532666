"""Files of one article a record: how they are cut to be streamed, and what is wrong told by line."""

from __future__ import annotations

from collections.abc import Sequence

from newslint.core.errors import ParseError

LONGEST_RECORD = 64 * 2**20
"""Bytes; a file whose records are longer is not what its name says."""
MOST_TOLD = 20


def told(wrong: Sequence[tuple[int, str]]) -> tuple[str, ...]:
    """What is wrong with records, each by its line; of many, the first."""
    errors = [f"line {line}: {what}" for line, what in wrong[:MOST_TOLD]]
    if len(wrong) > MOST_TOLD:
        left = len(wrong) - MOST_TOLD - 1
        errors.append(f"line {wrong[MOST_TOLD][0]}: wrong too, and {left:,} more after it")
    return tuple(errors)


def endless(start: int, hint: str) -> ParseError:
    """The complaint about a record that begins at a byte of the file and does not end."""
    return ParseError(f"the record at byte {start:,} is longer than {LONGEST_RECORD // 2**20} MB; {hint}")
