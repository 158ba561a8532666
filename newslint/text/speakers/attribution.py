"""Speakers named by a common noun: “the official said”."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

import regex
from msgspec import Struct

from newslint.core.patterns import REMEMBERED, pattern
from newslint.core.positions import Place, Range

VERBS = (
    "said|says|added|adds|continued|told|noted|explained|stressed|stated|warned|commented|concluded"
    "|mentioned|insisted|argued|acknowledged|declared"
)
SPOKEN = pattern(
    rf"""(?x)
    (?P<lead>\b(?:The|the|[Aa]n?|[Oo]ne|[Aa]nother|[Tt]his|[Tt]hat)\s+(?:[\p{{L}}.’'-]+\s+){{0,5}}?)
    (?P<noun>\p{{Ll}}{{3,}}) \s+ (?:also\s+|then\s+)? (?P<verb>{VERBS})\b
  | \b(?P<verb_first>said|says|added|told|according\s+to) \s+
    (?:the|an?|one|another)\s+(?:[\p{{L}}.’'-]+\s+){{0,4}}? (?P<late>\p{{Ll}}{{3,}})\b
    (?=\s*[,.;:”"(]|\s+(?:who|with|familiar)\b)
    """
)
"""“The senior official said”, and “said a senior official” where the phrase ends or goes on to who."""


class Attribution(Struct, frozen=True):
    """A speaker by common noun, and whether it opens the sentence."""

    place: Place
    noun: str
    verb: str
    bare: bool


def attributions(texts: Sequence[str]) -> Iterator[Attribution]:
    """Every attribution to a common noun, in the order of the text."""
    for index, text in enumerate(texts):
        for match in _matches(text):
            group = "noun" if match["noun"] else "late"
            yield Attribution(
                Place(index, Range(*match.span(group))),
                match[group],
                match["verb"] or match["verb_first"],
                bare=match["lead"] is not None and match["lead"].split() == ["The"],
            )


@lru_cache(REMEMBERED)
def _matches(text: str) -> tuple[regex.Match[str], ...]:
    return tuple(SPOKEN.finditer(text))
