"""File names, which are bytes."""

from __future__ import annotations

STAND_INS = {0xDC00 + byte: 0x10FF00 + byte for byte in range(0x80, 0x100)}
"""Encodable characters for Python's surrogates of bytes that are not UTF-8."""


def matchable(path: str) -> str:
    """A path, or a pattern for paths, with every character encodable."""
    return path if path.isascii() else path.translate(STAND_INS)
