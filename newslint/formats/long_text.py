"""Cuts texts with more paragraphs than any article has.

A part begins with a paragraph that only line ends divide from the one before. No comment comes right before
it, which would be about it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import BinaryIO

from newslint.core.patterns import pattern

BREAK = r"(?<=[^\s>])(?:\r\n|\n|\r){%s}+(?=[^\s<])"
LINE_BREAK, PARAGRAPH_BREAK = pattern(BREAK % "1,2"), pattern(BREAK % "2")
FOR_FILE = "ignore-file"
"""An instruction about all of the text, which is not cut then."""


def cut(file: BinaryIO, most: int, breaks: Callable[[str], Iterable[int]]) -> Iterator[tuple[int, int]]:
    """The parts of a file, cut at `breaks` into `most` paragraphs.

    A text is read with a character for each byte, since markup is ASCII.
    """
    file.seek(0)
    text = file.read().decode("latin-1")
    start = 0
    if text.count("\n") + text.count("\r") > most and FOR_FILE not in text:
        for place in islice(breaks(text), most - 1, None, most):
            yield start, place
            start = place
    yield start, len(text)
