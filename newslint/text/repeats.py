"""Which texts may say a word twice in a row: no expression can be looked for, but words can be compared."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from newslint.text.encoded_text import EncodedText


def repeating(texts: Sequence[str], joined: EncodedText, matters: Callable[[str], bool]) -> Iterator[int]:
    """The numbers of the texts in which a word of ASCII letters may follow itself, over white space alone.

    `matters` says of a word in small letters whether its repetition should be told of.
    """
    words = {word for word in joined.doubled if matters(word)}
    if any(_follows_itself(word, joined.small) for word in words):
        yield from (n for n, text in enumerate(texts) if any(map(matters, EncodedText([text]).doubled)))


def _follows_itself(word: str, small: bytes) -> bool:
    said = word.encode()
    return re.search(rb"%s +%s" % (said, said), small) is not None


def looping(joined: EncodedText) -> bool:
    """Whether a word of ASCII letters may stand four times in a row, over white space and marks alone."""
    said = joined.doubled
    return any(one == two == three for one, two, three in zip(said, said[1:], said[2:], strict=False))
