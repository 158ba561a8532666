"""What takes long to make and is the same in every run, kept in the user's cache folder.

One file holds it for each version of newslint, Python and `regex`; `NEWSLINT_CACHE_DIR` moves the
folder, and one that cannot be written does no harm.
"""

from __future__ import annotations

import atexit
import marshal
import os
import sys
import zlib
from collections.abc import Callable
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Any

import regex

from newslint._version import __version__

_fresh: dict[str, Any] = {}


def remember(key: str, make: Callable[[], Any], version: str = "") -> Any:  # noqa: ANN401 - whatever is made
    """What an earlier run made for `key`, else what `make` makes now: plain numbers, texts, tables, code.

    What was made for another `version` is made anew and takes the place of the old.
    """
    kept = _kept()
    if key in kept and kept[key][0] == version:
        return kept[key][1]
    made = make()
    if not _fresh:
        atexit.register(_keep)
    _fresh[key] = kept[key] = version, made
    return made


@cache
def _kept() -> dict[str, Any]:
    """What earlier runs made; nothing when the file is missing or damaged."""
    with suppress(OSError, ValueError, EOFError, TypeError):
        data = _file().read_bytes()
        if zlib.crc32(data[4:]).to_bytes(4, "big") == data[:4]:
            return dict(marshal.loads(data[4:]))  # noqa: S302 - the user's own folder, as with bytecode
    return {}


def _keep() -> None:
    """Add what this run made, whole or not at all."""
    _kept.cache_clear()
    data = marshal.dumps({**_kept(), **_fresh})
    file = _file()
    draft = file.with_suffix(f".{os.getpid()}")
    with suppress(OSError):
        file.parent.mkdir(parents=True, exist_ok=True)
        draft.write_bytes(zlib.crc32(data).to_bytes(4, "big") + data)
        draft.replace(file)


def clear() -> None:
    """Forget what earlier runs made, of any version.

    Raises:
        OSError: a file cannot be deleted.

    """
    for file in folder().glob("made-*"):
        file.unlink(missing_ok=True)


def _file() -> Path:
    return folder() / f"made-{__version__}-{sys.implementation.cache_tag}-{regex.__version__}"


def folder() -> Path:
    """Where all that is kept lies; `NEWSLINT_CACHE_DIR` moves it."""
    if said := os.environ.get("NEWSLINT_CACHE_DIR"):
        return Path(said)
    if sys.platform == "linux":  # as platformdirs says, without the time that it takes to import
        return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "newslint"
    from platformdirs import user_cache_path

    return user_cache_path("newslint")
