"""The difference between two versions of a text, as edits."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher

from lsprotocol.types import TextEdit

from newslint.core.positions import Span
from newslint.lsp.text_positions import TextPositions


def text_edits(positions: TextPositions, new: str) -> list[TextEdit]:
    """The edits that turn one text into another."""
    old = positions.lines.text
    return [TextEdit(positions.range(span), text) for span, text in _changes(old, new)]


def _changes(old: str, new: str) -> Iterator[tuple[Span, str]]:
    before, after = old.splitlines(keepends=True), new.splitlines(keepends=True)
    at = 0
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    for kind, start, end, new_start, new_end in matcher.get_opcodes():
        gone, come = "".join(before[start:end]), "".join(after[new_start:new_end])
        if kind != "equal":
            head = _count_equal(gone, come)
            tail = _count_equal(gone[head:][::-1], come[head:][::-1])
            yield Span(at + head, at + len(gone) - tail), come[head : len(come) - tail]
        at += len(gone)


def _count_equal(one: str, other: str) -> int:
    """The number of characters at the beginning that are equal."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((index for index, (a, b) in pairs if a != b), min(len(one), len(other)))
