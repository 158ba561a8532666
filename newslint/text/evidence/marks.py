"""Marks that machines leave when they translate: dashes, dates, quotation marks."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from newslint.core.patterns import REMEMBERED
from newslint.core.positions import Range

DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
DAY = "|".join(DAYS)
THE_DAY = tuple(f" the {digit}" for digit in "123456789")
MARKS: dict[str, tuple[tuple[str, ...], str]] = {
    "<dashes around an aside>": (
        (" -",),
        r"(?<=\w)\s-(?=\w)[\w\s’'.]{3,80}(?<=\w)-(?=[\s,.])(?!\s-)",
    ),
    "<day and month after a weekday>": (
        ("day (", "day, ("),
        rf"\b(?:{DAY}),?\s\(\d\d?[/.]\d\d?(?:[/.]\d{{2,4}})?\)",
    ),
    "<date in brackets>": (("/19", "/20"), r"\(\d\d?/\d\d?/\d{4}\)"),
    "<quotation mark after its space>": (
        (" ”", " “said"),
        r"(?<=[\w,.!?])\s”(?=\s?\w)|(?<=\w,)\s“(?=said\b)",
    ),
    "<comma after a quotation mark and a space>": (("” ,", "» ,"), r"[”»]\s,"),
    "<space before a comma>": ((" ,",), r"(?<=\w)\s,(?=\s\w)"),
    "<guillemets>": (("«",), r"«[^»\n]{2,80}»"),
    "<low quotation marks>": (("„",), r"„\w"),
    "<weekday with this>": (tuple(f"his {day}" for day in DAYS), rf"\b[Tt]his\s(?:{DAY})\b"),
    "<bare day>": (
        THE_DAY,
        r"\b(?:on|of|from|until)\sthe\s(?:[12]?\d|3[01])(?:st|nd|rd|th)"
        r"(?=[,.]|\s(?:that|and|at|in|of\s(?:this|last)\smonth)\b)",
    ),
    "<day of a month without year>": (
        ("morning of", "afternoon of", "evening of"),
        r"\b[Oo]n\s(?:the\s)?(?:morning|afternoon|evening)\sof\s(?:the\s)?\d",
    ),
    "<clock of 24 hours>": (
        tuple(f" {hour}:" for hour in range(13, 25)),
        r"\b(?:from|at|to|until)\s(?:1[3-9]|2[0-4]):[0-5]\d\b",
    ),
    "<verb left after a quotation>": (
        ("It was.", "It is.", "idea.", "ecame.", "as said."),
        r"[.!?][”\"]\s(?:It\swas|It\sis|He\sshowed\sthe\sidea|[Bb]ecame|[Ww]as\ssaid)\.",
    ),
    "<millions and thousands>": (
        ("million and", "thousand and"),
        r"\b\d+\smillion\sand\s\d+\sthousand\b|\b\d+\sthousand\sand\s\d+\b",
    ),
    "<space after a currency>": (("$ ", "€ ", "£ "), r"[$€£]\s\d"),
    "<office of a country before a name>": (
        ("President of", "Minister of", "Chancellor of"),
        r"\b(?:President|Minister|Chancellor)\sof\s(?:the\s)?[A-Z]\w+\s[A-Z]\w+\s[A-Z]\w+",
    ),
}
"""Of each mark, words of which one is in every text with it, and its expression."""


@lru_cache(REMEMBERED)
def find_marks(text: str) -> tuple[tuple[str, Range], ...]:
    """The marks in a text, each with its range."""
    return tuple(
        (name, Range(*match.span()))
        for name, (words, _) in MARKS.items()
        if any(word in text for word in words)
        for match in _expression(name).finditer(text)
    )


@cache
def _expression(name: str) -> re.Pattern[str]:
    return re.compile(MARKS[name][1])
