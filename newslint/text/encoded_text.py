"""Several texts as one, in the bytes that automata read."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from functools import cached_property
from itertools import accumulate, compress
from operator import eq
from string import ascii_letters

LONE = dict.fromkeys(range(0xD800, 0xE000), "\ufffd")
"""Surrogates, which have no bytes; their replacement matches nothing either."""

ODD = {0x130: "i", 0x131: "i", 0x17F: "s", 0x212A: "k"}
"""Letters that `regex` takes for one of ASCII where case does not count."""

SPACES = frozenset(range(9, 14)) | frozenset(range(28, 32))
SMALL = bytes(32 if byte in SPACES else byte for byte in range(256)).lower()
"""What becomes of each byte of ASCII in a text that is `small`."""

LETTERS = bytes(ord(byte.lower()) if byte in ascii_letters else 32 for byte in map(chr, range(256)))
"""A table of bytes: everything but ASCII letters becomes a space."""


class EncodedText:
    """Texts joined as UTF-8, and the text of each byte.

    A line end separates texts. Empty ones leave no trace.
    """

    def __init__(self, texts: Sequence[str]) -> None:
        """Join them."""
        self._texts = texts
        self.data = _encoded("\n".join(filter(None, texts)))

    @cached_property
    def small(self) -> bytes:
        """The same bytes in ASCII lower case, white space as spaces."""
        return self.data.translate(SMALL)

    @cached_property
    def doubled(self) -> list[str]:
        """The ASCII words that follow themselves, in lower case.

        Whatever is between them counts as nothing.
        """
        words = self.data.translate(LETTERS).split()
        return list(map(bytes.decode, compress(words, map(eq, words, words[1:]))))

    def number(self, at: int) -> int:
        """The number of the text of a byte.

        The line end after a text counts as its own.
        """
        return bisect_right(self._starts, at) - 1

    def numbers(self, start: int, end: int) -> range:
        """The numbers of the texts that some bytes touch."""
        first = bisect_right(self._starts, start)
        return range(first - 1, bisect_right(self._starts, max(end - 1, start), first - 1))

    def place(self, start: int, end: int) -> tuple[int, int, int]:
        """The text that some bytes are in, and their range there."""
        number = self.numbers(start, end)[0]
        before = len(self.data[self._starts[number] : start].decode())
        return number, before, before + len(self.data[start:end].decode())

    @cached_property
    def _starts(self) -> list[int]:
        return [0, *accumulate(len(_encoded(text)) + 1 if text else 0 for text in self._texts[:-1])]


def folded(text: str) -> str:
    """A text in lower case, each run of white space one space."""
    if not text.isascii() and any(chr(letter) in text for letter in ODD):
        text = text.translate(ODD)
    return " ".join(text.lower().split())


def all_folded(texts: Iterable[str]) -> EncodedText:
    """Texts joined, each folded."""
    return EncodedText(list(map(folded, texts)))


def _encoded(text: str) -> bytes:
    try:
        return text.encode()
    except UnicodeEncodeError:
        return text.translate(LONE).encode()
