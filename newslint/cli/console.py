"""The two streams: what is written to them, and whether a terminal watches."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Iterable, Iterator
from contextlib import suppress
from typing import TextIO

from newslint.core.report import FileReport
from newslint.core.visible import shown, visible
from newslint.reporters.paint import Paint

MANY = 50
"""Files; for fewer no progress is shown, unless they are large."""
LARGE = 20_000_000
"""Bytes."""
USUAL_WIDTH, GREATEST_WIDTH = 100, 120
"""Columns where there is no terminal, and the most."""


def out(text: str | bytes) -> None:
    """Write to standard output; control characters in text are shown, bytes kept."""
    _write(sys.stdout, text)


def err(text: str | bytes) -> None:
    """Write to standard error; control characters in text are shown, bytes kept."""
    _write(sys.stderr, text)


def say(line: str) -> None:
    """Tell a person something that is not the result, on one line."""
    err(visible(line) + "\n")


def is_for_eyes(stream: TextIO) -> bool:
    """Whether people read a stream, on a terminal or in a log."""
    if stream.isatty():
        return True
    try:
        is_file = stat.S_ISREG(os.fstat(stream.fileno()).st_mode)
    except (OSError, ValueError):  # no file of the system
        is_file = False
    return bool(os.environ.get("GITHUB_ACTIONS")) and not is_file


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
    """The columns to write in, as `shutil` finds them, without the time that it takes to import."""
    said = os.environ.get("COLUMNS", "")
    columns = int(said) if said.isdecimal() else 0
    with suppress(OSError, ValueError):  # no terminal, or none that is open
        columns = columns or os.get_terminal_size(sys.stdout.fileno()).columns
    return min(columns or USUAL_WIDTH, GREATEST_WIDTH)


def watched(reports: Iterable[FileReport], total: int, size: int) -> Iterable[FileReport]:
    """The same reports, under a progress bar if a terminal watches and there are many, or a few large ones.

    `total` counts files, `size` their bytes. Where the results go to that terminal too, they wait until
    the bar is gone.
    """
    if not sys.stderr.isatty() or (total < MANY and size < LARGE):
        return reports
    moving = _by_files(reports, total) if total >= MANY else _by_bytes(reports, size)
    return list(moving) if sys.stdout.isatty() else moving


def _by_files(reports: Iterable[FileReport], total: int) -> Iterable[FileReport]:
    from rich.console import Console
    from rich.progress import track

    return track(reports, "Reading", total, console=Console(stderr=True), transient=True)


def _by_bytes(reports: Iterable[FileReport], size: int) -> Iterator[FileReport]:
    """A large file has many reports, a stretch each."""
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as progress:
        reading = progress.add_task("Reading", total=size)
        for report in reports:
            progress.advance(reading, len(report.before.encode("utf-8", "surrogatepass")))
            yield report


def listed(said: Iterable[str]) -> tuple[str, ...]:
    """The names of an option that may be given several times, and hold several with commas."""
    return tuple(name.strip() for part in said for name in part.split(",") if name.strip())


def answer(question: str, letters: str) -> str:
    """One of some letters that a person types, asked until it is one; `q` at the end of the input."""
    import click

    while True:
        out(question)
        said = click.getchar() if sys.stdin.isatty() else sys.stdin.read(1)
        out(f"{said.strip()}\n")
        if said and said.lower() in letters:
            return said.lower()
        if not said or said in "\x03\x04":
            return "q"


def _write(stream: TextIO, text: str | bytes) -> None:
    if isinstance(text, str):
        encoding = stream.encoding if stream.isatty() else "utf-8"
        text = shown(text).encode(encoding, "backslashreplace")
    stream.flush()
    stream.buffer.write(text)
    stream.buffer.flush()
