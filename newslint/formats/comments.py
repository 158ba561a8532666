"""Comments of a file, and the elements that they apply to."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct
from msgspec.structs import replace

from newslint.core.positions import Span
from newslint.core.segments import Comment

WHOLE = frozenset(
    {
        *("blockquote", "bq", "dd", "dl", "dt", "figcaption", "figure", "h1", "h2", "h3", "h4", "h5", "h6"),
        *("li", "nitf-table", "ol", "p", "para", "paragraph", "table", "td", "th", "ul"),
    }
)
"""Lists, tables, quotations and the like: a comment right before one applies to all of it."""


class _Target(Struct):
    """An open element that comments apply to."""

    depth: int
    start: int
    comments: list[int]


class Comments:
    """Collects comments, in order, while a file is parsed."""

    def __init__(self) -> None:
        self.found: list[Comment] = []
        self._waiting: list[int] = []
        self._open: list[_Target] = []

    @property
    def are_waiting(self) -> bool:
        """Whether any comment may apply to the next element."""
        return bool(self._waiting)

    def add(self, comment: Comment) -> None:
        """Add a comment, which may apply to the next element."""
        self._waiting.append(len(self.found))
        self.found.append(comment)

    def find(self, text: str, within: Span) -> None:
        """Add the HTML comments in a span of the text."""
        start = text.find("<!--", within.start, within.end)
        end = text.find("-->", start + 4, within.end)
        while 0 <= start < end:
            self.add(Comment(Span(start, end + 3), text[start + 4 : end].strip()))
            start = text.find("<!--", end + 3, within.end)
            end = text.find("-->", start + 4, within.end)

    def begin(self, name: str, depth: int, start: int) -> None:
        """Note the start of an element inside `depth` others."""
        self._close(depth, start)
        if self._waiting and name in WHOLE:
            self._open.append(_Target(depth, start, self._waiting))
        self.settle()

    def end(self, depth: int, end: int) -> None:
        """Note that elements ended, so that `depth` are open."""
        self._close(depth, end)
        self.settle()

    def aim(self, target: Span) -> None:
        """Apply the waiting comments to a part of the file."""
        self._aim(self._waiting, target)
        self.settle()

    def settle(self) -> None:
        """Release the waiting comments: they apply to the next block only."""
        self._waiting = []

    def _close(self, depth: int, end: int) -> None:
        while self._open and self._open[-1].depth >= depth:
            target = self._open.pop()
            self._aim(target.comments, Span(target.start, end))

    def _aim(self, numbers: Iterable[int], target: Span) -> None:
        for number in numbers:
            self.found[number] = replace(self.found[number], target=target)
