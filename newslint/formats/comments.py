"""The element that each comment of a file is about, where that is more than the next block."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from newslint.core.positions import Span
from newslint.core.segments import Comment

WHOLE = frozenset(
    {
        *("blockquote", "bq", "dd", "dl", "dt", "figcaption", "figure", "h1", "h2", "h3", "h4", "h5", "h6"),
        *("li", "nitf-table", "ol", "p", "para", "paragraph", "table", "td", "th", "ul"),
    }
)
"""Lists, tables, quotations and the like: a comment right before one is about all of it."""


@dataclass(slots=True)
class _Target:
    """An element that is open: how many elements are around it, where it began, the comments about it."""

    depth: int
    start: int
    comments: list[int]


class Comments:
    """The comments of a file in order, while its elements are being read."""

    def __init__(self) -> None:
        self.found: list[Comment] = []
        self._waiting: list[int] = []
        self._open: list[_Target] = []

    @property
    def are_waiting(self) -> bool:
        """Whether there are comments that may be about the next element."""
        return bool(self._waiting)

    def add(self, comment: Comment) -> None:
        """A comment, which may be about the next element."""
        self._waiting.append(len(self.found))
        self.found.append(comment)

    def find(self, text: str, within: Span) -> None:
        """The comments of HTML in a span of a text."""
        start = text.find("<!--", within.start, within.end)
        end = text.find("-->", start + 4, within.end)
        while 0 <= start < end:
            self.add(Comment(Span(start, end + 3), text[start + 4 : end].strip()))
            start = text.find("<!--", end + 3, within.end)
            end = text.find("-->", start + 4, within.end)

    def begin(self, name: str, depth: int, start: int) -> None:
        """An element begins in `depth` others."""
        self._close(depth, start)
        if self._waiting and name in WHOLE:
            self._open.append(_Target(depth, start, self._waiting))
        self.settle()

    def end(self, depth: int, end: int) -> None:
        """Elements end, so that `depth` are open."""
        self._close(depth, end)
        self.settle()

    def aim(self, target: Span) -> None:
        """Comments so far are about a part of the file."""
        self._aim(self._waiting, target)
        self.settle()

    def settle(self) -> None:
        """Text or another element comes: comments so far are about no element that begins later."""
        if self._waiting:
            self._waiting = []

    def _close(self, depth: int, end: int) -> None:
        while self._open and self._open[-1].depth >= depth:
            target = self._open.pop()
            self._aim(target.comments, Span(target.start, end))

    def _aim(self, numbers: Iterable[int], target: Span) -> None:
        for number in numbers:
            self.found[number] = replace(self.found[number], target=target)
