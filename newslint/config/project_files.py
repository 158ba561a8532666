"""Files that a project names: regular files inside its root only."""

from __future__ import annotations

from pathlib import Path

from newslint.core.errors import ConfigError


def inside(root: Path, name: str, where: str) -> Path:
    """A file that a project names by its path from `root`.

    It need not exist, and is not opened: a device or a pipe might never end.

    Raises:
        ConfigError: it leads out of `root`, by links or without, or is not a regular file; the message
            begins with `where`.

    """
    file = root / name
    try:
        real, top = file.resolve(), root.resolve()
        irregular = real.exists() and not real.is_file()
    except (OSError, ValueError, RuntimeError) as error:  # a name that is too long, a NUL, links in a loop
        raise ConfigError(f"{where}: “{name}”: {getattr(error, 'strerror', None) or error}") from None
    if not real.is_relative_to(top):
        raise ConfigError(f"{where}: “{name}” leads out of {root}")
    if irregular:
        raise ConfigError(f"{where}: “{name}” is not a regular file")
    return file
