"""Phrases of up to eight words that are repeated immediately."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import compress, count
from operator import eq

from msgspec import Struct

from newslint.core.positions import Range
from newslint.core.text_facts import TextFacts

LONGEST = 8
"""Maximum words of a phrase."""
BREAK = "\0"
"""The separator between the words of two texts."""
COMPOUND = frozenset("’'-")
OPENING = "“‘\"'("
OPENING_ANYWHERE = '“‘"('
MARKS = ".,;:!?”’\"')"
LINKS = frozenset({"and", "or"})
NEARLY = 4
"""Minimum words of a phrase of which the last may differ."""


class Repetition(Struct, frozen=True):
    """A phrase, and the same words right after it."""

    words: tuple[str, ...]
    first: Range
    second: Range
    is_exact: bool = True
    """Whether the last word is the same, too."""


def _may_repeat(texts: Sequence[str]) -> list[bool]:
    """Whether a phrase may be repeated in each text.

    All texts are searched at once, by a byte for each word: a list of words for each text costs three times
    as much.
    """
    joined = f" {BREAK} ".join(text.replace(BREAK, " ") for text in texts).lower()
    for mark in OPENING_ANYWHERE:
        joined = joined.replace(mark, "")
    words = joined.split()
    signs = bytes(map(0xFF.__and__, map(hash, words)))
    starts = [
        start
        for length in range(1, min(LONGEST, len(words) // 2) + 1)
        for start in _candidates(signs, length)
        if words[start] == words[start + length] and (length > 1 or _is_compound(words[start]))
        if _repeats(words, start, length) or _nearly_repeats(words, start, length)
    ]
    starts += [
        start
        for start in (_candidates(signs, 2) if len(words) > 2 else ())
        if words[start + 1] in LINKS and BREAK != words[start] == words[start + 2].rstrip(MARKS)
    ]
    ends = [number for number, word in enumerate(words) if word == BREAK] if starts else []
    found = [False] * len(texts)
    for start in starts:
        found[bisect_right(ends, start)] = True
    return found


may_repeat = TextFacts(_may_repeat)
"""Whether a phrase may be repeated in each of some texts."""


def _candidates(signs: bytes, length: int) -> Iterator[int]:
    """Yield places where a phrase may recur, except for its last word."""
    differing = int.from_bytes(signs[length:]) ^ int.from_bytes(signs[:-length])
    signs, same = differing.to_bytes(len(signs) - length), bytes(max(length - 1, 1))
    start = signs.find(same)
    while start >= 0:
        yield start
        start = signs.find(same, start + 1)


def repeated_phrases(text: str) -> Iterator[Repetition]:
    """Yield immediately repeated phrases with only white space between words.

    An opening mark before the first word is no part of the phrase.
    """
    words = text.split()
    same = [word.lower() for word in words]
    bare = [word.lstrip(OPENING) for word in same]
    starts: list[int] = []
    for length in range(1, min(LONGEST, len(words) // 2) + 1):
        end = -1
        for start in compress(count(), map(eq, bare, same[length:])):
            if length == 1 and not _is_compound(bare[start]):
                continue
            both = [bare[start], *same[start + 1 : start + 2 * length]]
            is_exact = start > end and _repeats(both, 0, length)
            if is_exact or (start > end and _nearly_repeats(both, 0, length)):
                end = start + length
                starts = starts or _starts(text, words)
                yield _repetition(words, starts, start, length, is_exact=is_exact)


def _is_compound(word: str) -> bool:
    """Whether a word has an inner mark or comma: “12-year-old”, “Oslo,”."""
    if word.isalnum() or not any(map(str.isalpha, word)):
        return False
    return word[-1] == "," or not COMPOUND.isdisjoint(word[1:-1])


def _repeats(words: list[str], start: int, length: int) -> bool:
    """Whether the same words follow, with at most a comma between them."""
    middle, last = start + length, start + 2 * length - 1
    if last >= len(words) or words[start + 1 : middle - 1] != words[middle + 1 : last]:
        return False
    return words[middle - 1].rstrip(",") == words[last].rstrip(MARKS) and BREAK not in words[start:last]


def _nearly_repeats(words: list[str], start: int, length: int) -> bool:
    """Whether words recur but for the last: “a town, a city”."""
    middle, last = start + length, start + 2 * length - 1
    if length < NEARLY or last >= len(words) or words[start : middle - 1] != words[middle:last]:
        return False
    both_alpha = words[middle - 1].isalpha() and words[last].rstrip(MARKS).isalpha()
    return both_alpha and BREAK not in words[start:last]


def _starts(text: str, words: list[str]) -> list[int]:
    """Where each word begins, in code points."""
    starts, offset = [], 0
    for word in words:
        offset = text.index(word, offset)
        starts.append(offset)
        offset += len(word)
    return starts


def _repetition(
    words: list[str], starts: list[int], start: int, length: int, *, is_exact: bool
) -> Repetition:
    middle, end = start + length, start + 2 * length - 1
    first = words[start].lstrip(OPENING)
    return Repetition(
        (first, *words[start + 1 : middle]),
        Range(starts[start] + len(words[start]) - len(first), starts[middle - 1] + len(words[middle - 1])),
        Range(starts[middle], starts[end] + len(words[end].rstrip(MARKS))),
        is_exact,
    )
