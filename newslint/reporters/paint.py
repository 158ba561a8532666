"""Terminal colours, and the width of text."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from msgspec import Struct

from newslint.core.diagnostics import Safety

COLOURS = {Safety.SAFE: "32", Safety.UNSAFE: "33", Safety.HINT: "35"}
"""Green, yellow and magenta."""
LINKABLE = r"(?:https|file)://[!-~]+"


class Paint(Struct, frozen=True):
    """Colours, if `on`, and links."""

    on: bool = False
    links: bool = False
    """Whether the terminal may be asked to link text."""

    def bold(self, text: str) -> str:
        """Emphasise."""
        return self._in("1", text)

    def dim(self, text: str) -> str:
        """Play down."""
        return self._in("2", text)

    def red(self, text: str) -> str:
        """Mark failures and what goes."""
        return self._in("1;31", text)

    def green(self, text: str) -> str:
        """Mark what is right, and what comes."""
        return self._in("32", text)

    def safety(self, safety: Safety, text: str, *, bold: bool = False) -> str:
        """Mark what a finding says in the colour of its safety."""
        return self._in(f"1;{COLOURS[safety]}" if bold else COLOURS[safety], text)

    def cyan(self, text: str) -> str:
        """Mark references to other positions."""
        return self._in("36", text)

    def link(self, text: str, url: str) -> str:
        """Link a text to a page or file (OSC 8)."""
        return (
            f"\x1b]8;;{url}\x1b\\{text}\x1b]8;;\x1b\\" if self.links and re.fullmatch(LINKABLE, url) else text
        )

    def _in(self, code: str, text: str) -> str:
        return f"\x1b[{code}m{text}\x1b[0m" if self.on and text else text


def cells(text: str) -> int:
    """The number of terminal columns that a visible text occupies."""
    return len(text) if text.isascii() else sum(map(_cells, text))


@cache
def _cells(letter: str) -> int:
    if unicodedata.category(letter) in ("Mn", "Me"):
        return 0
    return 2 if unicodedata.east_asian_width(letter) in "WF" else 1
