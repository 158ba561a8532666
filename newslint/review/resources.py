"""The HTML, CSS and JavaScript that the pages share."""

from __future__ import annotations

from importlib.resources import files


def resource(*names: str) -> str:
    """The text of files of this package, one after the other."""
    return "".join((files(__package__) / name).read_text("utf-8") for name in names)
