"""Pairs the marks of simple paragraphs many times faster.

Most paragraphs are simple.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate, groupby

from newslint.core.text_facts import TextFacts

GLYPHS = "“”„‟″\"‘’'‚‛`＇"
STOPS = r"\s.,;:!?)\]}—–\-…/"
"""Characters after a closing mark, but never after an opening one."""
LEADS = r"\s(\[{—–\-/="
"""Characters before an opening mark."""
SHUT_OUT = rf"\s(\[{{{GLYPHS}"
"""Characters that never come before a closing mark."""

APOSTROPHE = rf"(?<=\w[’'])(?=\w)|(?<=[^{SHUT_OUT}][’'])(?=[{STOPS}])"
MARK = re.compile(
    rf"[{GLYPHS}](?!{APOSTROPHE})"
    rf"(?:(?P<opening>(?<=[{LEADS}][“\"])(?=[^{STOPS}{GLYPHS}]))"
    rf"|(?P<closing>(?<=[^{SHUT_OUT}\d][”\"])(?=[{STOPS}])))?"
)
"""Any mark but an apostrophe, between two characters; one that neither opens nor closes is irregular."""
CLOSED_BY = {"“": "”", '"': '"'}

Pairs = tuple[tuple[int, int], ...]


def orderly_pairs(texts: Sequence[str]) -> dict[int, Pairs]:
    """The quotations of each simple paragraph; others are left out.

    Simple are marks of one kind, “so” or "so", that open and close in turn, each with a word on its inner
    side and none on the other; apostrophes may occur anywhere within or after a word.
    """
    found = zip(texts, _pairs_in(texts), strict=True)
    return {n: pairs for n, (text, pairs) in enumerate(found) if text and pairs is not None}


def _find_pairs(texts: Sequence[str]) -> list[Pairs | None]:
    """The pairs of each text; None if it is not simple."""
    joined = "\n".join(("", *texts, ""))
    starts = list(accumulate((len(text) + 1 for text in texts), initial=1))
    found: list[Pairs | None] = [()] * len(texts)
    marks = MARK.finditer(joined)
    for number, within in groupby(marks, lambda mark: bisect_right(starts, mark.start()) - 1):
        found[number] = _pairs(list(within), starts[number])
    return found


_pairs_in = TextFacts(_find_pairs)


def _pairs(marks: Sequence[re.Match[str]], start: int) -> Pairs | None:
    turns = list(zip(marks[::2], marks[1::2], strict=False))
    if len(marks) % 2 or not all(map(_is_pair, turns)):
        return None
    return tuple((opening.start() - start, closing.start() - start) for opening, closing in turns)


def _is_pair(marks: tuple[re.Match[str], re.Match[str]]) -> bool:
    opening, closing = marks
    return (
        opening.lastgroup == "opening"
        and closing.lastgroup == "closing"
        and closing[0] == CLOSED_BY[opening[0]]
    )
