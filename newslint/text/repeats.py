"""Which texts may say a word twice in a row: no expression can be looked for, but words can be compared."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import compress
from operator import eq
from string import ascii_letters

from newslint.joined import Joined

LETTERS = bytes(ord(byte.lower()) if byte in ascii_letters else 32 for byte in map(chr, range(256)))
"""What becomes of each byte: what is no letter of ASCII becomes a space."""


def repeating(texts: Sequence[str], joined: Joined, matters: Callable[[str], bool]) -> Iterator[int]:
    """The numbers of the texts in which a word of ASCII letters may follow itself, over white space alone.

    `matters` says of a word in small letters whether its repetition should be told of.
    """
    if any(map(matters, _twice(joined))):
        yield from (n for n, text in enumerate(texts) if any(map(matters, _twice(Joined([text])))))


def looping(joined: Joined) -> bool:
    """Whether a word of ASCII letters may stand four times in a row, over white space and marks alone."""
    said = list(_twice(joined))
    return any(one == two == three for one, two, three in zip(said, said[1:], said[2:], strict=False))


def _twice(joined: Joined) -> Iterator[str]:
    words = joined.data.translate(LETTERS).split()
    return map(bytes.decode, compress(words, map(eq, words, words[1:])))
