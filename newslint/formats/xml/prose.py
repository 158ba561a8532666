"""Text of an element with white space collapsed as on a page."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import pairwise

from newslint.core.positions import Span
from newslint.core.segments import Editability, Encoder, Segment
from newslint.formats.xml.events import WHITE, encode_cdata, encode_text

TOKEN = re.compile(r"[ \t\r\n]++|[^ \t\r\n]++(?: [^ \t\r\n]++)*")
COLLAPSIBLE = re.compile(r"[\t\n]|  ")
"""White space that would be collapsed when read."""


def encode_folded_text(text: str) -> str | None:
    """Encode prose between tags."""
    return None if COLLAPSIBLE.search(text) else encode_text(text)


def encode_folded_cdata(text: str) -> str | None:
    """Encode prose for a CDATA section."""
    return None if COLLAPSIBLE.search(text) else encode_cdata(text)


FOLDED: Mapping[Encoder, Encoder] = {encode_text: encode_folded_text, encode_cdata: encode_folded_cdata}


def tokens(segment: Segment) -> Iterator[Segment]:
    """Yield, alternately, words with single spaces and other white space."""
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
    """Whether a token is white space other than a no-break space."""
    return token.text[0] in WHITE


class ProseParagraph:
    """A block under construction, and the white space since its last word."""

    def __init__(self) -> None:
        self._pieces: list[tuple[Segment, str]] = []
        self._gap: list[Segment] = []
        self._breaks = 0
        self._reach = 0

    def extend(self, end: int) -> None:
        """Extend the block over a comment, which may come last."""
        self._reach = end

    def add_word(self, token: Segment, language: str) -> None:
        """Add a word and its language, after a space if due."""
        if self._gap:
            self._pieces.append((_space(self._gap), language))
            self._gap, self._breaks = [], 0
        self._pieces.append((token, language))

    def add_white_space(self, token: Segment) -> None:
        """Add white space, which counts if a word follows."""
        if self._pieces:
            self._gap.append(token)

    def add_line_break(self, at: int) -> None:
        """Add a line break from markup at `at`."""
        if self._pieces:
            self._breaks += 1
            self._gap.append(Segment(" ", Span(at, at), Editability.READ_ONLY))

    def begins_paragraph(self, *, stanzas: bool) -> bool:
        """Whether the next word begins a paragraph, as after two breaks."""
        return self._breaks > 1 or (stanzas and sum(token.text.count("\n") for token in self._gap) > 1)

    def take(self) -> list[tuple[Segment, str]]:
        """Return the segments with their languages, and start afresh."""
        pieces = self._pieces
        if pieces and self._reach > pieces[-1][0].span.end:
            end = Segment("", Span(self._reach, self._reach), Editability.READ_ONLY, pieces[-1][0].encoder)
            pieces.append((end, pieces[-1][1]))
        self._pieces, self._gap, self._breaks, self._reach = [], [], 0, 0
        return pieces


def _space(gap: list[Segment]) -> Segment:
    """One space for a gap; replaceable if the gap is white space."""
    span = Span(gap[0].span.start, gap[-1].span.end)
    loose = all(token.editability is not Editability.READ_ONLY for token in gap)
    if not loose or any(one.span.end != other.span.start for one, other in pairwise(gap)):
        return Segment(" ", gap[0].span, Editability.READ_ONLY, gap[0].encoder)
    verbatim = len(gap) == 1 and gap[0].text == " " and gap[0].editability is Editability.EDITABLE
    return Segment(" ", span, Editability.EDITABLE if verbatim else Editability.ATOMIC, gap[0].encoder)
