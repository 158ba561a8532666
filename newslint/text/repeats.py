"""Which texts may repeat a word: compared as words, not searched."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from newslint.text.encoded_text import EncodedText


def repeating(texts: Sequence[str], joined: EncodedText, matters: Callable[[str], bool]) -> Iterator[int]:
    """The texts in which an ASCII word may follow itself directly.

    White space alone may come between. `matters` says whether the repetition of a lower-case word is of
    interest.
    """
    words = {word for word in joined.doubled if matters(word)}
    if any(_follows_itself(word, joined.small) for word in words):
        yield from (n for n, text in enumerate(texts) if any(map(matters, EncodedText([text]).doubled)))


def _follows_itself(word: str, small: bytes) -> bool:
    said = word.encode()
    return re.search(rb"%s +%s" % (said, said), small) is not None


def looping(joined: EncodedText) -> bool:
    """Whether an ASCII word may occur four times in a row.

    Over white space and punctuation alone.
    """
    said = joined.doubled
    return any(one == two == three for one, two, three in zip(said, said[1:], said[2:], strict=False))
