"""The path of a file as other tools expect it."""

from __future__ import annotations

from pathlib import Path


def relative_path(path: str) -> str:
    """The path relative to the working directory if inside, with slashes."""
    place = Path(path)
    if place.is_absolute() and place.is_relative_to(Path.cwd()):
        place = place.relative_to(Path.cwd())
    return place.as_posix()
