"""Which texts may repeat a word: compared as words, not searched."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache

from newslint.core.patterns import REMEMBERED
from newslint.text.encoded_text import EncodedText


def repeating(texts: Sequence[str], joined: EncodedText, matters: Callable[[str], bool]) -> Iterator[int]:
    """The texts in which an ASCII word may follow itself directly.

    White space alone may come between. `matters` says whether the repetition of a lower-case word is of
    interest.
    """
    words = {word for word in joined.repeated_words if matters(word)}
    if any(_follows_itself(word, joined.lower) for word in words):
        yield from (n for n, text in enumerate(texts) if any(map(matters, repeated_words(text))))


@lru_cache(REMEMBERED)
def repeated_words(text: str) -> tuple[str, ...]:
    """The words of a text that are repeated immediately."""
    return tuple(EncodedText([text]).repeated_words)


def echoes(joined: EncodedText, least: int) -> set[str]:
    """ASCII words of some length that the word before ends with."""
    return {word for word in joined.echoed_words if len(word) >= least}


def _follows_itself(word: str, small: bytes) -> bool:
    """Whether only spaces separate two copies of a word."""
    data = word.encode()
    at = small.find(data + b" ")
    while at >= 0:
        end = at + len(data)
        while small.startswith(b" ", end):
            end += 1
        if small.startswith(data, end):
            return True
        at = small.find(data + b" ", at + 1)
    return False


def may_loop(joined: EncodedText) -> bool:
    """Whether an ASCII word may occur four times in a row."""
    words = joined.repeated_words
    return any(one == two == three for one, two, three in zip(words, words[1:], words[2:], strict=False))
