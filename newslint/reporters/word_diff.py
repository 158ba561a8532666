"""Differences between two texts, word by word."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from newslint.core.patterns import pattern

WORDS = r"(?s)[\p{L}\p{M}\p{N}]+(?:[’'][\p{L}\p{M}]+)*|\n|[^\S\n]+|."
"""A word, a line end, white space or a mark."""
MAX_TOKENS = 4_000
"""Tokens in both texts; a longer difference is shown as one."""


class Piece(NamedTuple):
    """A part of the old text, and its replacement."""

    old: str
    new: str

    @property
    def is_change(self) -> bool:
        """Whether the texts differ here."""
        return self.old != self.new


def word_diff(old: str, new: str) -> Iterator[Piece]:
    """Yield pieces that add up to both texts, equal or different."""
    before, after = ([found[0] for found in pattern(WORDS).finditer(text)] for text in (old, new))
    same = _count_equal(before, after)
    tail = _count_equal(before[same:][::-1], after[same:][::-1])
    yield from _equal(before[:same])
    yield from _changes(before[same : len(before) - tail], after[same : len(after) - tail])
    yield from _equal(before[len(before) - tail :])


def _changes(before: list[str], after: list[str]) -> Iterator[Piece]:
    if not before or not after or len(before) + len(after) > MAX_TOKENS:
        if before or after:
            yield Piece("".join(before), "".join(after))
        return
    from difflib import SequenceMatcher

    for _, start, end, new_start, new_end in SequenceMatcher(
        None, before, after, autojunk=False
    ).get_opcodes():
        yield Piece("".join(before[start:end]), "".join(after[new_start:new_end]))


def _equal(tokens: list[str]) -> Iterator[Piece]:
    if tokens:
        yield Piece("".join(tokens), "".join(tokens))


def _count_equal(tokens: Sequence[str], others: Sequence[str]) -> int:
    """The number of tokens at the beginning that are equal."""
    pairs = enumerate(zip(tokens, others, strict=False))
    return next((index for index, (one, other) in pairs if one != other), min(len(tokens), len(others)))
