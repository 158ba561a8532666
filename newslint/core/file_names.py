"""File names, which are bytes."""

from __future__ import annotations

STAND_INS = {0xDC00 + byte: 0x10FF00 + byte for byte in range(0x80, 0x100)}
"""Python's surrogates for bytes that are not UTF-8, each with a character that can be encoded."""


def matchable(path: str) -> str:
    """A path, or a pattern for paths, in characters that can be encoded, one for one."""
    return path if path.isascii() else path.translate(STAND_INS)
