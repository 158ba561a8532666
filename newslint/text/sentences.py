"""Where sentences begin and end.

sentencex (Wikimedia) cuts the text; a small pass joins what it cuts at stops that end no sentence:
"Ann Fox, D-N.Y., voted", "J.D. Vance", "approx. 2.5".
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from newslint.core.patterns import REMEMBERED, pattern
from newslint.core.positions import Range

SENTENCE = r"(?<=\A|\n|[.!?][”’\"']?\s)"
"""An expression for where a sentence of the narrator begins."""
OPENING = r"(?<=\A|\n|[.!?][”’\"']?\s|\A[“\"]|\s[“\"])"
"""An expression for where a sentence or a quotation begins."""
LAST_CLAUSE = (
    r"[^,.;:?!“”\"\n]{3,200}(?:\.(?:\s|\Z)"
    r"|,\s(?:\p{Ll}+ing|but|which|who|after|as|while|because|when|where|although)\b)"
)
"""The rest of a sentence in which no second verb follows that the same subject could have."""
LONE_SURROGATE = r"[\ud800-\udfff]"
ODD_SPACE = r"[^\S\x00-\x7f]"
INITIALS = r"(?<![\w.-])(?:\p{Lu}\.){2,3}\s*\Z"
PLACES = frozenset({"U.S.", "U.K.", "U.N.", "E.U.", "U.A.E.", "D.C.", "N.Y.", "N.J.", "L.A.", "B.C.", "A.D."})
PARTY_TAG = r"(?<!\w)[\p{Lu}]{1,3}-\p{Lu}\p{Ll}*\.\Z"
ABBREVIATION = r"(?i)(?<![\w.])(?:approx|est|incl|avg|max|min|ca?|pop|tel|ext)\.\s*\Z"
HOUR = r"\d\s?[ap]\.m\.\s*\Z"
DAY = r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|E[DS]?T|GMT|local|on)\b"
OPENER = (
    r"(?:The|A|An|He|She|It|They|We|I|You|His|Her|Its|Their|Our|This|That|These|Those|There|In|On|At|But|And"
    r"|As|If|When|For|So|No|Not|What|Who|Why|How)\b"
)


@lru_cache(REMEMBERED)
def split_sentences(text: str) -> tuple[Range, ...]:
    """The sentences of a block in order, without surrounding white space."""
    return tuple(_join(text, _raw_sentences(text)))


def _raw_sentences(text: str) -> Iterator[Range]:
    """The sentences as sentencex sees them."""
    if not text or text.isspace():
        return
    from sentencex import get_sentence_boundaries

    for found in get_sentence_boundaries("en", _plain(text)):
        start, end = found["start_index"], found["end_index"]
        said = text[start:end]
        if not said.isspace():
            yield Range(start + len(said) - len(said.lstrip()), end - len(said) + len(said.rstrip()))


def _plain(text: str) -> str:
    """The text, at the same length, without what sentencex fails on.

    It encodes the text, and panics on a capital, a space of several bytes and a stop.
    """
    if text.isascii():
        return text
    return pattern(ODD_SPACE).sub(" ", pattern(LONE_SURROGATE).sub("\ufffd", text))


def _join(text: str, sentences: Iterator[Range]) -> Iterator[Range]:
    """The sentences, those that continue one another made one."""
    held: Range | None = None
    for sentence in sentences:
        if held and _continues(text, held, sentence):
            held = Range(held.start, sentence.end)
            continue
        if held:
            yield held
        held = sentence
    if held:
        yield held


def _continues(text: str, before: Range, after: Range) -> bool:
    """Whether the stop between two neighbours belongs to an abbreviation."""
    end, begin = before.of(text)[-20:], after.of(text)[:12]
    if before.end == after.start:
        return bool(pattern(PARTY_TAG).search(end))
    if initials := pattern(INITIALS).search(end):
        name = begin[:1].isupper() and not pattern(OPENER).match(begin)
        return name and initials[0].strip() not in PLACES
    if pattern(HOUR).search(end):
        return bool(pattern(DAY).match(begin))
    return bool(pattern(ABBREVIATION).search(end)) and not begin[:1].isupper()
