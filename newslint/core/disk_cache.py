"""Data that take long to make, kept in the cache folder.

One file holds it for each version of newslint, Python and `regex`. It holds data alone: nothing that is
read from it is executed, and what its checksum does not fit counts as missing.
"""

from __future__ import annotations

import atexit
import sys
from collections.abc import Callable
from contextlib import suppress
from functools import cache
from itertools import chain
from pathlib import Path
from typing import Any, TypeVar, cast

import msgspec
import regex

from newslint._version import __version__
from newslint.core import cache_files
from newslint.core.cache_files import sealed, unsealed, usable_folder

T = TypeVar("T")
Kept = dict[str, tuple[str, bytes]]
"""What was made for each key: for which version, and the thing itself, decoded only when it is used."""

_fresh: Kept = {}
NAME = f"made-3-{__version__}-{sys.implementation.cache_tag}-{regex.__version__}"
MOST_BLOB_BYTES = 64 << 20


def remember(key: str, kind: Any, make: Callable[[], T], version: str = "") -> T:  # noqa: ANN401 - a type, or a form of one
    """What an earlier run made for `key`, or what `make` returns now.

    It must be data that MessagePack can hold. What was made for another `version`, or is not of the
    `kind`, is made anew and takes the place of the
    old. The same comes back in either run: what is made passes through its bytes.
    """
    kept = _kept()
    if key in kept and kept[key][0] == version:
        data = unsealed(_sealed_for(key, version), kept[key][1])
        with suppress(msgspec.DecodeError):
            if data is not None:
                return cast("T", msgspec.msgpack.decode(data, type=kind))
    made = make()
    try:
        data = msgspec.msgpack.encode(made)
    except UnicodeEncodeError:  # half a character, which has no bytes
        return made
    if not _fresh:
        atexit.register(_keep)
    _fresh[key] = kept[key] = version, sealed(_sealed_for(key, version), data)
    return cast("T", msgspec.msgpack.decode(data, type=kind))


def _sealed_for(key: str, version: str) -> bytes:
    return f"{key}\0{version}".encode("utf-8", "surrogatepass")


@cache
def _kept() -> Kept:
    """What earlier runs made; nothing when the file is missing or damaged."""
    place = usable_folder()
    data = cache_files.read(place / NAME, NAME.encode()) if place else None
    with suppress(msgspec.DecodeError):
        if data is not None:
            return msgspec.msgpack.decode(data, type=Kept)
    return {}


def _keep() -> None:
    """Add what this run made, whole or not at all."""
    _kept.cache_clear()
    data = msgspec.msgpack.encode({**_kept(), **_fresh})
    if place := usable_folder():
        with suppress(OSError):
            cache_files.write(place / NAME, NAME.encode(), data)


def kept_blob(name: str) -> bytes | None:
    """The bytes that an earlier run kept in a file of their own."""
    place = usable_folder()
    return cache_files.read(_blob(place, name), name.encode()) if place else None


def has_blob(name: str) -> bool:
    """Whether bytes are kept under a name."""
    place = usable_folder()
    return place is not None and _blob(place, name).exists()


def keep_blob(name: str, data: bytes) -> None:
    """Keep bytes in a file of their own; delete the oldest beyond `MOST_BLOB_BYTES`."""
    place = usable_folder()
    if place is None:
        return
    with suppress(OSError):
        cache_files.write(_blob(place, name), name.encode(), data)
        size = 0
        for file in sorted(place.glob("blob-*"), key=lambda file: -file.stat().st_mtime_ns):
            size += file.stat().st_size
            if size > MOST_BLOB_BYTES:
                file.unlink(missing_ok=True)


def _blob(place: Path, name: str) -> Path:
    return place / f"blob-{name}"


def clear() -> None:
    """Forget what earlier runs made, of any version.

    Raises:
        OSError: a file cannot be deleted.

    """
    place = cache_files.folder()
    for file in chain(place.glob("made-*"), place.glob("blob-*")):
        file.unlink(missing_ok=True)
