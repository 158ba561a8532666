"""Which texts may say a word twice in a row: no expression can be looked for, but words can be compared."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from operator import eq
from string import ascii_letters

from newslint.joined import Joined

OTHER = bytes(set(range(256)) - set(f"{ascii_letters} ".encode()))
NO_BREAK_SPACE = b"\xc2\xa0"


def repeating(texts: Sequence[str]) -> Iterator[int]:
    """The numbers of the texts in which a word of ASCII letters may follow itself, over white space alone."""
    if _may_repeat(Joined(texts)):
        yield from (number for number, text in enumerate(texts) if _may_repeat(Joined([text])))


def _may_repeat(joined: Joined) -> bool:
    words = joined.small.replace(NO_BREAK_SPACE, b" ").translate(None, OTHER).split()
    return any(map(eq, words, words[1:]))
