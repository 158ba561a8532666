"""The quotation marks of a text, by their shape and place.

Apostrophes and the signs of feet, inches and minutes are not quotation marks and are left out where the place
alone shows it; those that may be either are kept and called `doubtful`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from newslint.core.patterns import pattern
from newslint.core.positions import Range
from newslint.text.quotations.speech_ends import narrated


class Turn(Enum):
    """Which way a mark turns."""

    OPENING = 1
    CLOSING = -1
    NEITHER = 0


@dataclass(frozen=True, slots=True)
class Mark:
    """A quotation mark: `shape` is its glyph's direction, `face` its neighbours'."""

    at: Range
    glyph: str
    double: bool
    shape: Turn
    face: Turn
    leads: bool
    """Only white space comes before it in its text."""
    after_stop: bool
    """A comma or the end of a sentence comes right before it."""
    narrated: bool
    """The narrator's “he said” follows, and a comma or the end of a sentence comes before."""
    doubtful: bool
    """It may as well be an apostrophe or the sign of a measure."""

    @property
    def turn(self) -> Turn:
        """Its likely direction: its glyph's, or its neighbours' if it is straight."""
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
    "″": Turn.NEITHER,
    "''": Turn.NEITHER,
    "‘": Turn.OPENING,
    "‚": Turn.OPENING,
    "’": Turn.CLOSING,
    "'": Turn.NEITHER,
}
SINGLE = frozenset("‘’'‚")
LOW = frozenset("„‚")
"""Open a quotation in other languages, where “ and ‘ may close it."""
PARTNERS = {"“": "”", "‟": "”", '"': '"', "″": "″", "‘": "’", "'": "'", "``": "''", "''": "''", "‘‘": "’’"}
"""The mark that closes what another opens."""
OPENING_FOR = {"”": "“", '"': '"', "″": "″", "’": "‘", "'": "'", "''": "''", "’’": "‘‘"}
"""The mark that opens what another closes."""
MARK = "'(?=''(?!'))|’(?=’’(?!’))|''|’’|‘‘|``|[“”„‟″\"‘’'‚]"
RUN = pattern(f"(?:{MARK})+")
TOKEN = pattern(MARK)

NO_OPENING_BEFORE = frozenset(".,;:!?)]}—–-…/")
NO_CLOSING_AFTER = frozenset("([{")
OPENING_AFTER = frozenset("([{—–-/=")
STOPS = frozenset(",.!?…")
LEAD = 50
"""How far around a mark its place is read."""

ELISION = pattern(r"(?i)[’'‘](?:n[’']|(?:n|em|til|tis|twas|cause|bout|cuz|nuff|neath)\b|\d\ds?\b)(?!-)")
SUFFIX = pattern(r"(?:s|t|d|m|re|ve|ll)\b")
SHORTENED = pattern(
    r"(?i)(?:(?:\A|[^\w“\"])\w+|(?:\b(?:it|that|what|who|he|she|there|here|let|i|we|you|they)))\Z"
)
CLIPPED = pattern(r"(?i)(?:\b(?:n|o|ol|th|an)|\win|s|z|x|\d)\Z")
FEET_AND_INCHES = pattern(r"\d\s?[’'′]\s?\d{1,2}(?:\.\d+|[¼½¾])?\s?(\"|”|″|''|’’)")
HYPHENATED_INCHES = pattern(r"(?<![\w.,$£€])\d{1,3}(?:\.\d+|[¼½¾])?(\"|”|″|'')(?=(?:-\p{L}|\s?[×x/]\s?\d))")
MEASURES = (FEET_AND_INCHES, HYPHENATED_INCHES)
INCHES = r"(?<![\d.,$£€])\d{1,3}(?:\.\d+|[¼½¾])?\Z"

LONGEST_WORD = 40
NEXT_WORD = pattern(rf"[^\s“”\"]{{0,{LONGEST_WORD}}}[\p{{L}}\p{{N}}]")
LAST_WORD = pattern(r"[^\s“”\"]+\Z")


def read_marks(text: str) -> Iterator[Mark]:
    """The marks of a text in order."""
    inches = {match.start(1) for measure in MEASURES for match in measure.finditer(text)}
    body = Range(len(text) - len(text.lstrip()), len(text.rstrip()))
    for run in RUN.finditer(text):
        start, end = run.span()
        face = _face(text, Range(start, end), body)
        for token in TOKEN.finditer(text, start, end):
            at = Range(*token.span())
            if at.start not in inches and not _apostrophe(text, at):
                yield _mark(text, at, face, leads=start == body.start)


def _face(text: str, run: Range, body: Range) -> Turn:
    """The direction of a run of marks, by the characters around it."""
    before, after = text[run.start - 1 : run.start], text[run.end : run.end + 1]
    if run.end == body.end:
        return Turn.CLOSING
    if run.start == body.start:
        return Turn.OPENING
    if after.isspace() or after in NO_OPENING_BEFORE:
        return Turn.NEITHER if before.isspace() or before in NO_CLOSING_AFTER else Turn.CLOSING
    return Turn.OPENING if before.isspace() or before in OPENING_AFTER else Turn.NEITHER


def _apostrophe(text: str, at: Range) -> bool:
    """Whether a mark is an apostrophe in or before a word.

    Such as don’t, ’90s, ’n’.
    """
    before, after = text[at.start - 1 : at.start], text[at.end : at.end + 1]
    if at.of(text)[0] not in SINGLE:
        word = text[max(at.start - LONGEST_WORD, 0) : at.start]
        return before.isalpha() and bool(SUFFIX.match(text, at.end)) and bool(SHORTENED.search(word))
    if before.isalnum() and after.isalnum():
        return True
    if before.isalnum():
        return bool(ELISION.match(text, at.start - 2)) and before in "nN"
    return bool(ELISION.match(text, at.start))


def _mark(text: str, at: Range, face: Turn, *, leads: bool) -> Mark:
    glyph = at.of(text)
    double = glyph not in SINGLE
    before, after = text[max(at.start - LEAD, 0) : at.start], text[at.end : at.end + LEAD]
    return Mark(
        at=at,
        glyph=glyph,
        double=double,
        shape=SHAPES[glyph],
        face=face,
        leads=leads,
        after_stop=before[-1:] in STOPS,
        narrated=double and face is not Turn.CLOSING and narrated(before, after),
        doubtful=_inches(before, after) if double else _clipped(before, after),
    )


def _inches(before: str, after: str) -> bool:
    """Whether a double mark may be the sign for inches: 12" wide."""
    return before[-1:].isnumeric() and bool(pattern(INCHES).search(before)) and after.strip()[:1].isalpha()


def _clipped(before: str, after: str) -> bool:
    """Whether a single mark may be an apostrophe after a word.

    Such as workers’, rollin’.
    """
    return after[:1] in (" ", "") and bool(CLIPPED.search(before))


def to_open(glyph: str) -> str:
    """The same glyph turned so that it opens."""
    return OPENING_FOR[glyph] if SHAPES[glyph] is Turn.CLOSING else glyph


def to_close(glyph: str) -> str:
    """The same glyph turned so that it closes."""
    return PARTNERS.get(glyph, glyph) if SHAPES[glyph] is Turn.OPENING else glyph


def with_next_word(text: str, mark: Range) -> Range:
    """A mark and the word right after it, if any."""
    found = NEXT_WORD.match(text, mark.end)
    return Range(mark.start, found.end() if found else mark.end)


def with_last_word(text: str, mark: Range) -> Range:
    """A mark and the word right before it, if any."""
    found = LAST_WORD.search(text, max(mark.start - LONGEST_WORD, 0), mark.start)
    return Range(found.start() if found else mark.start, mark.end)
