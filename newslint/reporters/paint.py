"""Colours for terminals, and the columns that a text takes there."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import cache


@dataclass(frozen=True)
class Paint:
    """Colours, if `on`."""

    on: bool = False

    def bold(self, text: str) -> str:
        """What the eye should find first."""
        return self._in("1", text)

    def dim(self, text: str) -> str:
        """What surrounds it."""
        return self._in("2", text)

    def red(self, text: str) -> str:
        """Damage."""
        return self._in("1;31", text)

    def green(self, text: str) -> str:
        """Repair."""
        return self._in("32", text)

    def cyan(self, text: str) -> str:
        """Places elsewhere."""
        return self._in("36", text)

    def _in(self, code: str, text: str) -> str:
        return f"\x1b[{code}m{text}\x1b[0m" if self.on and text else text


def cells(text: str) -> int:
    """How many columns of a terminal a visible text takes."""
    return len(text) if text.isascii() else sum(map(_cells, text))


@cache
def _cells(letter: str) -> int:
    if unicodedata.category(letter) in ("Mn", "Me"):
        return 0
    return 2 if unicodedata.east_asian_width(letter) in "WF" else 1
