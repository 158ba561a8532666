"""Several texts as one sequence of bytes, for automata."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from functools import cached_property
from itertools import accumulate, compress
from operator import eq
from string import ascii_letters

SURROGATES = dict.fromkeys(range(0xD800, 0xE000), "\ufffd")
"""Lone surrogates cannot be encoded; neither they nor their replacement match anything."""

FOLDED_TO_ASCII = {0x130: "i", 0x131: "i", 0x17F: "s", 0x212A: "k"}
"""Letters that `regex` folds to ASCII when it ignores case."""

SPACES = frozenset(range(9, 14)) | frozenset(range(28, 32))
LOWER_TABLE = bytes(32 if byte in SPACES else byte for byte in range(256)).lower()
"""Lower-cases ASCII bytes, and replaces white space by spaces."""

LETTERS = bytes(ord(byte.lower()) if byte in ascii_letters else 32 for byte in map(chr, range(256)))
"""Lower-cases ASCII letters, and replaces all other bytes by spaces."""


class EncodedText:
    """Texts joined as UTF-8, with the text of each byte.

    A line end separates texts. Empty ones are omitted.
    """

    def __init__(self, texts: Sequence[str]) -> None:
        """Join them."""
        self._texts = texts
        self.data = encode("\n".join(filter(None, texts)))

    @cached_property
    def lower(self) -> bytes:
        """The same bytes in ASCII lower case, white space as spaces."""
        return self.data.translate(LOWER_TABLE)

    @cached_property
    def repeated_words(self) -> list[str]:
        """ASCII words that are repeated immediately, in lower case.

        Anything but letters between them is ignored.
        """
        words = self._words
        return list(map(bytes.decode, compress(words, map(eq, words, words[1:]))))

    @cached_property
    def echoed_words(self) -> list[str]:
        """ASCII words that the word before ends with, in lower case."""
        words = self._words
        return list(map(bytes.decode, compress(words[1:], map(bytes.endswith, words, words[1:]))))

    def numbers(self, start: int, end: int) -> range:
        """The numbers of the texts that a range of bytes touches."""
        first = bisect_right(self._starts, start)
        return range(first - 1, bisect_right(self._starts, max(end - 1, start), first - 1))

    def place(self, start: int, end: int) -> tuple[int, int, int]:
        """The text that contains a range of bytes, and their range there."""
        number = self.numbers(start, end)[0]
        before = len(self.data[self._starts[number] : start].decode())
        return number, before, before + len(self.data[start:end].decode())

    def count(self, words: str) -> int:
        """How often the texts have some words."""
        return self.data.count(encode(words))

    def containing(self, word: str) -> list[int]:
        """The numbers of the texts that contain a word."""
        data, found, end = encode(word), [], 0
        while (at := self.data.find(data, end)) >= 0:
            number = bisect_right(self._starts, at) - 1
            found.append(number)
            end = self._starts[number + 1] if number + 1 < len(self._starts) else len(self.data)
        return found

    @cached_property
    def _words(self) -> list[bytes]:
        return self.data.translate(LETTERS).split()

    @cached_property
    def _starts(self) -> list[int]:
        return [0, *accumulate(len(encode(text)) + 1 if text else 0 for text in self._texts[:-1])]


def fold(text: str) -> str:
    """A text in lower case, each run of white space one space."""
    if not text.isascii() and any(chr(letter) in text for letter in FOLDED_TO_ASCII):
        text = text.translate(FOLDED_TO_ASCII)
    return " ".join(text.lower().split())


def encode(text: str) -> bytes:
    """A text in UTF-8."""
    try:
        return text.encode()
    except UnicodeEncodeError:
        return text.translate(SURROGATES).encode()


def decode(data: bytes) -> str:
    """The text of UTF-8 that may begin or end inside a character."""
    return data.decode("utf-8", "replace")
