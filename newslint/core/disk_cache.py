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
from itertools import chain
from pathlib import Path
from typing import Any

import regex

from newslint._version import __version__

Kept = dict[str, tuple[str, bytes]]
"""What was made for each key: for which version, and the thing itself, taken apart only when it is used."""

_fresh: Kept = {}
MOST_BLOB_BYTES = 64 << 20


def remember(key: str, make: Callable[[], Any], version: str = "") -> Any:  # noqa: ANN401 - whatever is made
    """What an earlier run made for `key`, else what `make` makes now: plain numbers, texts, tables, code.

    What was made for another `version` is made anew and takes the place of the old.
    """
    kept = _kept()
    if key in kept and kept[key][0] == version:
        return marshal.loads(kept[key][1])  # noqa: S302 - the user's own folder, as with bytecode
    made = make()
    if not _fresh:
        atexit.register(_keep)
    _fresh[key] = kept[key] = version, marshal.dumps(made)
    return made


@cache
def _kept() -> Kept:
    """What earlier runs made; nothing when the file is missing or damaged."""
    with suppress(OSError, ValueError, EOFError, TypeError):
        data = _file().read_bytes()
        if zlib.crc32(data[4:]).to_bytes(4, "big") == data[:4]:
            return dict(marshal.loads(data[4:]))  # noqa: S302 - as above
    return {}


def _keep() -> None:
    """Add what this run made, whole or not at all."""
    _kept.cache_clear()
    data = marshal.dumps({**_kept(), **_fresh})
    with suppress(OSError):
        _replace(_file(), zlib.crc32(data).to_bytes(4, "big") + data)


def kept_blob(name: str) -> bytes | None:
    """Bytes that an earlier run kept under a name, in a file of their own because they are many."""
    with suppress(OSError):
        return _blob(name).read_bytes()
    return None


def has_blob(name: str) -> bool:
    """Whether bytes are kept under a name."""
    return _blob(name).exists()


def keep_blob(name: str, data: bytes) -> None:
    """Keep them, whole or not at all, and forget the oldest of all that are too many."""
    with suppress(OSError):
        _replace(_blob(name), data)
        size = 0
        for file in sorted(folder().glob("blob-*"), key=lambda file: -file.stat().st_mtime_ns):
            size += file.stat().st_size
            if size > MOST_BLOB_BYTES:
                file.unlink(missing_ok=True)


def _blob(name: str) -> Path:
    return folder() / f"blob-{name}"


def clear() -> None:
    """Forget what earlier runs made, of any version.

    Raises:
        OSError: a file cannot be deleted.

    """
    for file in chain(folder().glob("made-*"), folder().glob("blob-*")):
        file.unlink(missing_ok=True)


def _replace(file: Path, data: bytes) -> None:
    draft = file.with_name(f"{file.name}.{os.getpid()}")
    file.parent.mkdir(parents=True, exist_ok=True)
    draft.write_bytes(data)
    draft.replace(file)


def _file() -> Path:
    return folder() / f"made-2-{__version__}-{sys.implementation.cache_tag}-{regex.__version__}"


def folder() -> Path:
    """Where all that is kept lies; `NEWSLINT_CACHE_DIR` moves it."""
    if said := os.environ.get("NEWSLINT_CACHE_DIR"):
        return Path(said)
    if sys.platform == "linux":  # as platformdirs says, without the time that it takes to import
        return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "newslint"
    from platformdirs import user_cache_path

    return user_cache_path("newslint")
