"""The quotation marks of a text, one by one: what their shape says, and what their place says.

Apostrophes and the signs of feet, inches and minutes are no quotation marks and are left out where
that can be told from the place alone; those that may be either are kept and called `doubtful`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

import regex

from newslint.model import Range


class Turn(Enum):
    """Which way a mark turns."""

    OPENING = 1
    CLOSING = -1
    NEITHER = 0


@dataclass(frozen=True, slots=True)
class Mark:
    """A quotation mark: `shape` is the way its glyph turns, `face` the way its neighbours do."""

    at: Range
    glyph: str
    double: bool
    shape: Turn
    face: Turn
    leads: bool
    """Nothing but space stands before it in its text."""
    after_stop: bool
    """A comma or the end of a sentence stands right before it."""
    doubtful: bool
    """It may as well be an apostrophe or the sign of a measure."""

    @property
    def turn(self) -> Turn:
        """What it is most likely to do: as its glyph turns, or as its neighbours do if it is straight."""
        return self.face if self.shape is Turn.NEITHER else self.shape


SHAPES = {
    "“": Turn.OPENING,
    "‟": Turn.OPENING,
    "„": Turn.OPENING,
    "``": Turn.OPENING,
    "‘‘": Turn.OPENING,
    "”": Turn.CLOSING,
    "’’": Turn.CLOSING,
    '"': Turn.NEITHER,
    "''": Turn.NEITHER,
    "‘": Turn.OPENING,
    "‚": Turn.OPENING,
    "’": Turn.CLOSING,
    "'": Turn.NEITHER,
}
SINGLE = frozenset("‘’'‚")
LOW = frozenset("„‚")
"""Open a quotation in other languages, where “ and ‘ may close it."""
PARTNERS = {"“": "”", "‟": "”", '"': '"', "‘": "’", "'": "'", "``": "''", "''": "''", "‘‘": "’’"}
"""The mark that closes what another opens."""
OPENING_FOR = {"”": "“", '"': '"', "’": "‘", "'": "'", "''": "''", "’’": "‘‘"}
"""The mark that opens what another closes."""
MARK = "''|’’|‘‘|``|[“”„‟\"‘’'‚]"
RUN = regex.compile(f"(?:{MARK})+")
TOKEN = regex.compile(MARK)

NO_OPENING_BEFORE = frozenset(".,;:!?)]}—–-…/")
NO_CLOSING_AFTER = frozenset("([{")
OPENING_AFTER = frozenset("([{—–-/=")

ELISION = regex.compile(
    r"[’'‘](?:n[’']|(?:n|em|til|tis|twas|cause|bout|cuz|nuff|neath)\b|\d\ds?\b)(?!-)", regex.I
)
CLIPPED = regex.compile(r"(?:\b(?:n|o|ol|th|an)|\win|s|z|x|\d)\Z", regex.I)
FEET_AND_INCHES = regex.compile(r"\d\s?[’'′]\s?\d{1,2}(?:\.\d+|[¼½¾])?\s?(\"|”|''|’’)")
INCHES = regex.compile(r"(?<![\d.,$£€])\d{1,3}(?:\.\d+|[¼½¾])?\Z")

LONGEST_WORD = 40
NEXT_WORD = regex.compile(rf"[^\s“”\"]{{0,{LONGEST_WORD}}}[\p{{L}}\p{{N}}]")
LAST_WORD = regex.compile(r"[^\s“”\"]+\Z")


def read_marks(text: str) -> Iterator[Mark]:
    """The marks of a text in order."""
    inches = {match.start(1) for match in FEET_AND_INCHES.finditer(text)}
    lead = len(text) - len(text.lstrip())
    for run in RUN.finditer(text):
        start, end = run.span()
        face = _face(text[start - 1 : start], text[end : end + 1])
        for token in TOKEN.finditer(text, start, end):
            at = Range(*token.span())
            if at.start not in inches and not _apostrophe(text, at):
                yield _mark(text, at, face, leads=start == lead)


def _face(before: str, after: str) -> Turn:
    """The way in which a mark between two characters turns; either is empty at an end of the text."""
    if not after or after.isspace() or after in NO_OPENING_BEFORE:
        attached = before and not before.isspace() and before not in NO_CLOSING_AFTER
        return Turn.CLOSING if attached else Turn.NEITHER
    if not before or before.isspace() or before in OPENING_AFTER:
        return Turn.OPENING
    return Turn.NEITHER


def _apostrophe(text: str, at: Range) -> bool:
    """Whether a mark stands inside a word or for letters dropped at its start: don’t, ’90s, ’n’."""
    if at.of(text)[0] not in SINGLE:
        return False
    before, after = text[at.start - 1 : at.start], text[at.end : at.end + 1]
    if before.isalnum() and after.isalnum():
        return True
    if before.isalnum():
        return bool(ELISION.match(text, at.start - 2)) and before in "nN"
    return bool(ELISION.match(text, at.start))


def _mark(text: str, at: Range, face: Turn, *, leads: bool) -> Mark:
    glyph = at.of(text)
    double = glyph not in SINGLE
    before = text[max(at.start - 8, 0) : at.start]
    after = text[at.end : at.end + 2]
    if double:
        doubtful = bool(INCHES.search(before)) and after.strip()[:1].isalpha()
    else:
        doubtful = bool(CLIPPED.search(before)) and after[:1] in (" ", "")
    return Mark(at, glyph, double, SHAPES[glyph], face, leads, before[-1:] in tuple(",.!?…"), doubtful)


def to_open(glyph: str) -> str:
    """The same glyph turned so that it opens."""
    return OPENING_FOR[glyph] if SHAPES[glyph] is Turn.CLOSING else glyph


def to_close(glyph: str) -> str:
    """The same glyph turned so that it closes."""
    return PARTNERS.get(glyph, glyph) if SHAPES[glyph] is Turn.OPENING else glyph


def with_next_word(text: str, mark: Range) -> Range:
    """A mark and the word that follows it at once, if one does."""
    found = NEXT_WORD.match(text, mark.end)
    return Range(mark.start, found.end() if found else mark.end)


def with_last_word(text: str, mark: Range) -> Range:
    """A mark and the word that stands right before it, if one does."""
    found = LAST_WORD.search(text, max(mark.start - LONGEST_WORD, 0), mark.start)
    return Range(found.start() if found else mark.start, mark.end)
