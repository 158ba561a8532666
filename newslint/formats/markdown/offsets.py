"""The places of a parser that counts bytes, in code points."""

from __future__ import annotations


class Offsets:
    """Bytes of UTF-8 as code points; asked mostly in ascending order, it counts from the last answer."""

    def __init__(self, text: str, start: int) -> None:
        self.data = (text[start:] if start else text).encode()
        self.start = start
        self.plain = text.isascii()
        self.byte, self.point = 0, start

    def __call__(self, byte: int) -> int:
        """The code point of the file at which a byte of the text begins."""
        if self.plain:
            return self.start + byte
        if byte >= self.byte:
            self.point += len(self.data[self.byte : byte].decode())
        else:
            self.point -= len(self.data[byte : self.byte].decode())
        self.byte = byte
        return self.point
