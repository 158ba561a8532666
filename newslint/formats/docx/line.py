"""A paragraph of Word as a line of text, and what becomes of its members' bytes when it is edited."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise, takewhile

from newslint.core.diagnostics import Edit
from newslint.core.errors import SourceError
from newslint.core.positions import Range, Span
from newslint.core.source import splice

BLANK = " \t\r\n"
"""What Word drops at both ends of a text that does not ask for it to be kept."""
TAG = re.compile(rb"<[^\s/>]+")
ASKED = re.compile(rb"""\sxml:space\s*=\s*(?:"[^"]*"|'[^']*')""")
KEEP = b' xml:space="preserve"'


@dataclass(frozen=True, slots=True)
class Bit:
    """Some characters and the bytes of the member that hold them: those very characters, or an escape."""

    text: str
    start: int
    end: int

    def byte(self, offset: int) -> int:
        """Where in the member a character begins; the end of the last is that of the bit."""
        return self.end if offset >= len(self.text) else self.start + len(self.text[:offset].encode())


@dataclass(frozen=True, slots=True)
class LineMark:
    """What stands in a line and is not written as text: a tab, a line break, a picture."""

    text: str
    readable: bool = False


@dataclass(frozen=True, slots=True)
class Leaf:
    """The text of one element, which begins at the byte `tag`.

    Of the characters in `bits` those before `lead` are not shown, nor those after `text`. What is
    `locked` can be read and not edited: Word or a form would write it anew.
    """

    text: str
    bits: tuple[Bit, ...]
    tag: int
    lead: int = 0
    preserved: bool = False
    locked: bool = False
    language: str = ""
    """What its run declares, as a BCP 47 tag."""

    def rewritten(self, data: bytes, edits: Sequence[Edit]) -> Iterator[tuple[int, int, bytes]]:
        """The stretches of bytes to replace in the member for edits of the text, in no order.

        Where the text begins or ends with a space from now on, Word has to be asked to keep it; what it
        dropped until then goes.
        """
        for edit in edits:
            start, end = (self._byte(self.lead + at) for at in (edit.span.start, edit.span.end))
            yield start, end, _escaped(edit.text)
        wanted = splice(self.text, edits)
        if self.preserved or wanted == wanted.strip(BLANK):
            return
        first, last = self.bits[0].start, self.bits[-1].end
        name = TAG.match(data, self.tag)
        if asked := ASKED.search(data, self.tag, first):
            yield asked.start(), asked.end(), KEEP
        elif name:
            yield name.end(), name.end(), KEEP
        yield first, self._byte(self.lead), b""
        yield self._byte(self.lead + len(self.text)), last, b""

    def _byte(self, offset: int) -> int:
        """Where in the member a character begins."""
        for bit in self.bits:
            if offset < len(bit.text):
                return bit.byte(offset)
            offset -= len(bit.text)
        return self.bits[-1].end


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph: leaves and marks in their order, the style that it names, and where it stands.

    A text box is written twice, for new programs and old; the second is the `twin` of the first.
    """

    items: tuple[Leaf | LineMark, ...] = ()
    style: str = ""
    twin: Line | None = None
    flow: str = ""
    """The cell, text box, note or item of a list that the paragraph stands in; empty in the story itself."""

    @property
    def text(self) -> str:
        """The text that the items make, without a line end."""
        return "".join(item.text for item in self.items)

    def placed(self) -> Iterator[tuple[Leaf | LineMark, int]]:
        """The items, each with where it begins in the text."""
        at = 0
        for item in self.items:
            yield item, at
            at += len(item.text)

    @property
    def readable(self) -> bool:
        """Whether there is text in it."""
        return any(isinstance(item, Leaf) for item in self.items)

    def frozen(self) -> Line:
        """The same line, locked."""
        items = (replace(item, locked=True) if isinstance(item, Leaf) else item for item in self.items)
        return replace(self, items=tuple(items))

    def shares(self, at: Range, text: str) -> Iterator[tuple[Leaf, Edit]]:
        """The edits of leaves that put `text` in place of a range, here and in the twin.

        The first leaf of several takes the new text, the others lose the old; letters that stay, stay
        where they are.

        Raises:
            SourceError: something other than text stands there.

        """
        old = at.of(self.text)
        same = _alike(old, text)
        tail = _alike(old[same:][::-1], text[same:][::-1])
        change = Range(at.start + same, at.end - tail), text[same : len(text) - tail]
        line: Line | None = self
        while line and change != (Range(at.end, at.end), ""):
            yield from line._shares(*change, after=bool(same) or not tail)
            line = line.twin

    def _shares(self, at: Range, text: str, *, after: bool) -> Iterator[tuple[Leaf, Edit]]:
        found = list(self._between(at)) if at.start < at.end else self._beside(at.start, after=after)
        if not found or sum(within.end - within.start for _, within in found) != at.end - at.start:
            raise SourceError("something that is not text lies in between")
        for number, (leaf, within) in enumerate(found):
            yield leaf, Edit(Span(within.start, within.end), "" if number else text)

    def _leaves(self) -> Iterator[tuple[Leaf, int]]:
        """The leaves that can be edited."""
        for item, at in self.placed():
            if isinstance(item, Leaf) and not item.locked:
                yield item, at

    def _between(self, at: Range) -> Iterator[tuple[Leaf, Range]]:
        for leaf, start in self._leaves():
            inner = Range(max(at.start - start, 0), min(at.end - start, len(leaf.text)))
            if inner.start < inner.end:
                yield leaf, inner

    def _beside(self, at: int, *, after: bool) -> list[tuple[Leaf, Range]]:
        """The leaf that takes text put in at a place: the one before it, or the one behind it."""
        found = [
            (leaf, Range(at - start, at - start))
            for leaf, start in self._leaves()
            if start <= at <= start + len(leaf.text)
        ]
        return found[:1] if after else found[-1:]


def together(bits: Iterable[Bit]) -> bool:
    """Whether nothing stands between bits."""
    return all(one.end == other.start for one, other in pairwise(bits))


def rewritten(data: bytes, shares: Iterable[tuple[Leaf, Edit]]) -> bytes:
    """A member after edits of its leaves."""
    edits: defaultdict[int, list[Edit]] = defaultdict(list)
    leaves: dict[int, Leaf] = {}
    for leaf, edit in shares:
        leaves[leaf.tag] = leaf
        edits[leaf.tag].append(edit)
    parts, at = [], 0
    for tag in sorted(leaves):
        for start, end, new in sorted(leaves[tag].rewritten(data, edits[tag])):
            parts += [data[at:start], new]
            at = end
    return b"".join([*parts, data[at:]])


def _alike(one: str, other: str) -> int:
    """How many letters two texts begin with in common."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


def _escaped(text: str) -> bytes:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").encode()
