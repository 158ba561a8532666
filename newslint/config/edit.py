"""Adds names to a list in a configuration, and preserves the rest."""

from __future__ import annotations

from collections.abc import Iterable

from newslint.core.errors import ConfigError


def add_names(text: str, key: str, names: Iterable[str]) -> str:
    """Add names to the list `key` of a `newslint.toml`.

    Raises:
        ConfigError: the text is not TOML, or `key` is not a list in it.

    """
    import tomlkit
    from tomlkit.exceptions import TOMLKitError

    try:
        document = tomlkit.parse(text)
    except TOMLKitError as error:
        raise ConfigError(str(error)) from None
    listed = document.setdefault(key, [])
    if not isinstance(listed, list):
        raise ConfigError(f"{key}: expected a list")
    for name in names:
        if name not in listed:
            listed.append(name)
    return document.as_string()
