"""The TOML tables of newslint and rule packages, from a cache."""

from __future__ import annotations

import zlib
from pathlib import Path
from typing import Any

from newslint.core.disk_cache import remember
from newslint.core.wheel_data import PACKAGE


def read_table(path: Path) -> dict[str, Any]:
    """The table in a TOML file, from the cache if unchanged.

    Raises:
        ValueError: the file is not TOML.

    """
    data = path.read_bytes()

    def parse() -> dict[str, Any]:
        import tomllib

        return tomllib.loads(data.decode())

    name = path.relative_to(PACKAGE) if path.is_relative_to(PACKAGE) else path
    return remember(f"table {name}", dict[str, Any], parse, f"{len(data)} {zlib.crc32(data)}")
