"""⟦Marks⟧ in an article, and its paragraphs with their marks."""

from __future__ import annotations

from functools import cache

from newslint.core.positions import Span
from newslint.core.segments import BlockKind
from newslint.formats import plain

OPEN, CLOSE = "⟦", "⟧"


def unmark(marked: str) -> tuple[str, list[Span]]:
    """The text without marks, and the marked spans.

    Raises:
        ValueError: a mark is unclosed or unopened.

    """
    text, marks = "", []
    for number, part in enumerate(marked.split(OPEN)):
        inside, mark, rest = part.rpartition(CLOSE)
        if bool(mark) != bool(number) or CLOSE in inside:
            raise ValueError(f"unbalanced marks in {marked!r}")
        if number:
            marks.append(Span(len(text), len(text) + len(inside)))
        text += inside + rest
    return text, marks


@cache
def paragraphs(marked: str) -> tuple[tuple[BlockKind, str], ...]:
    """The headline and paragraphs of a plain text, with their marks.

    Wrapped lines stay wrapped.
    """
    text, marks = unmark(marked)
    found: list[tuple[BlockKind, str]] = []
    for part in plain.parse_blocks(text)[0]:
        if part.kind is not BlockKind.GAP:
            start, end = part.segments[0].span.start, part.segments[-1].span.end
            within = [mark for mark in marks if start <= mark.start and mark.end <= end]
            shifted = [Span(mark.start - start, mark.end - start) for mark in within]
            found.append((part.kind, _add_marks(text[start:end], shifted)))
    return tuple(found)


def deleted_kinds(marked: str, fixed: str) -> set[BlockKind]:
    """The kinds of paragraphs that a fix deletes as a whole."""
    before = paragraphs(marked)
    if len(before) == len(paragraphs(fixed)):
        return set()
    return {kind for kind, text in before if text[0] == OPEN and text.find(CLOSE) == len(text) - 1}


def _add_marks(text: str, marks: list[Span]) -> str:
    for mark in sorted(marks, reverse=True):
        text = text[: mark.start] + OPEN + mark.of(text) + CLOSE + text[mark.end :]
    return text
