"""Files in the wheel that newslint would otherwise make itself.

`hatch_build.py` puts it into `newslint/built`, which is trusted as the package's code is. Where it is
missing, as in an editable install, or made for other versions, the user's cache takes its place.
"""

from __future__ import annotations

from contextlib import suppress
from functools import cache
from pathlib import Path

from newslint._version import __version__

PACKAGE = Path(__file__).parents[1]
FOLDER = PACKAGE / "built"
STAMP = f"stamp-{__version__}"


def read(name: str) -> bytes | None:
    """The bytes of a built file, or None."""
    with suppress(OSError):
        return (FOLDER / name).read_bytes()
    return None


@cache
def stamp() -> str:
    """A digest of the sources of the files; empty if not built."""
    return (read(STAMP) or b"").decode()
