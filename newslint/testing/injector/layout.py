"""Where things are in an article: paragraphs, sentences, quotations."""

from __future__ import annotations

import re
from functools import lru_cache

from msgspec import Struct

from newslint.core.positions import Span

ABBREVIATIONS = frozenset(
    [
        "mr",
        "mrs",
        "ms",
        "dr",
        "prof",
        "sen",
        "rep",
        "gov",
        "gen",
        "col",
        "lt",
        "sgt",
        "capt",
        "maj",
        "adm",
        "rev",
        "hon",
        "st",
        "jr",
        "sr",
        "vs",
        "etc",
        "inc",
        "corp",
        "co",
        "ltd",
        "no",
        "jan",
        "feb",
        "mar",
        "apr",
        "jun",
        "jul",
        "aug",
        "sep",
        "sept",
        "oct",
        "nov",
        "dec",
        "mt",
        "ft",
        "e.g",
        "i.e",
        "u.s",
        "u.k",
        "u.n",
        "a.m",
        "p.m",
        "d.c",
        "ph.d",
        "fig",
        "vol",
        "ave",
        "blvd",
        "rd",
        "dept",
        "est",
        "approx",
        "al",
        "cf",
        "messrs",
        "det",
        "insp",
        "supt",
        "brig",
        "cmdr",
        "cpl",
        "pvt",
    ]
)

_PARAGRAPH = re.compile(r"[^\r\n]+")
_BOUNDARY = re.compile(r"[.!?][\"”’']*\s+(?=[A-Z\"“‘'])")
_RESIDUE = re.compile(
    r"toggle caption|getty images|hide caption|enlarge this|click|updated|©|copyright|http|www\.|@|\||follow us|"
    r"subscribe|newsletter|story highlights|transcript|read more|watch:|photo|image caption|media caption|just watched",
    re.IGNORECASE,
)
_PAIRS = (
    re.compile(r"“(?P<inner>[^“”\r\n]{2,})”"),
    re.compile(r"(?<![\w\"])\"(?P<inner>(?! )[^\"\r\n]*[^\"\s])\"(?![\w\"])"),
    re.compile(r"(?<![\w‘’])‘(?P<inner>(?:[^‘’\r\n]|(?<!s)’(?=\w))+)’(?!\w)"),
    re.compile(r"(?<![\w'])'(?P<inner>(?:[^'\r\n\s]|(?<!s)'(?=\w))(?:[^'\r\n]|(?<!s)'(?=\w))+)'(?!\w)"),
)


def holds(span: Span, start: int, end: int) -> bool:
    """Whether [start, end) lies within a span."""
    return span.start <= start and end <= span.end


@lru_cache(maxsize=64)
def paragraphs(text: str) -> tuple[Span, ...]:
    """Every line that is not blank."""
    return tuple(Span(m.start(), m.end()) for m in _PARAGRAPH.finditer(text) if m.group().strip())


@lru_cache(maxsize=64)
def prose(text: str) -> tuple[Span, ...]:
    """Paragraphs of running sentences, without page residue."""
    return tuple(s for s in paragraphs(text) if _is_prose(text[s.start : s.end]))


def _is_prose(line: str) -> bool:
    return (
        len(line) > 60
        and re.search(r"[.!?][\"”’']?$", line) is not None
        and line[0] in "\"“‘'ABCDEFGHIJKLMNOPQRSTUVWXYZ"
        and _RESIDUE.search(line) is None
        and _flows(line)
    )


def _flows(line: str) -> bool:
    """Whether most words are lower case, as they are not in a line-up or a list."""
    words = line.split()
    return sum(w[0].islower() for w in words) > 0.6 * len(words) and line.count(";") < 3


@lru_cache(maxsize=64)
def headline(text: str) -> Span | None:
    """The first line, if it looks like a headline."""
    spans = paragraphs(text)
    if not spans:
        return None
    line = text[spans[0].start : spans[0].end]
    fits = 15 < len(line) < 110 and line[-1] not in ".!?" and _RESIDUE.search(line) is None
    return spans[0] if fits and len(spans) > 1 else None


@lru_cache(maxsize=256)
def sentences(text: str, span: Span) -> tuple[Span, ...]:
    """The sentences of one paragraph."""
    found: list[Span] = []
    start = span.start
    for match in _BOUNDARY.finditer(text, span.start, span.end):
        before = text[start : match.start()].rsplit(None, 1)
        word = before[-1].strip("\"“‘('").lower() if before else ""
        if word in ABBREVIATIONS or re.fullmatch(r"[a-z](\.[a-z])*", word):
            continue
        found.append(Span(start, match.start() + len(match.group().rstrip())))
        start = match.end()
    if start < span.end:
        found.append(Span(start, span.end))
    return tuple(found)


class QuotedSpan(Struct, frozen=True):
    """A pair of marks and the text between them."""

    opening: int
    closing: int
    inner: str


@lru_cache(maxsize=64)
def quotations(text: str) -> tuple[QuotedSpan, ...]:
    """Outer quotations of the prose, in the article's most frequent marks."""
    best: list[QuotedSpan] = []
    for pattern in _PAIRS:
        found = [
            QuotedSpan(m.start(), m.end() - 1, m["inner"])
            for span in prose(text)
            if has_pairs(text[span.start : span.end])
            for m in pattern.finditer(text, span.start, span.end)
        ]
        if len(found) > len(best):
            best = found
    return tuple(best)


def has_pairs(line: str) -> bool:
    """Whether double marks come in pairs."""
    return line.count('"') % 2 == 0 and line.count("“") == line.count("”")


def within_quotation(text: str, place: int) -> bool:
    """Whether a place lies between quotation marks."""
    return any(q.opening <= place <= q.closing for q in quotations(text))
