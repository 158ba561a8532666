"""The quotation marks of an article: “…”, ‘…’, "…" or '…'."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import product

from msgspec import Struct

from newslint.core.patterns import REMEMBERED
from newslint.text.quotations.speech_ends import ends_sentence

CLOSES = r"(?=\s|\Z)"
SINGLE_CLOSING = re.compile(rf"[’‘'](?<=[,.?!].){CLOSES}")
SINGLE_OPENING = re.compile(r"[‘‛‚`'](?<![^\s(].)(?=[A-Z])")
DOUBLE = re.compile(rf"[“”„\"](?:(?<![^\s(].)(?=[A-Z])|(?<=[,.?!].){CLOSES})")
CLOSINGS = tuple(stop + mark for stop in ",.?!" for mark in "’‘'")
"""One of these is in every article with quotations in single marks."""
ANY_SINGLE = re.compile(r"[‘‛‚`＇]|['’](?!\w)|'(?<!\w.)")
"""A single mark that may enclose words."""
SPEECH_BEGINS = re.compile(
    r"^‘(?!T(?:is|was|il|were)\b|Em\b|Cause\b)[A-Z][^\n‘]{12,}, (?:said|says) ", re.MULTILINE
)
"""A paragraph that begins with speech in single marks, whether or not it is closed."""
ANY_DOUBLE = re.compile('[“”„"]')
LONGEST_HEADLINE = 25
"""Words."""


class MarkStyle(Struct, frozen=True):
    """The marks around the quotations of an article."""

    double: bool
    curly: bool

    def marks(self, *, nested: bool = False) -> tuple[str, str]:
        """The opening and the closing mark, of a nested quotation if asked."""
        return CURLY[self.double is not nested] if self.curly else STRAIGHT[self.double is not nested]


CURLY = {True: ("“", "”"), False: ("‘", "’")}
STRAIGHT = {True: ('"', '"'), False: ("'", "'")}


def usual_style(pairs: Iterable[tuple[str, str]], texts: Sequence[str]) -> MarkStyle | None:
    """The style of most pairs of marks; None without any.

    Where both are as frequent, apostrophes tell curly from straight.
    """
    styles = Counter(STYLES[pair] for pair in pairs if pair in STYLES)
    if not styles:
        return None
    likely = has_curly_apostrophes(texts)
    return max(styles, key=lambda style: (styles[style], style.curly is likely, style.double))


def has_curly_apostrophes(texts: Sequence[str]) -> bool:
    """Whether no more apostrophes and single marks are straight than curly."""
    curly, straight = (sum(text.count(glyph) for text in texts) for glyph in "’'")
    return curly >= straight


STYLES = {style.marks(): style for style in (MarkStyle(*kind) for kind in product((True, False), repeat=2))}


def blocks_in_single_marks(texts: Sequence[str]) -> frozenset[int]:
    """The blocks with single marks whose outer marks are single.

    Those are all if most quotations of the article are in single marks, or else the headline.
    """
    if _prefers_single(texts):
        return frozenset(block for block, text in enumerate(texts) if ANY_SINGLE.search(text))
    headline = headline_block(texts)
    if headline is None or ANY_DOUBLE.search(texts[headline]) or not ANY_SINGLE.search(texts[headline]):
        return frozenset()
    return frozenset((headline,))


def _prefers_single(texts: Sequence[str]) -> bool:
    joined = "\n".join(texts)
    if SPEECH_BEGINS.search(joined) and not ANY_DOUBLE.search(joined):
        return True
    if not any(closing in joined for closing in CLOSINGS):
        return False
    counts = list(map(_count_marks, filter(ends_sentence, texts)))
    opening, closing, double = (sum(count[kind] for count in counts) for kind in range(3))
    return closing > 0 and opening + closing > double


@lru_cache(REMEMBERED)
def _count_marks(text: str) -> tuple[int, int, int]:
    """The numbers of opening and closing marks, single and double."""
    single = len(SINGLE_OPENING.findall(text)), len(SINGLE_CLOSING.findall(text))
    return *single, len(DOUBLE.findall(text))


def headline_block(texts: Sequence[str]) -> int | None:
    """The first block, if it reads like a headline."""
    first = next((block for block, text in enumerate(texts) if text), None)
    if first is None or ends_sentence(texts[first]) or len(texts[first].split()) > LONGEST_HEADLINE:
        return None
    return first
