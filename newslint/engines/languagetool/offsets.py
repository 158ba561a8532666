"""Converts lengths from UTF-16 units, as in Java, to code points."""

from __future__ import annotations

from newslint.core.positions import Range


def range_of(text: str, start: int, units: int) -> Range:
    """The range from code point `start` that is `units` UTF-16 units long.

    language-tool-python converts the offset of a match, but not its length. A length that ends within a
    character includes all of it; one beyond the text ends with the text.
    """
    end = start
    while units > 0 and end < len(text):
        units -= 2 if text[end] > "\uffff" else 1
        end += 1
    return Range(start, end)
