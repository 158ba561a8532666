"""Refuses files of so many short parts that they are data, and would take hours and gigabytes."""

from __future__ import annotations

import re

from newslint.core.errors import ParseError

MOST = 200_000
SHORT = 20
"""The average length, in characters, below which so many parts are data, not prose."""
LINE = re.compile(r"[^\r\n]+")


def refuse_short_lines(text: str) -> None:
    """Refuse a text of too many short lines.

    Raises:
        ParseError: there are too many lines, and they are too short.

    """
    if len(text) > MOST:
        _refuse(text, sum(1 for _ in LINE.finditer(text)), "lines")


def refuse_short_parts(text: str, mark: str, name: str) -> None:
    """Refuse a text with too many of a mark, each of which begins or ends a part.

    Raises:
        ParseError: there are too many parts, and they are too short.

    """
    if len(text) > MOST:
        _refuse(text, text.count(mark), name)


def _refuse(text: str, parts: int, name: str) -> None:
    if parts > MOST and len(text) < parts * SHORT:
        raise ParseError(
            f"not prose: {parts:,} {name} of {len(text) // parts} characters on average; "
            f"newslint reads up to {MOST:,} {name} as short as these"
        )
