"""Excerpts of a line around a position, with carets."""

from __future__ import annotations

from msgspec import Struct

from newslint.core.visible import visible
from newslint.reporters.paint import cells

ELISION = "… "


class Excerpt(Struct, frozen=True):
    """A position with the text before and after it, on one line."""

    before: str
    place: str
    after: str

    @property
    def indent(self) -> str:
        """The white space before the carets."""
        return " " * cells(self.before)

    @property
    def carets(self) -> str:
        """A caret for each column of the position, at least one."""
        return "^" * max(cells(self.place), 1)


def excerpt(line: str, start: int, end: int, width: int) -> Excerpt:
    """Cut a line around a position down to `width` columns."""
    place = visible(line[start : min(end, start + width)])
    room = width - cells(place)
    if end - start > width or room < 0:
        before = ELISION if start else ""
        return Excerpt(before, first_words(place, width - len(ELISION) - 2), " …")
    left, right = visible(line[max(start - width, 0) : start]), visible(line[end : end + width])
    right_cells = cells(right)
    share = max(room // 2, room - right_cells)
    before = left if start <= width and cells(left) <= share else _before(left, share)
    room -= cells(before)
    after = right if len(line) - end <= width and right_cells <= room else _after(right, room)
    return Excerpt(before, place, after)


def first_words(text: str, room: int) -> str:
    """The words at the beginning of a text that fit."""
    cut = _fit(text, room)
    if len(cut) == len(text) or text[len(cut)].isspace():
        return cut.rstrip()
    return (cut.rpartition(" ")[0] or cut).rstrip()


def last_words(text: str, room: int) -> str:
    """The words at the end of a text that fit."""
    return first_words(text[::-1], room)[::-1]


def _after(text: str, room: int) -> str:
    """The text after a position, as far as it fits."""
    cut = _fit(text, room - len(ELISION))
    words = cut if not cut or text[len(cut) : len(cut) + 1].isspace() else cut.rpartition(" ")[0] or cut
    return words.rstrip() + " …" if cut else ""


def _before(text: str, room: int) -> str:
    """The text before a position, as far as it fits."""
    return _after(text[::-1], room)[::-1]


def _fit(text: str, room: int) -> str:
    """The longest beginning of a text that fits."""
    if text.isascii():
        return text[: max(room, 0)]
    while text and (wide := cells(text)) > room:
        text = text[: len(text) * max(room, 0) // (wide + 1)]
    return text
