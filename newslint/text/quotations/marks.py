"""The quotation marks of a text, by their shape and place.

Marks that the text talks about are omitted, as are apostrophes and signs for feet, inches and minutes where
their position is conclusive; those that may be either are `doubtful`.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum

from msgspec import Struct

from newslint.core.patterns import pattern
from newslint.core.positions import Range
from newslint.text.quotations.mentioned_marks import mentioned_marks
from newslint.text.quotations.narrator import names_speaker_after


class Turn(Enum):
    """The direction of a mark."""

    OPENING = 1
    CLOSING = -1
    NEITHER = 0


class Mark(Struct, frozen=True):
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
    has_attribution: bool
    """The narrator's “he said” follows, and a comma or the end of a sentence comes before."""
    before_stop: bool
    """A comma, a colon or the end of a sentence comes right after it."""
    announced: bool
    """A capital follows, and a comma or colon and a space come before it."""
    doubtful: bool
    """It may as well be an apostrophe or the sign of a measure."""

    @property
    def turn(self) -> Turn:
        """Its likely direction: its glyph's, or its neighbours' if it is straight."""
        return self.face if self.shape is Turn.NEITHER else self.shape

    @property
    def firmness(self) -> int:
        """How certainly it closes a quotation: 0 (perhaps an apostrophe) to 2."""
        if self.doubtful or self.face is not Turn.CLOSING:
            return 0
        return 2 if self.after_stop or self.before_stop else 1

    @property
    def surely_opens(self) -> bool:
        """Whether it faces and is shaped like an opening mark."""
        return self.face is Turn.OPENING and self.shape is not Turn.CLOSING


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
    "‛": Turn.OPENING,
    "`": Turn.OPENING,
    "’": Turn.CLOSING,
    "'": Turn.NEITHER,
    "＇": Turn.NEITHER,
}
SINGLE = frozenset("‘’'‚‛`＇")
TYPEWRITTEN = frozenset({"``", "‘‘", "''", "’’", "″", "`", "＇"})
"""Marks of typewriters and engines, which stand for “ and ”."""
LOW = frozenset("„‚")
"""These open a quotation in other languages, in which “ and ‘ may close it."""
PARTNERS = {
    "“": "”",
    "‟": "”",
    '"': '"',
    "″": "″",
    "‘": "’",
    "‛": "’",
    "`": "'",
    "'": "'",
    "＇": "＇",
    "``": "''",
    "''": "''",
    "‘‘": "’’",
}
"""The closing mark for each opening mark."""
OPENING_FOR = {"”": "“", '"': '"', "″": "″", "’": "‘", "'": "'", "＇": "＇", "''": "''", "’’": "‘‘"}
"""The opening mark for each closing mark."""
MARK = "'(?=''(?!'))|’(?=’’(?!’))|''|’’|‘‘|``|[“”„‟″\"‘’'‚‛`＇]"
RUN = pattern(f"(?:{MARK})+")
TOKEN = pattern(MARK)

NO_OPENING_BEFORE = frozenset(".,;:!?)]}—–-…/")
NO_CLOSING_AFTER = frozenset("([{")
OPENING_AFTER = frozenset("([{—–-/=")
STOPS = frozenset(",.!?…")
STOPS_AFTER = frozenset(",.;:!?…")
MAY_FOLLOW = frozenset(" ,.;:!?)") | {""}
"""What may come after a word that ends in an apostrophe."""
LEAD = 50
"""Code points around a mark that are read."""

ELISION = pattern(
    r"(?i)[’'‘](?:n[’']|(?:n|em|til|till|tis|twas|twere|cause|bout|cuz|cos|nuff|neath|im|er|ere|ave)\b|\d\ds?\b)"
    r"(?![-’'])|(?-i)[’'‘](?:hood|round|fro|cross|course|bye|dem|dat|specially|tude)\b(?![’'])"
)
COUNT = pattern(r"['＇]\d\d(?:\s?%|\s(?:percent|per\scent)\b)")
"""Words that begin like a year."""
SUFFIX = pattern(r"(?:s|t|d|m|re|ve|ll)\b")
SPACED_SUFFIX = pattern(r"\s(?:s|t|d|m|re|ve|ll|n)\b")
SHORTENED = pattern(
    r"(?i)(?:(?:\A|[^\w“\"])\w+|(?:\b(?:it|that|what|who|he|she|there|here|let|i|we|you|they)))\Z"
)
CLIPPED = pattern(r"(?i)(?:\b(?:n|o|ol|th|an|wi|fo|mo|po|lil|jus|las|mos|tha|\p{L}*na)|\win|s|z|x|\d)\Z")
"""What may be left of a word before an apostrophe, or takes one in the possessive."""
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
    omitted = mentioned_marks(text) | inches
    body = Range(len(text) - len(text.lstrip()), len(text.rstrip()))
    for run in RUN.finditer(text):
        start, end = run.span()
        face = _face(text, Range(start, end), body)
        for token in TOKEN.finditer(text, start, end):
            at = Range(*token.span())
            if at.start not in omitted and not _is_apostrophe(text, at):
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


def _is_apostrophe(text: str, at: Range) -> bool:
    """Whether a mark is an apostrophe in or before a word.

    Such as don’t, ’90s, ’n’.
    """
    before, after = text[at.start - 1 : at.start], text[at.end : at.end + 1]
    if at.of(text)[0] not in SINGLE:
        word = text[max(at.start - LONGEST_WORD, 0) : at.start]
        return before.isalpha() and bool(SUFFIX.match(text, at.end)) and bool(SHORTENED.search(word))
    if before.isalnum() and after.isalnum():
        return True
    if before == "." and SUFFIX.match(text, at.end):
        return True
    if before.isspace() and after.isspace() and at.of(text) in "'’":
        return text[at.start - 2 : at.start - 1] == "s" or SPACED_SUFFIX.match(text, at.end) is not None
    if before.isalnum():
        return bool(ELISION.match(text, at.start - 2)) and before in "nN"
    return at.of(text) != "‘" and bool(ELISION.match(text, at.start)) and not COUNT.match(text, at.start)


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
        before_stop=after[:1] in STOPS_AFTER,
        announced=before[-2:-1] in (",", ":") and before[-1].isspace() and after[:1].isupper(),
        has_attribution=double and face is not Turn.CLOSING and names_speaker_after(before, after),
        doubtful=_may_be_inch_sign(before, after) if double else _may_be_apostrophe(before, glyph, after),
    )


def _may_be_inch_sign(before: str, after: str) -> bool:
    """Whether a double mark may be the sign for inches: 12" wide."""
    follows = after.strip()[:1].isalpha() or after[:2] in (",”", ".”")
    return before[-1:].isnumeric() and follows and bool(pattern(INCHES).search(before))


def _may_be_apostrophe(before: str, glyph: str, after: str) -> bool:
    """Whether a single mark may be an apostrophe beside a word.

    Such as ‘bout, ‘47, workers’, rollin’.
    """
    if after[:1].isalnum():
        return bool(ELISION.match(glyph + after))
    return after[:1] in MAY_FOLLOW and bool(CLIPPED.search(before))


def to_open(glyph: str) -> str:
    """The opening form of a glyph."""
    return OPENING_FOR[glyph] if SHAPES[glyph] is Turn.CLOSING else glyph


def to_close(glyph: str) -> str:
    """The closing form of a glyph."""
    return PARTNERS.get(glyph, glyph) if SHAPES[glyph] is Turn.OPENING else glyph


def with_next_word(text: str, mark: Range) -> Range:
    """A mark and the word right after it, if any."""
    found = NEXT_WORD.match(text, mark.end)
    return Range(mark.start, found.end() if found else mark.end)


def with_last_word(text: str, mark: Range) -> Range:
    """A mark and the word right before it, if any."""
    found = LAST_WORD.search(text, max(mark.start - LONGEST_WORD, 0), mark.start)
    return Range(found.start() if found else mark.start, mark.end)
