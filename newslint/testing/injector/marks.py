"""Styles of quotation marks and apostrophes, and moves between them."""

from __future__ import annotations

import re

CURLY, STRAIGHT, CURLY_SINGLE, STRAIGHT_SINGLE = "curly", "straight", "curly-single", "straight-single"
_NESTED = re.compile(r"(?:(?<=[\s\"“(])|^)['‘](?=\w)(?!\d\ds?\b|n['’]|em\b|til\b|tis\b)")
_BEFORE_OPENING = " \t\r\n([—–-/“‘"


def style_of(text: str) -> str:
    """The style that a text seems to use."""
    if "“" in text:
        return CURLY
    if '"' in text:
        return STRAIGHT
    if re.search(r"(?<!\w)‘\w", text):
        return CURLY_SINGLE
    if re.search(r"(?<!\w)'\w[^'\n]+'(?!\w)", text):
        return STRAIGHT_SINGLE
    return CURLY if "’" in text else STRAIGHT


def restyle(text: str, style: str) -> str | None:
    """The text in another style, of the same length.

    None where that is not safe.
    """
    plain = text.translate(str.maketrans("“”‘’", "\"\"''"))
    if style == STRAIGHT:
        return plain
    if re.search(r"[\d\s]\"(?=\s)|\"\"|''|`", plain):
        return None
    if style in (CURLY_SINGLE, STRAIGHT_SINGLE) and _NESTED.search(plain):
        return None
    if style == STRAIGHT_SINGLE:
        return plain.replace('"', "'")
    opening, closing = ("“", "”") if style == CURLY else ("‘", "’")
    marks = []
    for place, mark in enumerate(plain):
        opens = place == 0 or (
            plain[place - 1] in _BEFORE_OPENING + '"' and plain[place - 1 : place + 1] != "\"'"
        )
        if mark == '"':
            marks.append(
                opening if place == 0 or (plain[place - 1] in _BEFORE_OPENING + "'" and opens) else closing
            )
        elif mark == "'":
            marks.append("‘" if _NESTED.match(plain, place) else "’")
        else:
            marks.append(mark)
    return "".join(marks)
