"""Where quoted speech begins in a paragraph without the opening mark.

Every condition was measured by removing opening marks from clean news and searching for their positions.
"""

from __future__ import annotations

from msgspec import Struct

from newslint.core.patterns import pattern
from newslint.core.positions import Range
from newslint.text.quotations.narrator import AFTER_MARK, CLAUSE, SAYING
from newslint.text.quotations.speech_ends import ADVERBIAL
from newslint.text.sentences import split_sentences

ENDING = frozenset(",.!?…")
"""What comes before the mark that closes a whole sentence of speech."""
ME = r"(?:I|[Ww]e|[Yy]ou|[Mm]y|[Oo]ur|[Yy]our|[Mm]e|[Uu]s)\b"
DEICTIC = rf"(?:{ME}|(?:It|That|There|What|Who)[’']s\b|(?:If|Why|How|Let|Nobody|Everybody)\b)"
FIRST_OF_SPEECH = rf"(?:{DEICTIC}|(?:One|It|This|That|There|What|The)\b)"
NARRATED = rf"(?:(?!\b{ME})[^“”\"]){{0,300}}?"
SAYS = rf"\b(?:{SAYING}|saying|adding|replying)\b"
ANNOUNCING = rf"{NARRATED}{SAYS}[^.,“”\":]{{0,60}}:\s*(?=\p{{Lu}}|\d)"
LEADING = rf"{NARRATED}\b(?:{SAYING})\b[^.,“”\":]{{0,40}},\s+(?={FIRST_OF_SPEECH})(?=\p{{Lu}})"
COLON = rf"(?:(?!\b{ME})[^“”\":])*+:\s+(?=\p{{Lu}})"
ABBREVIATED = r"\b(?:\p{Lu}|Mr|Mrs|Ms|Dr|Prof|Sen|Rep|Gov|Gen|Col|Lt|Rev|St|U\.S)\."
MIDWAY = rf"\s*{CLAUSE}[^.;:!?“”\"]{{0,80}}?,\s(?=(?:and|but|so|because)\s(?!\p{{Ll}}+ed\b))"
AND_I = rf"(?:and|but|so|because)\s{ME}"
RESUMING = (
    rf"\s*,?\s*{CLAUSE}(?:{ABBREVIATED}|[^.!?“”\"]){{0,200}}+(?<!{ABBREVIATED[:-2]})\.\s+(?=\p{{Lu}}|\d)"
)
SPOKEN = rf"\b(?:{SAYING}|called|according\s+to|titled|known)\b"
PERSONAL = rf"(?:[^\s,]+\s+){{0,3}}?{ME}"
"""A speaker within the first four words."""


class Beginning(Struct, frozen=True):
    """Where a speech begins, and whether that is certain."""

    at: int
    sure: bool


def speech_start(text: str, start: int, closing: Range) -> Beginning | None:
    """Where speech before a closing mark begins, from `start` on, or None.

    It begins after the narrator's “he said:”, in or after the sentence that names the speaker of what came
    before, or with the paragraph.
    """
    if text[closing.start - 1] not in ENDING:
        return None
    speech = _after_speaker(text, start, closing) if start else _at_paragraph_start(text, closing)
    return _after_colon(text, start, closing) or speech


def is_announced(text: str, closing: Range) -> bool:
    """Whether “he said:” begins a paragraph, and speech follows."""
    return pattern(ANNOUNCING).match(text, 0, closing.start) is not None


def _after_colon(text: str, start: int, closing: Range) -> Beginning | None:
    """Speech after “he said:”, or after any other colon."""
    for expression in (ANNOUNCING, LEADING):
        announced = pattern(expression).match(text, start, closing.start)
        if announced:
            at = announced.end()
            return Beginning(at, sure=_is_sentence(text[at : closing.start]))
    colon = pattern(COLON).match(text, start, closing.start)
    return Beginning(colon.end(), sure=False) if colon else None


def _after_speaker(text: str, start: int, closing: Range) -> Beginning | None:
    """Speech in or after the sentence that names its speaker."""
    midway = pattern(MIDWAY).match(text, start, closing.start)
    resumed = pattern(RESUMING).match(text, start, closing.start)
    if midway and (not resumed or pattern(AND_I).match(text, midway.end())):
        return Beginning(midway.end(), sure=pattern(AND_I).match(text, midway.end()) is not None)
    if not resumed:
        return None
    quoted = text[resumed.end() : closing.start]
    if not _is_sentence(quoted):
        return Beginning(resumed.end(), sure=False) if pattern(PERSONAL).match(quoted) else None
    ends = _names_speaker(text, closing) or text[closing.start - 1] != ","
    narrated = midway or pattern(SPOKEN).search(quoted) or pattern(ADVERBIAL).match(quoted)
    return Beginning(resumed.end(), sure=ends and not narrated)


def _at_paragraph_start(text: str, closing: Range) -> Beginning | None:
    """Speech that begins with the paragraph."""
    at = len(text) - len(text.lstrip())
    quoted, named = text[at : closing.start], _names_speaker(text, closing)
    personal = pattern(PERSONAL if named else ME).match(quoted) is not None
    if pattern(SPOKEN).search(quoted) or not (named or personal):
        return None
    if not _is_sentence(quoted):
        return Beginning(at, sure=False) if personal else None
    return Beginning(at, sure=named and (personal or pattern(DEICTIC).match(quoted) is not None))


def _names_speaker(text: str, closing: Range) -> bool:
    """Whether “he said” follows a closing mark."""
    return text[closing.start - 1] != "." and pattern(AFTER_MARK).match(text, closing.end) is not None


def _is_sentence(quoted: str) -> bool:
    return len(split_sentences(quoted)) == 1
