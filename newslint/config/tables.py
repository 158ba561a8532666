"""Converts TOML settings, with errors that name file and key."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any, TypeVar

from msgspec import Struct

from newslint.core.bounded import read_at_most
from newslint.core.errors import ConfigError

T = TypeVar("T")
LIST_WANTED = "Expected `array`, got `str`"
LARGEST = 4_000_000
"""Maximum bytes of a settings file."""


def read_bytes(file: Path) -> bytes:
    """The bytes of a settings file.

    Raises:
        ConfigError: the file cannot be read or is too large.

    """
    try:
        return read_at_most(file, LARGEST)
    except OSError as error:
        raise ConfigError(f"{file}: {error.strerror}") from None


def read_toml(file: Path) -> dict[str, Any]:
    """The table of a file.

    Raises:
        ConfigError: the file cannot be read, is too large or is not TOML.

    """
    import tomllib

    try:
        return tomllib.loads(read_bytes(file).decode())
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, RecursionError) as error:
        raise ConfigError(f"{file}: {error}") from None


def keys_of(kind: type[Struct]) -> tuple[str, ...]:
    """The keys for the fields of a struct."""
    return tuple(name.replace("_", "-") for name in kind.__struct_fields__)


def known_keys(table: dict[str, Any], keys: Sequence[str], file: Path, under: str = "") -> dict[str, Any]:
    """A table with its keys as field names.

    `under` is the prefix of its keys in error messages.

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


def convert(table: object, kind: type[T], where: str, *, strict: bool = True) -> T:
    """A table as a struct.

    Without `strict`, strings may be numbers and booleans.

    Raises:
        ConfigError: a value has the wrong type; the message begins with `where`.

    """
    import msgspec

    try:
        return msgspec.convert(table, kind, strict=strict)
    except msgspec.ValidationError as error:
        said, _, place = str(error).replace(" | null", "").partition(" - at ")
        key = place.strip("`").removeprefix("$.").replace("_", "-") or "the table"
        key = key.removesuffix("[...]")
        advised = _advice(table, key) if said == LIST_WANTED else ""
        raise ConfigError(f"{where}: {key}: {said[:1].lower()}{said[1:]}{advised}") from None


def _advice(table: object, key: str) -> str:
    """What to write for a bare string where a list is wanted, if the string is found."""
    value = table.get(key.replace("-", "_")) if isinstance(table, dict) else None
    within = value.items() if isinstance(value, dict) else [(key, value)]
    for name, said in within:
        if isinstance(said, str):
            left = f'"{name}"' if isinstance(value, dict) else name
            return f'; write {left} = ["{said}"]'
    return ""


def merge(old: dict[str, Any], new: dict[str, Any]) -> dict[str, Any]:
    """Merge two tables, and the tables in them."""
    merged = dict(old)
    for key, value in new.items():
        both = isinstance(value, dict) and isinstance(merged.get(key), dict)
        merged[key] = merge(merged[key], value) if both else value
    return merged
