"""Files named by a project: regular files inside its root."""

from __future__ import annotations

from pathlib import Path

from newslint.core.errors import ConfigError


def inside(root: Path, name: str, where: str) -> Path:
    """The file at a path from a project's `root`.

    It need not exist, and is not opened, as a device or a pipe might block.

    Raises:
        ConfigError: it is outside `root`, perhaps by links, or not a regular file; the message
            begins with `where`.

    """
    file = root / name
    try:
        real, top = file.resolve(), root.resolve()
        irregular = real.exists() and not real.is_file()
    except (OSError, ValueError, RuntimeError) as error:  # a name that is too long, a NUL, a loop of links
        raise ConfigError(f"{where}: “{name}”: {getattr(error, 'strerror', None) or error}") from None
    if not real.is_relative_to(top):
        raise ConfigError(f"{where}: “{name}” leads out of {root}")
    if irregular:
        raise ConfigError(f"{where}: “{name}” is not a regular file")
    return file
