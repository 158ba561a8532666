"""The lengths of LanguageTool, which counts as Java does, in code points."""

from __future__ import annotations

from newslint.core.positions import Range


def place(text: str, start: int, units: int) -> Range:
    """The place that begins at code point `start` of a text and is `units` of UTF-16 long.

    language-tool-python corrects where a match begins, but not how long it is. A length that ends
    within a character takes in the whole of it; one beyond the text ends with the text.
    """
    end = start
    while units > 0 and end < len(text):
        units -= 2 if text[end] > "\uffff" else 1
        end += 1
    return Range(start, end)
