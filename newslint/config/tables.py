"""Reading TOML settings into dataclasses, with errors that name file and key."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields
from pathlib import Path
from typing import Any, TypeVar

from newslint.core.bounded import read_at_most
from newslint.core.errors import ConfigError

T = TypeVar("T")
LARGEST = 4_000_000
"""Bytes of a file of settings."""


def read_bytes(file: Path) -> bytes:
    """The bytes of a file of settings.

    Raises:
        ConfigError: the file cannot be read or is too large.

    """
    try:
        return read_at_most(file, LARGEST)
    except OSError as error:
        raise ConfigError(f"{file}: {error.strerror}") from None


def read_toml(file: Path) -> dict[str, Any]:
    """The table in a file.

    Raises:
        ConfigError: the file cannot be read, is too large or is not TOML.

    """
    import tomllib

    try:
        return tomllib.loads(read_bytes(file).decode())
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, RecursionError) as error:
        raise ConfigError(f"{file}: {error}") from None


def keys_of(kind: type) -> tuple[str, ...]:
    """The keys that stand for the fields of a dataclass."""
    return tuple(key.name.replace("_", "-") for key in fields(kind))


def known_keys(table: dict[str, Any], keys: Sequence[str], file: Path, under: str = "") -> dict[str, Any]:
    """A table with its keys as names of fields.

    `under` is the prefix of its keys in errors.

    Raises:
        ConfigError: a key is unknown.

    """
    for key in table:
        if key not in keys:
            from difflib import get_close_matches

            near = get_close_matches(key, keys, n=1)
            hint = f"; did you mean “{near[0]}”?" if near else ""
            raise ConfigError(f"{file}: unknown key “{under}{key}”{hint}")
    return {key.replace("-", "_"): value for key, value in table.items()}


def converted(table: object, kind: type[T], where: str, *, strict: bool = True) -> T:
    """A table as a dataclass.

    Without `strict`, strings are read as numbers and booleans.

    Raises:
        ConfigError: a value has the wrong type; the message begins with `where`.

    """
    import msgspec

    try:
        return msgspec.convert(table, kind, strict=strict)
    except msgspec.ValidationError as error:
        said, _, place = str(error).replace(" | null", "").partition(" - at ")
        key = place.strip("`").removeprefix("$.").replace("_", "-") or "the table"
        raise ConfigError(f"{where}: {key}: {said[:1].lower()}{said[1:]}") from None
