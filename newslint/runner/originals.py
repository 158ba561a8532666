"""Finds the original of each copy."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct

from newslint.core.errors import SourceError
from newslint.formats import SUFFIXES


class Originals(Struct, frozen=True):
    """The original of all copies, or a folder with one for each.

    `copies` are the files and folders that are checked. An original has the name of its copy, relative to its
    folder; its suffix may be that of another format.
    """

    path: str
    copies: tuple[str, ...]

    def of(self, copy: str) -> str:
        """The path of the original of a copy.

        Raises:
            SourceError: there is none.

        """
        base = Path(self.path)
        if not base.is_dir():
            return self.path
        names = list(self._names(Path(copy)))
        for name in names:
            if (base / name).is_file():
                return str(base / name)
        for name in names:
            folder = (base / name).parent
            near = sorted(
                file
                for file in (folder.iterdir() if folder.is_dir() else ())
                if file.stem == name.stem and file.suffix.lower() in SUFFIXES and file.is_file()
            )
            if len(near) == 1:
                return str(near[0])
        raise SourceError(f"there is no original called {names[0]} in {self.path}")

    def _names(self, copy: Path) -> Iterator[Path]:
        """Yield what the original may be called, relative to its folder."""
        for root in map(Path, self.copies):
            if root.is_dir() and copy.is_relative_to(root):
                yield copy.relative_to(root)
        yield Path(copy.name)
