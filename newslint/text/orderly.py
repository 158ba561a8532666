"""Paragraphs whose quotation marks leave no question: most of them, and read many times as fast as others."""

from __future__ import annotations

import re
from functools import lru_cache

from newslint.patterns import REMEMBERED, pattern

GLYPHS = "“”„‟″\"‘’'‚`"
ANY = re.compile(f"[{GLYPHS}]")
STOPS = r"\s.,;:!?)\]}—–\-…/"
"""What follows a closing mark and no opening one."""
LEADS = r"\s(\[{—–\-/="
"""What stands before an opening mark."""
SHUT_OUT = rf"\s(\[{{{GLYPHS}"
"""What stands before no closing mark."""

MARK = pattern(
    rf"(?P<opening>(?<![^{LEADS}])[“\"](?=[^{STOPS}{GLYPHS}]))"
    rf"|(?P<closing>(?<=[^{SHUT_OUT}\d])[”\"](?![^{STOPS}]))"
    rf"|(?P<apostrophe>(?<=\w)[’'](?=\w)|(?<=[^{SHUT_OUT}])[’'](?![^{STOPS}]))"
    rf"|[{GLYPHS}]"
)
CLOSED_BY = {"“": "”", '"': '"'}


@lru_cache(REMEMBERED)
def orderly_pairs(text: str) -> tuple[tuple[int, int], ...] | None:
    """Where the quotations of a paragraph open and close, or None where that takes a closer look.

    In order are marks of one kind, “so” or "so", which open and close in turn, each with a word on its inner
    side and none on the other; apostrophes may stand anywhere within or after a word.
    """
    if not ANY.search(text):
        return ()
    pairs = []
    opening = None
    for mark in MARK.finditer(text):
        if mark["apostrophe"]:
            continue
        if opening is None and mark["opening"]:
            opening = mark
        elif opening and mark["closing"] == CLOSED_BY[opening[0]]:
            pairs.append((opening.start(), mark.start()))
            opening = None
        else:
            return None
    return None if opening else tuple(pairs)
