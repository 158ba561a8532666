"""Plants a sentence in an article.

`[[bad||good]]` in the sentence marks a damage and what it should be.
"""

from __future__ import annotations

import re
from random import Random

from msgspec import Struct

from newslint.core.positions import Span
from newslint.testing.injector.layout import has_pairs, prose, quotations, sentences
from newslint.testing.injector.marks import restyle, style_of
from newslint.testing.injector.model import Alteration, Site

_MARKUP = re.compile(r"\[\[(?P<bad>.*?)\|\|(?P<good>.*?)\]\]")


class PlantedSentence(Struct, frozen=True):
    """A clean article with a sentence planted, and changes that damage it."""

    text: str
    span: Span
    changes: Site


def plant(text: str, markup: str, rng: Random) -> PlantedSentence | None:
    """Put a sentence between two others or in its own paragraph."""
    clean, marks = _parse(markup)
    style = style_of(text)
    dressed = restyle(clean, style)
    if dressed is None:
        return None
    spot = _spot(text, rng)
    if spot is None:
        return None
    place, lead, tail = spot
    start = place + len(lead)
    changes = tuple(Alteration(start + a, start + b, _dress_bad(bad, style)) for a, b, bad in marks)
    planted = text[:place] + lead + dressed + tail + text[place:]
    return PlantedSentence(planted, Span(start, start + len(dressed)), changes)


def _parse(markup: str) -> tuple[str, list[tuple[int, int, str]]]:
    clean, done = "", 0
    marks: list[tuple[int, int, str]] = []
    for match in _MARKUP.finditer(markup):
        clean += markup[done : match.start()]
        marks.append((len(clean), len(clean) + len(match["good"]), match["bad"]))
        clean += match["good"]
        done = match.end()
    return clean + markup[done:], marks


def _dress_bad(bad: str, style: str) -> str:
    return bad.replace("'", "’") if style.startswith("curly") else bad


def _spot(text: str, rng: Random) -> tuple[int, str, str] | None:
    """Where to insert, and what to put before and after."""
    spans = [s for s in prose(text) if has_pairs(text[s.start : s.end])]
    if not spans:
        return None
    span = rng.choice((spans[0], spans[-1], rng.choice(spans), rng.choice(spans)))
    newline = "\r\n\r\n" if "\r\n" in text else "\n\n" if "\n\n" in text else "\n"
    if rng.random() < 0.3:
        return span.end, newline, ""
    ends = [
        s.end
        for s in sentences(text, span)
        if not any(q.opening < s.end <= q.closing for q in quotations(text))
    ]
    if not ends:
        return span.end, newline, ""
    end = rng.choice(ends)
    return end, " ", ""
