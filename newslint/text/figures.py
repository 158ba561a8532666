"""The words around a figure: names, counted things, foreign quotations."""

from __future__ import annotations

from functools import lru_cache

from newslint.core.patterns import REMEMBERED, pattern
from newslint.core.positions import Range
from newslint.lexicon.counted import is_counted
from newslint.lexicon.english_words import is_word
from newslint.lexicon.function_words import ENGLISH
from newslint.lexicon.months import MONTHS
from newslint.text.document import Block

NAMED = (
    r"(?i:\b(?:zip(?:\scodes?)?|post(?:al)?\s?codes?|flights?|trains?|bus(?:es)?|lines?|routes?|highways?|roads?|interstate"
    r"|motorway|rooms?|suites?|apartments?|apt|units?|box(?:es)?|no|nos|number|numbers|nr|cases?|dockets?|bills?|acts?"
    r"|laws?|sections?|articles?|pages?|pp?|orders?|files?|invoices?|serial|model|version|codes?|channels?|extension|ext"
    r"|area|precincts?|battalions?|regiments?|squadrons?|chapters?|paragraphs?|decree|resolution|directive|regulation"
    r"|lot|item|patent|ticket|license|licence|plate|badge|id|pin|phone|tel|call|dial|asteroid|comet|local|lodge|post"
    r"|ward|district|block|gate|platform|hangar|warehouse|building|house|street|avenue)\b[.:#]?\s?#?"
    r")\Z"
)
"""A word before a figure that makes it a name."""
STATE = r"\b[A-Z][A-Za-z.'’-]+,?\s(?:[A-Z]{2}|[A-Z][a-z]{1,4}\.)\s\Z"
"""A place with its state: “Oakland, CA 94601”."""
CAPITALISED = r"(?<![.!?:”\"]\s)(?<=[\w,;)’'\"”]\s)(\p{Lu}[\p{L}’'-]+)\s\Z"
"""A capitalised word in the middle of a sentence, most likely a name that continues."""
REACH = 40
"""Code points before a figure that are read."""
WORD = r"[ \xa0\n](\p{L}[\p{L}’'-]*)"
NEAR = 3
"""Words after a figure among which its noun is looked for: “86.000 keen young hikers”."""
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def names_a_thing(text: str, start: int) -> bool:
    """Whether the figure at `start` is, or may be, a name.

    A word such as “flight” or “ZIP code” before it shows that, a place before it, a leading zero, or the same
    figure used as a name elsewhere in the text.
    """
    if text[start : start + 1] == "0" or _follows_a_name(text, start):
        return True
    figure = pattern(r"\d+").match(text, start)
    return figure is not None and figure[0] in _names(text)


def counted_after(text: str, end: int) -> str:
    """Return the plural noun that a figure before `end` counts, or ""."""
    for _ in range(NEAR):
        match = pattern(WORD).match(text, end)
        if not match or match[1].lower() in ENGLISH:
            return ""
        if is_counted(match[1]):
            return match[1]
        end = match.end()
    return ""


def is_in_foreign_quotation(at: Range, block: Block) -> bool:
    """Whether the quotation around a range is half foreign: “Kaffee 3,90 €”."""
    for quotation in block.document.quotes.in_block(block.index):
        for place in quotation.inner:
            if place.block == block.index and place.at.touches(at):
                words = pattern(r"\p{L}{2,}").findall(place.at.of(block.text).lower())
                return bool(words) and 2 * sum(not is_word(word) for word in words) >= len(words)
    return False


@lru_cache(maxsize=REMEMBERED)
def _names(text: str) -> frozenset[str]:
    """The figures that follow a name somewhere in the text."""
    found = pattern(r"\d+").finditer(text)
    return frozenset(figure[0] for figure in found if _follows_a_name(text, figure.start()))


def _follows_a_name(text: str, start: int) -> bool:
    before = text[max(start - REACH, 0) : start]
    if pattern(NAMED).search(before) or pattern(STATE).search(before):
        return True
    capitalised = pattern(CAPITALISED).search(before)
    return capitalised is not None and capitalised[1] not in (*MONTHS, *DAYS)
