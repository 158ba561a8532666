"""The user's folders for the cache and for data."""

from __future__ import annotations

import os
import sys
from pathlib import Path

BASES = {"cache": ("XDG_CACHE_HOME", ".cache"), "data": ("XDG_DATA_HOME", ".local/share")}
"""By the XDG specification: the variable that names the parent folder, and its default in the home folder."""


class NoFolder(OSError):
    """There is no place for a folder; the message says why."""


def cache_folder() -> Path:
    """The folder of the cache, which need not exist; `NEWSLINT_CACHE_DIR` moves it.

    Raises:
        NoFolder: the user has no home folder.

    """
    return _folder("cache")


def data_folder() -> Path:
    """The folder of data, which need not exist; `NEWSLINT_DATA_DIR` moves it.

    Raises:
        NoFolder: the user has no home folder.

    """
    return _folder("data")


def _folder(kind: str) -> Path:
    variable = f"NEWSLINT_{kind.upper()}_DIR"
    if named := os.environ.get(variable):
        return Path(named)
    try:
        place = _default(kind)
    except RuntimeError:  # no HOME, and nobody knows the user
        place = Path()
    if not place.is_absolute():  # HOME is empty: the folder would be inside the checked tree
        raise NoFolder(f"there is no home folder; {variable} names a place for the {kind}")
    return place


def _default(kind: str) -> Path:
    if sys.platform == "linux":  # as platformdirs says, without the time that it takes to import
        variable, usual = BASES[kind]
        named = Path(os.environ.get(variable, ""))
        return (named if named.is_absolute() else Path.home() / usual) / "newslint"
    import platformdirs

    return (
        platformdirs.user_cache_path("newslint")
        if kind == "cache"
        else platformdirs.user_data_path("newslint")
    )
