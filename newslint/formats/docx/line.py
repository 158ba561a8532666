"""A paragraph in Word as text, and how edits change its XML."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise, takewhile

from msgspec import Struct
from msgspec.structs import replace

from newslint.core.diagnostics import Edit
from newslint.core.errors import SourceError
from newslint.core.positions import Range, Span
from newslint.core.source import splice

BLANK = " \t\r\n"
"""White space that Word drops at both ends of a text without `xml:space`."""
TAG = re.compile(rb"<[^\s/>]+")
ASKED = re.compile(rb"""\sxml:space\s*=\s*(?:"[^"]*"|'[^']*')""")
KEEP = b' xml:space="preserve"'


class TextBit(Struct, frozen=True):
    """Some characters, and the bytes of the member that encode them."""

    text: str
    start: int
    end: int

    def byte(self, offset: int) -> int:
        """The byte at which a character begins, or the end."""
        return self.end if offset >= len(self.text) else self.start + len(self.text[:offset].encode())


class LineMark(Struct, frozen=True):
    """An item of a line other than text, such as a tab."""

    text: str
    readable: bool = False


class Leaf(Struct, frozen=True):
    """The text of one element, which begins at the byte `tag`.

    Characters of `bits` before `lead` and after `text` are not displayed. Text that is `locked` can be
    read but not edited: Word or a form would overwrite it.
    """

    text: str
    bits: tuple[TextBit, ...]
    tag: int
    lead: int = 0
    preserved: bool = False
    locked: bool = False
    language: str = ""
    """The language of its run as a BCP 47 tag."""

    def replacements(self, data: bytes, edits: Sequence[Edit]) -> Iterator[tuple[int, int, bytes]]:
        """Yield byte ranges of the member and their replacements, in no order.

        If the new text begins or ends with a space, `xml:space` is added, and the white space that Word
        dropped so far is deleted.
        """
        for edit in edits:
            start, end = (self._byte(self.lead + at) for at in (edit.span.start, edit.span.end))
            yield start, end, _escape(edit.text)
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
        """The byte of the member at which a character begins."""
        for bit in self.bits:
            if offset < len(bit.text):
                return bit.byte(offset)
            offset -= len(bit.text)
        return self.bits[-1].end


class Line(Struct, frozen=True):
    """A paragraph: its items in order, its style and its flow.

    A text box is written twice, for new and old programs; the second copy is the `twin` of the first.
    """

    items: tuple[Leaf | LineMark, ...] = ()
    style: str = ""
    twin: Line | None = None
    flow: str = ""
    """The cell, text box, note or list item around the paragraph; empty in the story itself."""

    @property
    def text(self) -> str:
        """The text of the items, without a line end."""
        return "".join(item.text for item in self.items)

    def with_offsets(self) -> Iterator[tuple[Leaf | LineMark, int]]:
        """Yield each item with its offset in the text."""
        at = 0
        for item in self.items:
            yield item, at
            at += len(item.text)

    @property
    def readable(self) -> bool:
        """Whether the line holds text."""
        return any(isinstance(item, Leaf) for item in self.items)

    def locked_copy(self) -> Line:
        """The same line with all of its text locked."""
        items = (replace(item, locked=True) if isinstance(item, Leaf) else item for item in self.items)
        return replace(self, items=tuple(items))

    def split_edit(self, at: Range, text: str) -> Iterator[tuple[Leaf, Edit]]:
        """Split a replacement into edits of leaves, here and in the twin.

        The first leaf takes the new text, the others lose the old; unchanged characters at both ends stay
        in their leaves.

        Raises:
            SourceError: the range holds something other than text.

        """
        old = at.of(self.text)
        same = _common_prefix(old, text)
        tail = _common_prefix(old[same:][::-1], text[same:][::-1])
        change = Range(at.start + same, at.end - tail), text[same : len(text) - tail]
        line: Line | None = self
        while line and change != (Range(at.end, at.end), ""):
            yield from line._split_edit(*change, after=bool(same) or not tail)
            line = line.twin

    def _split_edit(self, at: Range, text: str, *, after: bool) -> Iterator[tuple[Leaf, Edit]]:
        found = list(self._between(at)) if at.start < at.end else self._beside(at.start, after=after)
        if not found or sum(within.end - within.start for _, within in found) != at.end - at.start:
            raise SourceError("something that is not text lies in between")
        for number, (leaf, within) in enumerate(found):
            yield leaf, Edit(Span(within.start, within.end), "" if number else text)

    def _leaves(self) -> Iterator[tuple[Leaf, int]]:
        """Yield the editable leaves with their offsets."""
        for item, at in self.with_offsets():
            if isinstance(item, Leaf) and not item.locked:
                yield item, at

    def _between(self, at: Range) -> Iterator[tuple[Leaf, Range]]:
        for leaf, start in self._leaves():
            inner = Range(max(at.start - start, 0), min(at.end - start, len(leaf.text)))
            if inner.start < inner.end:
                yield leaf, inner

    def _beside(self, at: int, *, after: bool) -> list[tuple[Leaf, Range]]:
        """The leaf that takes inserted text: the one before or after it."""
        found = [
            (leaf, Range(at - start, at - start))
            for leaf, start in self._leaves()
            if start <= at <= start + len(leaf.text)
        ]
        return found[:1] if after else found[-1:]


def are_adjacent(bits: Iterable[TextBit]) -> bool:
    """Whether bits follow each other without a gap."""
    return all(one.end == other.start for one, other in pairwise(bits))


def apply_edits(data: bytes, shares: Iterable[tuple[Leaf, Edit]]) -> bytes:
    """Apply edits of leaves to a member."""
    edits: defaultdict[int, list[Edit]] = defaultdict(list)
    leaves: dict[int, Leaf] = {}
    for leaf, edit in shares:
        leaves[leaf.tag] = leaf
        edits[leaf.tag].append(edit)
    parts, at = [], 0
    for tag in sorted(leaves):
        for start, end, new in sorted(leaves[tag].replacements(data, edits[tag])):
            parts += [data[at:start], new]
            at = end
    return b"".join([*parts, data[at:]])


def _common_prefix(one: str, other: str) -> int:
    """The length of the common prefix of two texts."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


def _escape(text: str) -> bytes:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").encode()
