"""Collects the lines of a member while its XML is parsed."""

from __future__ import annotations

from msgspec import Struct, field
from msgspec.structs import replace

from newslint.formats.docx.line import Leaf, Line, LineMark

OBJECT = LineMark("\ufffc")
"""A picture, a note number, hidden or deleted text: anything between words that is not text."""
EMPTY = Line()


class Paragraph(Struct):
    """An open paragraph; items added while it is muted are dropped."""

    lines: list[Line]
    index: int
    items: list[Leaf | LineMark] = field(default_factory=list)
    style: str = ""
    flow: str = ""
    muted: bool = False
    locked: bool = False


class Alternatives(Struct):
    """Content that Word writes several times, for new and old programs.

    The first version is read, as the lines from `first` to `last`; the others must have the same text.
    `outer` is the paragraph around them, which had `items` items before.
    """

    lines: list[Line]
    outer: Paragraph | None
    items: int
    first: int
    last: int = -1
    within: int = 0
    before: tuple[bool, bool] = (False, False)


class StoryBuilder:
    """Collects lines; a text box follows the paragraph that holds it."""

    def __init__(self) -> None:
        self.lines: list[Line] = []
        self._open: list[Paragraph] = []
        self._alternatives: list[Alternatives] = []
        self._flows = [""]

    @property
    def line(self) -> int:
        """The number of the open line, or else of the next one."""
        return self._open[0].index if self._open else len(self.lines)

    @property
    def is_locked(self) -> bool:
        """Whether text added now must not be edited."""
        return bool(self._open) and self._open[-1].locked

    def begin_paragraph(self) -> None:
        """Open a paragraph."""
        self._open.append(Paragraph(self.lines, len(self.lines), flow=self._flows[-1]))
        self.lines.append(EMPTY)

    def end_paragraph(self) -> None:
        """Close the innermost paragraph."""
        paragraph = self._open.pop()
        if paragraph.items:
            line = Line(tuple(paragraph.items), paragraph.style, flow=paragraph.flow)
            paragraph.lines[paragraph.index] = line

    def enter(self, flow: str) -> None:
        """Enter an element with its own paragraphs, such as a cell."""
        self._flows.append(flow)

    def leave(self) -> None:
        """Leave the innermost such element."""
        self._flows.pop()

    def make_list_item(self) -> None:
        """Make the open paragraph a list item."""
        if self._open:
            self._open[-1].flow = f"item {self._open[-1].index}"

    def set_style(self, name: str) -> None:
        """Set the style of the open paragraph."""
        if self._open:
            self._open[-1].style = name

    def add(self, item: Leaf | LineMark) -> None:
        """Add an item to the open paragraph; adjacent objects become one."""
        if not self._open or self._open[-1].muted or not item.text:
            return
        items = self._open[-1].items
        if item is not OBJECT or items[-1:] != [OBJECT]:
            items.append(item)

    def begin_alternatives(self) -> None:
        """Begin content that is written several times."""
        outer = self._open[-1] if self._open else None
        items = len(outer.items) if outer else 0
        self._alternatives.append(Alternatives(self.lines, outer, items, len(self.lines)))

    def end_alternatives(self) -> None:
        """End content that is written several times."""
        self._alternatives.pop()

    def begin_alternative(self) -> None:
        """Begin one version: the first is read, the others are set aside.

        Their text in the outer paragraph is read, but locked, if the first put nothing there.
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
        """End one version."""
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
        known.lines[known.first : known.last] = _pair_twins(known.lines[known.first : known.last], aside)


def _pair_twins(lines: list[Line], aside: list[Line]) -> list[Line]:
    """Attach the other version of each line; lock lines whose versions differ."""
    echoes = [line for line in aside if line.readable]
    if not echoes:
        return lines
    readable = [line for line in lines if line.readable]
    same = [line.text for line in readable] == [line.text for line in echoes]
    if not same or any(line.twin for line in echoes):
        return [line.locked_copy() for line in lines]
    twins = iter(echoes)
    return [
        replace(line, twin=replace(next(twins), twin=line.twin)) if line.readable else line for line in lines
    ]
