"""How an article writes dates and times, if more than once."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from newslint.core.patterns import pattern
from newslint.lexicon.months import MONTH

BRITISH = r"£\d|\b(?:Mr|Mrs|Ms|Dr|Prof)\s\p{Lu}|\d\sper\scent\b"
DAY_FIRST = rf"\b\d{{1,2}}(?:st|nd|rd|th)?\s{MONTH}\b"
MONTH_FIRST = rf"\b{MONTH}\s\d{{1,2}}\b"
HOUR = r"(?<![\d.:])(?:1[0-2]|[1-9])(?:[.:][0-5]\d)?"
CLOCKS = {
    "p.m.": rf"{HOUR}\s[ap]\.m\.",
    " pm": rf"{HOUR}\s[ap]m\b",
    "pm": rf"{HOUR}[ap]m\b",
    "21:30": r"\b(?:at|from|until|by|to)\s(?:1[3-9]|2[0-3]):[0-5]\d\b(?!\s?(?:[ap]\.?m\b|h|o[’']))",
}


@lru_cache(maxsize=4)
def is_british(texts: Sequence[str]) -> bool:
    """Return whether an article has “Mr Smith”, “£5” or “5 per cent”."""
    return _count(BRITISH, texts) > 0


@lru_cache(maxsize=4)
def puts_day_first(texts: Sequence[str]) -> bool:
    """Return whether an article writes “25 July”."""
    first, last = _count(DAY_FIRST, texts), _count(MONTH_FIRST, texts)
    return first > last or (first == last and is_british(texts))


@lru_cache(maxsize=4)
def clock_of(texts: Sequence[str]) -> str:
    """Return which of `CLOCKS` an article uses."""
    counts = {form: _count(expression, texts) for form, expression in CLOCKS.items()}
    most = max(counts, key=lambda form: counts[form])
    if counts[most]:
        return most
    return "pm" if is_british(texts) else "p.m."


def written_time(hour: int, minutes: str, texts: Sequence[str]) -> str:
    """Return a time in the article's style; `hour` is 0 to 23."""
    clock = clock_of(texts)
    if clock == "21:30":
        return f"{hour:02}:{minutes or '00'}"
    point = "." if clock == "pm" and _count(r"\d:\d\d[ap]m\b", texts) == 0 else ":"
    half = clock if clock.strip() != clock or not clock.endswith(".") else f" {clock}"
    if hour < 12 or hour == 24:
        half = half.replace("p", "a")
    return f"{(hour - 1) % 12 + 1}{point + minutes if minutes.strip('0') else ''}{half}"


def _count(expression: str, texts: Sequence[str]) -> int:
    return sum(len(pattern(expression).findall(text)) for text in texts)
