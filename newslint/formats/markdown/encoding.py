"""How new text is written in Markdown: as it is, with a backslash before what would be markup."""

from __future__ import annotations

from newslint.core.patterns import pattern

ACTIVE = pattern(
    r"\\(?=[!-/:-@\[-`{-~]|\Z)"  # elsewhere a backslash is a letter
    r"|[`*\[\]~]"
    r"|(?<!\w)_|_(?!\w)"  # inside a word it is a letter
    r"|<(?=[A-Za-z/!?]|\Z)"
    r"|&(?=#?[A-Za-z0-9]*(?:;|\Z))"
)
"""What may be markup wherever it stands. What is markup only at the beginning of a line stays as it is:
the proof refuses a repair that brings it there."""
UNSPEAKABLE = pattern(r"[\r\n]|\A\^|\{[{%#:.]")
"""Line ends, what behind a bracket calls a note, and what page builders take for an order."""


def spelled(text: str) -> str | None:
    """Some text as a paragraph writes it."""
    return None if UNSPEAKABLE.search(text) else ACTIVE.sub(r"\\\g<0>", text)


def spelled_in_cell(text: str) -> str | None:
    """Some text as a cell of a table writes it, where a bar would begin the next."""
    written = spelled(text)
    return None if written is None else written.replace("|", "\\|")


def untouched(_: str) -> None:
    """The spelling of what stays as it is, though the file holds just what is read."""
