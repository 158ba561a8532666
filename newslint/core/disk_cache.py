"""Data that are expensive to make, from the wheel or a cache.

There is one file for each version of newslint, Python and `regex`. It holds data only: nothing that is read
from it is executed, and data with a wrong checksum count as missing. The wheel's data need no checksum.
"""

from __future__ import annotations

import atexit
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import cache
from itertools import chain
from pathlib import Path
from typing import Any, TypeVar, cast

import msgspec
import regex

from newslint._version import __version__
from newslint.core import cache_files, wheel_data
from newslint.core.cache_files import CHECKSUM, seal, unseal, usable_folder
from newslint.core.user_folders import cache_folder

T = TypeVar("T")
Kept = dict[str, tuple[str, bytes]]
"""The version and the encoded data of each key; data are decoded on use."""

Wheel = dict[str, bytes]
"""The same without versions, as all data derive from files of the package."""

_fresh: Kept = {}
NAME = f"made-3-{__version__}-{sys.implementation.cache_tag}-{regex.__version__}"
MOST_BLOB_BYTES = 64 << 20


def remember(key: str, kind: Any, make: Callable[[], T], version: str = "") -> T:  # noqa: ANN401 - a type, or a form of one
    """The data for `key`, from the wheel, the cache or `make`.

    The data must be encodable as MessagePack. Data of another `version` or `kind` are replaced. New data pass
    through their encoding, too, so that the result does not depend on the cache.
    """
    for look_up in (_from_wheel, _from_cache):
        data = look_up(key, version)
        with suppress(msgspec.DecodeError):
            if data is not None:
                return cast("T", msgspec.msgpack.decode(data, type=kind))
    made = make()
    try:
        data = msgspec.msgpack.encode(made)
    except UnicodeEncodeError:  # a lone surrogate has no bytes
        return made
    if not _fresh:
        atexit.register(_write_kept)
    _fresh[key] = _read_kept()[key] = version, seal(_seal_key(key, version), data)
    return cast("T", msgspec.msgpack.decode(data, type=kind))


def _from_wheel(key: str, _version: str) -> bytes | None:
    return _wheel().get(key)


def _from_cache(key: str, version: str) -> bytes | None:
    made_for, data = _read_kept().get(key, ("", b""))
    return unseal(_seal_key(key, version), data) if made_for == version else None


def _seal_key(key: str, version: str) -> bytes:
    return f"{key}\0{version}".encode("utf-8", "surrogatepass")


@cache
def _wheel() -> Wheel:
    with suppress(msgspec.DecodeError):
        return msgspec.msgpack.decode(wheel_data.read(NAME) or b"", type=Wheel)
    return {}


@cache
def _read_kept() -> Kept:
    """What earlier runs made; nothing when the file is missing or damaged."""
    place = usable_folder()
    data = cache_files.read(place / NAME, NAME.encode()) if place else None
    with suppress(msgspec.DecodeError):
        if data is not None:
            return msgspec.msgpack.decode(data, type=Kept)
    return {}


def _write_kept() -> None:
    """Add what this run made, whole or not at all."""
    _read_kept.cache_clear()
    data = msgspec.msgpack.encode({**_read_kept(), **_fresh})
    if place := usable_folder():
        with suppress(OSError):
            cache_files.write(place / NAME, NAME.encode(), data)


def kept_blobs(name: str) -> Iterator[bytes]:
    """The bytes of a name in the wheel and in the cache."""
    if data := wheel_data.read(name):
        yield data
    place = usable_folder()
    if place and (data := cache_files.read(_blob(place, name), name.encode())):
        yield data


def has_blob(name: str) -> bool:
    """Whether bytes are kept under a name."""
    if (wheel_data.FOLDER / name).exists():
        return True
    place = usable_folder()
    return place is not None and _blob(place, name).exists()


def keep_blob(name: str, data: bytes) -> None:
    """Store bytes in a file; delete the oldest beyond `MOST_BLOB_BYTES`."""
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


def contents() -> Iterator[tuple[str, bytes]]:
    """The files of a wheel with all that this run made."""
    data = {key: kept[CHECKSUM:] for key, (_, kept) in _fresh.items()}
    yield NAME, msgspec.msgpack.encode(data)
    for file in cache_folder().glob("blob-*"):
        yield file.name.removeprefix("blob-"), file.read_bytes()[CHECKSUM:]


def _blob(place: Path, name: str) -> Path:
    return place / f"blob-{name}"


def clear() -> None:
    """Forget what earlier runs made, of any version.

    Raises:
        OSError: a file cannot be deleted.

    """
    place = cache_folder()
    for file in chain(place.glob("made-*"), place.glob("blob-*")):
        file.unlink(missing_ok=True)
