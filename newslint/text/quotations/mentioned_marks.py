"""Punctuation marks that a text mentions: “the sign „ is low”."""

from __future__ import annotations

from functools import lru_cache

from newslint.core.patterns import REMEMBERED, pattern

OPENING = "«‹„“‟‘‚‛「『《〈【（"
GLYPHS = rf"{OPENING}»›”’\"'`″」』》〉】），、。．：；！？｜～－·"
ENDS = r"(?=\s|[.,;:!?)\]”’\"'»](?!\w)|\Z)"
ANY = rf"(?<=[\s(\[“‘\"'«])[{GLYPHS}]{ENDS}"
NAMED = (
    r"marks?|characters?|symbols?|signs?|brackets?|quotes?|guillemets?|chevrons?|commas?|colons?|stops?|periods?"
    r"|glyphs?|keys?|apostrophes?|punctuation"
)
NAMING = (
    rf"(?:an?|the|an?\s\p{{Ll}}+|use[ds]?|using|types?|typed|typing|writes?|called|prefer"
    rf"|insert|press|{NAMED})"
)
"""Words before a mark that is spoken of."""
JOINED = (
    r"(?:,\s(?:and\s|or\s)?|\s(?:and|or|not|nor|with|to|by|versus|becomes?|became|instead\sof|rather\sthan|in\splace\sof"
    r"|for|from|than)\s)(?:(?:an?|the|closing|opening|left|right|single|double|low|high)\s){0,3}[“‘\"']?"
)
"""Words between two of them."""
GOES_ON = (
    r"(?=[\"'”’]?(?:[.,;:!?)\]]|\s*\Z|\s(?:and|or|is|are|was|were|in|at|as|instead|which|that|has|have|had|on"
    rf"|{NAMED})\b))"
)
"""What follows one that is spoken of alone."""
MENTION = (
    rf"(?:(?<=[\s(\[“‘\"'])[{OPENING}]{ENDS}|(?<=\b{NAMING}\s[“‘\"'(]?){ANY})(?:[”’\"']?{JOINED}{ANY})+"
    rf"|(?<=\b{NAMING}\s[“‘\"'(]?){ANY}{GOES_ON}"
    rf"|(?<=\b(?:{NAMED})\s\(?|\()[{OPENING}]\s?[{GLYPHS}](?=[\s.,;)]|\Z)"
)
LONE = rf"(?:^|[\s(\[“‘\"'«])[{GLYPHS}](?:[\s.,;:!?)\]”’\"'»]|$|[{GLYPHS}][\s)])"
"""A cheaper expression that matches wherever a mark can be mentioned."""


@lru_cache(REMEMBERED)
def mentioned_marks(text: str) -> frozenset[int]:
    """Return the offsets of marks that are mentioned rather than used.

    They are alone between spaces, and an article or a noun such as “sign” comes before, or another mark is
    joined to them by “and”.
    """
    if not pattern(LONE).search(text):
        return frozenset()
    glyph = pattern(rf"[{GLYPHS}]")
    return frozenset(
        found.start()
        for mention in pattern(MENTION).finditer(text)
        for found in glyph.finditer(text, *mention.span())
    )
