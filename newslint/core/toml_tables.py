"""The TOML tables that ship with newslint or with a package of rules, parsed once a machine."""

from __future__ import annotations

import zlib
from pathlib import Path
from typing import Any

from newslint.core.disk_cache import remember


def read_table(path: Path) -> dict[str, Any]:
    """The table in a TOML file, from the cache as long as the file is the same.

    Raises:
        ValueError: the file is not TOML.

    """
    data = path.read_bytes()

    def parse() -> dict[str, Any]:
        import tomllib

        return tomllib.loads(data.decode())

    return remember(f"table {path}", dict[str, Any], parse, f"{len(data)} {zlib.crc32(data)}")
