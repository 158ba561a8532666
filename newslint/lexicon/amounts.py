"""Expressions for figures, scales, currencies and units, and their meanings."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from functools import cache

from newslint.core.patterns import any_of
from newslint.lexicon.classes import column, entries

FIGURE = r"\d+(?:,\d+)*(?:\.\d+)?"
"""As English groups digits, or another language does."""
SCALES = ("hundred", "thousand", "million", "billion", "trillion")
SCALE = rf"(?:{'|'.join(SCALES)})"
AMOUNT = rf"{FIGURE}(?:[\s-]?{SCALE}\b|\s?(?:k|m|mn|bn|tn)\b)?"
VALUES = {"hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9, "trillion": 10**12}
SIGN = rf"(?:{any_of(column('currencies', 1))})"
"""A currency sign, also one of letters (“Rs”), which is one only beside a figure."""
CODE = rf"(?:{any_of(column('currencies', 0))})"
CURRENCY = rf"(?:{any_of(column('currencies', 2) | column('currencies', 3))})"
"""The name of a currency, in the singular or plural."""
NATION = rf"(?:{any_of(column('currencies', 4))})"
UNITS = frozenset(word for row in entries("units") for word in row[:2])
"""The names of units, in the singular and plural."""
ABBREVIATIONS = frozenset(word for row in entries("units") for word in row[2:]) - {"in", "ac", "af"}
"""The symbols of units, without those that are English words."""
UNIT = rf"(?:{any_of(UNITS)})"


@cache
def currencies() -> Mapping[str, tuple[str, ...]]:
    """The codes that each mark of a currency may mean, usual first.

    “$” alone may stand for “A$”.
    """
    codes: defaultdict[str, list[str]] = defaultdict(list)
    for code, sign, *names in entries("currencies"):
        bare = sign[-1:] if not sign[-1:].isalnum() else ""
        for mark in {code, sign, bare, *names[:2]} - {""}:
            if code not in codes[mark]:
                codes[mark].append(code)
    return {mark: tuple(found) for mark, found in codes.items()}


@cache
def currency_of_nation(nation: str, name: str) -> str:
    """The code of a nation’s currency of a name, or ""."""
    rows = (row for row in entries("currencies") if len(row) > 4 and row[4] == nation)
    return next((row[0] for row in rows if name in row[2:4]), "")


@cache
def units() -> Mapping[str, frozenset[str]]:
    """The symbols that each name and abbreviation of a unit may mean."""
    symbols: defaultdict[str, set[str]] = defaultdict(set)
    for row in entries("units"):
        for word in row:
            symbols[word].add(row[2])
    return {word: frozenset(found) for word, found in symbols.items()}
