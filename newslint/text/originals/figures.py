"""Figures and dates, and whether two of them say the same."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache

from msgspec import Struct

from newslint.core.patterns import pattern
from newslint.core.positions import Range
from newslint.lexicon.months import MONTHS
from newslint.lexicon.numerals import NUMERAL, value_of
from newslint.text.figures import DAYS

SCALES = {
    3: "thousand thousands tausend mille mil mila duizend тысяч тысячи тис",
    6: """
        million millions mio millionen millones millón milhões miljoen milioni milioane mln m
        млн миллион миллиона миллионов мільйон мільйонів
    """,
    9: """
        billion billions milliard milliards milliarden miliardi miljard mrd bn
        млрд миллиард миллиарда миллиардов мільярд мільярдів
    """,
    12: "trillion trillions billionen tn трлн триллион",
    4: "万 萬 만",
    8: "億 亿 억",
}
"""Words after a figure that multiply it, by the zeros that they add, in languages of many translations."""
FIGURE = r"\d(?:[\d.,'’\u00a0\u202f]*\d)?"
AFTER = r"[ \u00a0-]?([万萬만億亿억]|\p{L}+)"
GROUPS = re.compile(r"\d{1,3}(?:[.,'’\u00a0\u202f]\d{3})+")
SMALL = 24
"""In another language, figures up to this are often written in words, or are hours."""


class FigureOrDate(Struct, frozen=True):
    """A figure or date: its range, its text and all possible values."""

    at: Range
    said: str
    values: frozenset[Decimal | str]

    @property
    def is_small(self) -> bool:
        """Whether it is a small number."""
        return all(isinstance(value, Decimal) and value <= SMALL for value in self.values)


def figures_and_dates(text: str) -> Iterator[FigureOrDate]:
    """Yield the figures, weekdays and months of a text."""
    for found in pattern(FIGURE).finditer(text):
        after = pattern(AFTER).match(text, found.end())  # no word ends in scripts without spaces
        zeros = _scales().get(after[1].lower()) if after else None
        at = Range(found.start(), after.end() if after and zeros else found.end())
        values = frozenset(value.scaleb(zeros or 0).normalize() for value in _values(found[0]))
        yield FigureOrDate(at, at.of(text), values)
    for found in pattern(DATE).finditer(text):
        yield FigureOrDate(Range(*found.span()), found[0], frozenset({found[0][:3]}))


def spelled_values(texts: Sequence[str]) -> frozenset[Decimal | str]:
    """The values of the numbers that English texts write in words."""
    return frozenset(
        Decimal(value_of(found[0])).normalize()
        for text in texts
        for found in pattern(rf"(?i)\b{NUMERAL}\b").finditer(text)
    )


def all_values(texts: Sequence[str]) -> frozenset[Decimal | str]:
    """All that figures and dates of texts may mean."""
    return frozenset(value for text in texts for one in figures_and_dates(text) for value in one.values)


DATE = rf"\b(?:{'|'.join((*DAYS, *MONTHS))})\b"


def _values(figure: str) -> Iterator[Decimal]:
    """Yield possible values: a separator may mark thousands or decimals."""
    digits = re.sub(r"\D", "", figure)
    parts = re.split(r"[.,]", figure)
    if figure.isdecimal() or GROUPS.fullmatch(figure):
        yield Decimal(digits)
    if len(parts) > 1:
        whole = re.sub(r"\D", "", "".join(parts[:-1]))
        yield Decimal(f"{whole or 0}.{parts[-1]}") if parts[-1].isdecimal() else Decimal(digits)


@cache
def _scales() -> dict[str, int]:
    return {word: zeros for zeros, words in SCALES.items() for word in words.split()}
