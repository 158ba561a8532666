"""Converts byte offsets of the parser to code points."""

from __future__ import annotations


class Offsets:
    """Converts UTF-8 offsets; fast for ascending ones, as it counts incrementally."""

    def __init__(self, text: str, start: int) -> None:
        self.data = (text[start:] if start else text).encode()
        self.start = start
        self.plain = text.isascii()
        self.byte, self.point = 0, start

    def __call__(self, byte: int) -> int:
        """The offset in code points of a byte of the text."""
        if self.plain:
            return self.start + byte
        if byte >= self.byte:
            self.point += len(self.data[self.byte : byte].decode())
        else:
            self.point -= len(self.data[byte : self.byte].decode())
        self.byte = byte
        return self.point
