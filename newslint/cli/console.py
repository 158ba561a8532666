"""The two streams: what is written to them, and whether a terminal watches."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from typing import TextIO

from newslint.model import FileReport
from newslint.report.paint import Paint

MANY = 50
"""Files; for fewer no progress is shown."""


def out(text: str | bytes) -> None:
    """Write to standard output, bytes as they are."""
    _write(sys.stdout, text)


def err(text: str | bytes) -> None:
    """Write to standard error, bytes as they are."""
    _write(sys.stderr, text)


def say(line: str) -> None:
    """Tell a person something that is not the result."""
    err(line + "\n")


def coloured(stream: TextIO) -> bool:
    """Whether a stream takes colours."""
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return stream.isatty() and os.environ.get("TERM") != "dumb"


def paint(stream: TextIO | None = None) -> Paint:
    """The colours of a stream, standard output by default."""
    return Paint(coloured(stream or sys.stdout))


def width() -> int:
    """The columns to write in."""
    import shutil

    return min(shutil.get_terminal_size((100, 24)).columns, 120)


def watched(reports: Iterable[FileReport], total: int) -> Iterable[FileReport]:
    """The same reports, under a progress bar if a terminal watches and there are many.

    Where the results go to that terminal too, they wait until the bar is gone.
    """
    if total < MANY or not sys.stderr.isatty():
        return reports
    from rich.console import Console
    from rich.progress import track

    moving = track(reports, "Reading", total, console=Console(stderr=True), transient=True)
    return list(moving) if sys.stdout.isatty() else moving


def _write(stream: TextIO, text: str | bytes) -> None:
    if isinstance(text, str):
        encoding = stream.encoding if stream.isatty() else "utf-8"
        text = text.encode(encoding, "backslashreplace")
    stream.flush()
    stream.buffer.write(text)
    stream.buffer.flush()
