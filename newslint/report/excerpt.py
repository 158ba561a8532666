"""A place in its paragraph, with marks under it."""

from __future__ import annotations

from dataclasses import dataclass

from newslint.report.paint import cells, visible

ELISION = "… "


@dataclass(frozen=True, slots=True)
class Excerpt:
    """What stands before a place, the place and what follows it, all to be shown on one line."""

    before: str
    place: str
    after: str

    @property
    def marks(self) -> str:
        """The line to print below: a caret under each column of the place."""
        return " " * cells(self.before) + "^" * max(cells(self.place), 1)


def excerpt(line: str, start: int, end: int, width: int) -> Excerpt:
    """As much of a line around a place as `width` columns hold; what is left out is elided."""
    place = _fitting(visible(line[start : start + width][: end - start]), width)
    if start + width < end or place != visible(line[start:end]):
        return Excerpt(ELISION if line[:start].strip() else "", place[: -len(ELISION)], ELISION.rstrip())
    left, right = visible(line[max(start - width, 0) : start]), visible(line[end : end + width])
    room = max(width - cells(place) - 2 * len(ELISION), 0)
    for_left = max(room // 2, room - cells(right))
    before = left if cells(left) <= for_left and start <= width else ELISION + _last_words(left, for_left)
    for_right = room - cells(before)
    after = (
        right if cells(right) <= for_right and len(line) - end <= width else _first_words(right, for_right)
    )
    return Excerpt(before, place, after)


def _fitting(text: str, room: int) -> str:
    while cells(text) > room:
        text = text[: len(text) * room // (cells(text) + 1)]
    return text


def _first_words(text: str, room: int) -> str:
    cut = _fitting(text, room)
    words = cut.rpartition(" ")[0] if cut != text else cut
    return (words or cut) + " …"


def _last_words(text: str, room: int) -> str:
    cut = _fitting(text[::-1], room)[::-1]
    words = cut.partition(" ")[2] if cut != text else cut
    return words or cut
