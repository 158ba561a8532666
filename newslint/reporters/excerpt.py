"""A place in its paragraph, with marks under it."""

from __future__ import annotations

from dataclasses import dataclass

from newslint.core.visible import visible
from newslint.reporters.paint import cells

ELISION = "… "


@dataclass(frozen=True, slots=True)
class Excerpt:
    """What stands before a place, the place and what follows it, all to be shown on one line."""

    before: str
    place: str
    after: str

    @property
    def indent(self) -> str:
        """What to print below, before the carets."""
        return " " * cells(self.before)

    @property
    def carets(self) -> str:
        """A caret for each column of the place, one at least."""
        return "^" * max(cells(self.place), 1)


def excerpt(line: str, start: int, end: int, width: int) -> Excerpt:
    """As much of a line around a place as `width` columns hold; what is left out is elided."""
    place = visible(line[start : min(end, start + width)])
    room = width - cells(place)
    if end - start > width or room < 0:
        before = ELISION if start else ""
        return Excerpt(before, _fitting(place, width - len(ELISION) - 1), "…")
    left, right = visible(line[max(start - width, 0) : start]), visible(line[end : end + width])
    right_cells = cells(right)
    share = max(room // 2, room - right_cells)
    before = left if start <= width and cells(left) <= share else _last_words(left, share)
    room -= cells(before)
    after = right if len(line) - end <= width and right_cells <= room else _first_words(right, room)
    return Excerpt(before, place, after)


def _first_words(text: str, room: int) -> str:
    cut = _fitting(text, room - len(ELISION))
    return (cut.rpartition(" ")[0] or cut) + " …" if cut else ""


def _last_words(text: str, room: int) -> str:
    cut = _fitting(text[::-1], room - len(ELISION))[::-1]
    return ELISION + (cut.partition(" ")[2] or cut) if cut else ""


def _fitting(text: str, room: int) -> str:
    """As much of the beginning of a text as fits."""
    while text and (wide := cells(text)) > room:
        text = text[: len(text) * max(room, 0) // (wide + 1)]
    return text
