"""The words that a fix deletes and inserts, in their context."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from enum import StrEnum
from typing import NamedTuple

from newslint.core.diagnostics import Change, Edit
from newslint.core.positions import Range, Span
from newslint.core.source import splice
from newslint.text.document import Block

TOKEN = re.compile(r"[\w’'-]+|\s+|.", re.DOTALL)
CONTEXT = 120
"""Characters shown on either side of a change, at most."""
COMPARED = 400
"""Words; longer passages are shown as replaced."""


class PartKind(StrEnum):
    """What became of a part of a text."""

    KEPT = "kept"
    DELETED = "deleted"
    INSERTED = "inserted"


class DiffPart(NamedTuple):
    """A part of a text before or after a fix."""

    kind: PartKind
    text: str


def word_diff(before: str, after: str) -> Iterator[DiffPart]:
    """What stays, goes and comes, word by word."""
    old, new = TOKEN.findall(before), TOKEN.findall(after)
    if max(len(old), len(new)) > COMPARED:
        yield from _replacement(old, new)
        return
    for operation, start, end, new_start, new_end in SequenceMatcher(None, old, new, False).get_opcodes():
        if operation == "equal":
            yield DiffPart(PartKind.KEPT, "".join(old[start:end]))
        else:
            yield from _replacement(old[start:end], new[new_start:new_end])


def fix_diff(block: Block, at: Range, changes: Sequence[Change]) -> tuple[DiffPart, ...]:
    """The sentence around a place before and after changes, cut if long."""
    reach = [at, *(change.at for change in changes)]
    shown = _reach(block, Range(min(place.start for place in reach), max(place.end for place in reach)))
    before = shown.of(block.text)
    edits = (
        Edit(Span(change.at.start - shown.start, change.at.end - shown.start), change.text)
        for change in changes
    )
    return tuple(word_diff(before, splice(before, edits)))


def sentence_around(block: Block, at: Range) -> tuple[str, str, str]:
    """The sentence around a place in three parts."""
    shown = _reach(block, at)
    return (
        Range(shown.start, at.start).of(block.text),
        at.of(block.text),
        Range(at.end, shown.end).of(block.text),
    )


def _reach(block: Block, at: Range) -> Range:
    """The sentence around a place, cut at words if it is long."""
    return Range(
        _cut_before(block.text, block.sentence_at(at.start).start, at.start),
        _cut_after(block.text, max(block.sentence_at(max(at.end - 1, at.start)).end, at.end), at.end),
    )


def _replacement(old: Sequence[str], new: Sequence[str]) -> Iterator[DiffPart]:
    if old:
        yield DiffPart(PartKind.DELETED, "".join(old))
    if new:
        yield DiffPart(PartKind.INSERTED, "".join(new))


def _cut_before(text: str, sentence: int, place: int) -> int:
    """Where to begin showing a sentence, near a place in it."""
    nearest = max(min(sentence, place), place - CONTEXT)
    if nearest <= sentence:
        return min(sentence, place)
    space = text.find(" ", nearest, place)
    return nearest if space < 0 else space + 1


def _cut_after(text: str, sentence: int, place: int) -> int:
    """Where to stop showing a sentence, near a place in it."""
    nearest = min(sentence, place + CONTEXT)
    if nearest == sentence:
        return sentence
    space = text.rfind(" ", place, nearest)
    return nearest if space < 0 else space
