"""The text of an element as a page shows it: runs of white space are one space, at the edges none."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import pairwise

from newslint.core.positions import Span
from newslint.core.segments import Editability, Encoder, Segment
from newslint.formats.xml.events import WHITE, escaped, literal

TOKEN = re.compile(r"[ \t\r\n]++|[^ \t\r\n]++(?: [^ \t\r\n]++)*")
SHIFTY = re.compile(r"[\t\n]|  ")
"""White space that would not read as it is written."""


def folded_escaped(text: str) -> str | None:
    """The spelling of prose between tags."""
    return None if SHIFTY.search(text) else escaped(text)


def folded_literal(text: str) -> str | None:
    """The spelling of prose in a CDATA section."""
    return None if SHIFTY.search(text) else literal(text)


FOLDED: Mapping[Encoder, Encoder] = {escaped: folded_escaped, literal: folded_literal}


def tokens(segment: Segment) -> Iterator[Segment]:
    """Words with single spaces between them, and other white space, by turns."""
    encoder = FOLDED[segment.encoder]
    if segment.editability is not Editability.EDITABLE:
        yield Segment(segment.text, segment.span, segment.editability, encoder)
        return
    for match in TOKEN.finditer(segment.text):
        start = segment.span.start
        yield Segment(
            match[0], Span(start + match.start(), start + match.end()), Editability.EDITABLE, encoder
        )


def is_white(token: Segment) -> bool:
    """Whether a token is white space; a no-break space is none."""
    return token.text[0] in WHITE


class ProseParagraph:
    """A block in the making, and the white space since its last word."""

    def __init__(self) -> None:
        self._pieces: list[tuple[Segment, str]] = []
        self._gap: list[Segment] = []
        self._breaks = 0
        self._reach = 0

    def reach(self, end: int) -> None:
        """A comment ends, which is about the block even if no word follows."""
        self._reach = end

    def word(self, token: Segment, language: str) -> None:
        """Add a token that is no white space, with its language, and a space before it where some was."""
        if self._gap:
            self._pieces.append((_space(self._gap), language))
            self._gap, self._breaks = [], 0
        self._pieces.append((token, language))

    def white(self, token: Segment) -> None:
        """Add white space; it counts when a word follows."""
        if self._pieces:
            self._gap.append(token)

    def line_break(self, at: int) -> None:
        """Add a line break, which markup at `at` makes."""
        if self._pieces:
            self._breaks += 1
            self._gap.append(Segment(" ", Span(at, at), Editability.READ_ONLY))

    def parted(self, *, stanzas: bool) -> bool:
        """Whether a word would begin a new paragraph: after two breaks, with `stanzas` a blank line."""
        return self._breaks > 1 or (stanzas and sum(token.text.count("\n") for token in self._gap) > 1)

    def take(self) -> list[tuple[Segment, str]]:
        """The pieces so far, each with its language; what comes now begins anew."""
        pieces = self._pieces
        if pieces and self._reach > pieces[-1][0].span.end:
            end = Segment("", Span(self._reach, self._reach), Editability.READ_ONLY, pieces[-1][0].encoder)
            pieces.append((end, pieces[-1][1]))
        self._pieces, self._gap, self._breaks, self._reach = [], [], 0, 0
        return pieces


def _space(gap: list[Segment]) -> Segment:
    """White space as one space, which can be replaced if nothing but white space stands in it."""
    span = Span(gap[0].span.start, gap[-1].span.end)
    loose = all(token.editability is not Editability.READ_ONLY for token in gap)
    if not loose or any(one.span.end != other.span.start for one, other in pairwise(gap)):
        return Segment(" ", gap[0].span, Editability.READ_ONLY, gap[0].encoder)
    verbatim = len(gap) == 1 and gap[0].text == " " and gap[0].editability is Editability.EDITABLE
    return Segment(" ", span, Editability.EDITABLE if verbatim else Editability.ATOMIC, gap[0].encoder)
