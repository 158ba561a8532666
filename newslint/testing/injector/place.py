"""Chooses places so that every kind of place has its turn."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from random import Random

from newslint.core.positions import Span
from newslint.testing.injector.layout import headline, holds, paragraphs, prose, sentences, within_quotation
from newslint.testing.injector.model import Site

Wish = Callable[[str, int], bool]


def _paragraph(text: str, place: int) -> Span | None:
    return next((s for s in paragraphs(text) if s.start <= place < s.end), None)


def _in_headline(text: str, place: int) -> bool:
    span = headline(text)
    return span is not None and span.start <= place < span.end


def _in_first(text: str, place: int) -> bool:
    return bool(prose(text)) and prose(text)[0].start <= place < prose(text)[0].end


def _in_last(text: str, place: int) -> bool:
    return bool(prose(text)) and prose(text)[-1].start <= place < prose(text)[-1].end


def _in_middle(text: str, place: int) -> bool:
    return not (_in_headline(text, place) or _in_first(text, place) or _in_last(text, place))


def _share(text: str, place: int) -> float:
    span = _paragraph(text, place)
    for sentence in sentences(text, span) if span else ():
        if sentence.start <= place < sentence.end:
            return (place - sentence.start) / (sentence.end - sentence.start)
    return 0.5


WISHES: tuple[Wish, ...] = (
    _in_headline,
    _in_headline,
    _in_first,
    _in_last,
    _in_middle,
    _in_middle,
    within_quotation,
    lambda text, place: not within_quotation(text, place),
    lambda text, place: _share(text, place) < 0.2,
    lambda text, place: 0.3 < _share(text, place) < 0.7,
    lambda text, place: _share(text, place) > 0.8,
)


def choose(text: str, sites: Sequence[Site], rng: Random) -> Site:
    """One site, or now and then two of one paragraph."""
    wish = rng.choice(WISHES)
    wished = [site for site in sites if wish(text, site[0].start)]
    first = rng.choice(wished or sites)
    if rng.random() > 0.3:
        return first
    span = _paragraph(text, first[0].start)
    others = [s for s in sites if span and all(holds(span, c.start, c.end) for c in s) and _apart(first, s)]
    return first + rng.choice(others) if others else first


def _apart(one: Site, other: Site) -> bool:
    return all(a.end + 12 < b.start or b.end + 12 < a.start for a in one for b in other)
