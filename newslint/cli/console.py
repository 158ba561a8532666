"""The standard streams, and whether they are terminals."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Iterable
from contextlib import suppress
from typing import TextIO

from newslint.core.visible import visible, visible_output
from newslint.reporters.paint import Paint

USUAL_WIDTH, GREATEST_WIDTH = 100, 120
"""Columns without a terminal, and the maximum."""


def out(text: str | bytes) -> None:
    """Write to standard output, with control characters of text visible."""
    _write(sys.stdout, text)


def err(text: str | bytes) -> None:
    """Write to standard error, with control characters of text visible."""
    _write(sys.stderr, text)


def say(line: str) -> None:
    """Print a note on standard error, on one line."""
    err(visible(line) + "\n")


def is_for_eyes(stream: TextIO) -> bool:
    """Whether people read a stream: a terminal or a build log."""
    if stream.isatty():
        return True
    try:
        is_file = stat.S_ISREG(os.fstat(stream.fileno()).st_mode)
    except (OSError, ValueError):  # not a file of the system
        is_file = False
    return bool(os.environ.get("GITHUB_ACTIONS")) and not is_file


COLOUR_CHOICES = ("auto", "always", "never")
_choice = "auto"


def choose_colour(choice: str) -> None:
    """Use colours always, never, or where a terminal takes them."""
    global _choice  # noqa: PLW0603 - of this process and its terminal
    _choice = choice


def has_colour(stream: TextIO) -> bool:
    """Whether a stream takes colours; `--color` wins over the environment."""
    if _choice != "auto":
        return _choice == "always"
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return stream.isatty() and os.environ.get("TERM") != "dumb"


def has_links(stream: TextIO) -> bool:
    """Whether a stream is a terminal that takes links."""
    return stream.isatty() and has_colour(stream) and os.environ.get("TERM") not in ("dumb", "linux")


def paint(stream: TextIO | None = None) -> Paint:
    """The colours of a stream, standard output by default."""
    return Paint(has_colour(stream or sys.stdout))


def width() -> int:
    """The columns of the terminal, without the import time of `shutil`."""
    said = os.environ.get("COLUMNS", "")
    columns = int(said) if said.isdecimal() else 0
    with suppress(OSError, ValueError):  # not a terminal, or closed
        columns = columns or os.get_terminal_size(sys.stdout.fileno()).columns
    return min(columns or USUAL_WIDTH, GREATEST_WIDTH)


def split_names(said: Iterable[str]) -> tuple[str, ...]:
    """The names of a repeatable option, whose values may contain commas."""
    return tuple(name.strip() for part in said for name in part.split(",") if name.strip())


def answer(question: str, letters: str) -> str:
    """Ask until the answer is a listed letter; `q` at the end."""
    import click

    while True:
        out(question)
        said = click.getchar() if sys.stdin.isatty() else sys.stdin.read(1)
        out(f"{said.strip()}\n")
        if said and said.lower() in letters:
            return said.lower()
        if not said or said in "\x03\x04":
            return "q"


def answer_line(question: str, draft: str = "") -> str:
    """Ask for a line, on a terminal with a draft to change."""
    if not sys.stdin.isatty():
        out(question)
        said = sys.stdin.readline().rstrip("\r\n")
        out(f"{said}\n")
        return said
    encoding = sys.stdout.encoding
    question = visible_output(question).encode(encoding, "backslashreplace").decode(encoding)
    with suppress(ImportError):  # Windows has none
        import readline

        if draft.isprintable():
            readline.set_startup_hook(lambda: readline.insert_text(draft))
    try:
        return input(question)  # which draws it again when the line is edited
    except EOFError:
        return ""
    finally:
        with suppress(ImportError):
            import readline

            readline.set_startup_hook()


def _write(stream: TextIO, text: str | bytes) -> None:
    if isinstance(text, str):
        encoding = stream.encoding if stream.isatty() else "utf-8"
        text = visible_output(text).encode(encoding, "backslashreplace")
    stream.flush()
    stream.buffer.write(text)
    stream.buffer.flush()
