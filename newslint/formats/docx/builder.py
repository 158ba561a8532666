"""The lines of a member while it is being read."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from newslint.formats.docx.line import Leaf, Line, LineMark

OBJECT = LineMark("\ufffc")
"""A picture, the number of a note, hidden or deleted text: whatever stands between words and is none."""
EMPTY = Line()


@dataclass(slots=True)
class Paragraph:
    """One that is open, and where its line belongs. What is put into it is dropped while it is muted."""

    lines: list[Line]
    index: int
    items: list[Leaf | LineMark] = field(default_factory=list)
    style: str = ""
    flow: str = ""
    muted: bool = False
    locked: bool = False


@dataclass(slots=True)
class Alternatives:
    """One thing written for new programs and again for old ones.

    The first is read. It makes the lines from `first` to `last`; the others must say the same.
    `outer` is the paragraph around, which held so many items before.
    """

    lines: list[Line]
    outer: Paragraph | None
    items: int
    first: int
    last: int = -1
    within: int = 0
    before: tuple[bool, bool] = (False, False)


class Draft:
    """Lines in the order in which their paragraphs begin; a text box follows the paragraph that holds it."""

    def __init__(self) -> None:
        self.lines: list[Line] = []
        self._open: list[Paragraph] = []
        self._alternatives: list[Alternatives] = []
        self._flows = [""]

    @property
    def line(self) -> int:
        """The number of the line that is open, or would be next."""
        return self._open[0].index if self._open else len(self.lines)

    @property
    def locked(self) -> bool:
        """Whether text that is now put in may not be edited."""
        return bool(self._open) and self._open[-1].locked

    def begin(self) -> None:
        """A paragraph."""
        self._open.append(Paragraph(self.lines, len(self.lines), flow=self._flows[-1]))
        self.lines.append(EMPTY)

    def end(self) -> None:
        """Its end."""
        paragraph = self._open.pop()
        if paragraph.items:
            line = Line(tuple(paragraph.items), paragraph.style, flow=paragraph.flow)
            paragraph.lines[paragraph.index] = line

    def enter(self, flow: str) -> None:
        """Something that holds paragraphs of its own, such as a cell."""
        self._flows.append(flow)

    def leave(self) -> None:
        """Its end."""
        self._flows.pop()

    def stand_alone(self) -> None:
        """Of the open paragraph: it is an item of a list."""
        if self._open:
            self._open[-1].flow = f"item {self._open[-1].index}"

    def style(self, name: str) -> None:
        """Of the open paragraph."""
        if self._open:
            self._open[-1].style = name

    def put(self, item: Leaf | LineMark) -> None:
        """Add to the open paragraph; objects side by side are one."""
        if not self._open or self._open[-1].muted or not item.text:
            return
        items = self._open[-1].items
        if item is not OBJECT or items[-1:] != [OBJECT]:
            items.append(item)

    def alternate(self) -> None:
        """One thing is about to be written in several ways."""
        outer = self._open[-1] if self._open else None
        items = len(outer.items) if outer else 0
        self._alternatives.append(Alternatives(self.lines, outer, items, len(self.lines)))

    def end_alternate(self) -> None:
        """It was."""
        self._alternatives.pop()

    def alternative(self) -> None:
        """One of the ways: the first is read, and others are set aside.

        Text of theirs in the paragraph around is read, but locked, if the first put nothing there.
        """
        if not self._alternatives:
            return
        known = self._alternatives[-1]
        known.within += 1
        if known.within > 1 or known.last < 0:
            return
        self.lines = []
        if outer := known.outer:
            known.before = outer.muted, outer.locked
            outer.muted, outer.locked = outer.muted or len(outer.items) > known.items, True

    def end_alternative(self) -> None:
        """Its end."""
        if not self._alternatives:
            return
        known = self._alternatives[-1]
        known.within -= 1
        if known.within:
            return
        if known.last < 0:
            known.last = len(self.lines)
            return
        aside, self.lines = self.lines, known.lines
        if known.outer:
            known.outer.muted, known.outer.locked = known.before
        known.lines[known.first : known.last] = _paired(known.lines[known.first : known.last], aside)


def _paired(lines: list[Line], aside: list[Line]) -> list[Line]:
    """Lines with those that say the same elsewhere as twins; locked, if others do not say the same."""
    echoes = [line for line in aside if line.readable]
    if not echoes:
        return lines
    told = [line for line in lines if line.readable]
    same = [line.text for line in told] == [line.text for line in echoes]
    if not same or any(line.twin for line in echoes):
        return [line.frozen() for line in lines]
    twins = iter(echoes)
    return [
        replace(line, twin=replace(next(twins), twin=line.twin)) if line.readable else line for line in lines
    ]
