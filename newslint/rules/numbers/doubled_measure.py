from __future__ import annotations

import regex

from newslint.lexicon.amounts import (
    ABBREVIATIONS,
    CURRENCY,
    FIGURE,
    SCALE,
    SIGN,
    UNITS,
    VALUES,
    currencies,
    units,
)
from newslint.rules import (
    Block,
    Case,
    Change,
    Finding,
    PatternRule,
    Protected,
    Range,
    Safety,
    any_of,
    pattern,
)

LENGTHS = {
    "km": 1000,
    "m": 1,
    "cm": 0.01,
    "mm": 0.001,
    "mi": 1609.3,
    "yd": 0.9144,
    "ft": 0.3048,
    "in": 0.0254,
}
WEIGHTS = {"t": 1000, "kg": 1, "g": 0.001, "lb": 0.4536, "oz": 0.02835}
AREAS = {"km²": 100, "ha": 1, "m²": 0.0001, "sq mi": 259, "ac": 0.4047}
VOLUMES, SPEEDS = {"l": 1, "ml": 0.001, "gal": 3.785}, {"km/h": 1, "mph": 1.6093}
SIZES = (LENGTHS, WEIGHTS, AREAS, VOLUMES, SPEEDS)
"""For each kind of measure, its units in terms of one of them."""
FREEZING, DEGREE = 32, 1.8
"""The zero of Celsius in Fahrenheit, and degrees Fahrenheit in one degree Celsius."""
UNIT = rf"(?:{any_of(UNITS | ABBREVIATIONS)})(?![\p{{L}}\p{{N}}²³])"
MEASURE = rf"{FIGURE}(?:\s{SCALE})?[\s-]?{UNIT}"
SUM = rf"(?:{SIGN}{FIGURE}(?:\s{SCALE}\b)?|{FIGURE}(?:\s{SCALE})?\s{CURRENCY}\b)"
PART = rf"(?P<sign>{SIGN})?(?P<figure>{FIGURE})(?:\s(?P<scale>{SCALE})\b)?[\s-]?(?P<unit>.*)"
TOLERANCE = 0.12
"""How far rounding takes equal measures apart."""


class DoubledMeasure(PatternRule):
    """A measure is given twice without brackets: “10 kilometers 6 miles”.

    ## What it does
    Puts the second of two equal measures, or of two sums in different currencies, in brackets.

    ## Why it matters
    Conversions are added in brackets, and scrapers drop the brackets.

    ## Fix safety
    Safe for measures that convert into each other. Unsafe for sums.
    """

    safety = Safety.SAFE
    may_change = frozenset({Protected.NUMBERS})
    expression = (
        rf"(?<![\p{{L}}\p{{N}}\p{{Sc}}.,-])(?P<one>{MEASURE})(?P<gap>,?\s)(?P<other>{MEASURE})(?!-|,\s\d)"
        rf"|(?<=\p{{Ll}}\s)(?P<one>{SUM})(?P<gap>\s)(?P<other>{SUM})(?![\p{{L}}\p{{N}}’'-]|[.,]\d|\s\d|\s\p{{Sc}})"
    )
    cases = (
        Case("It lies ⟦10 kilometers 6 miles⟧ away.", fixed="It lies 10 kilometers (6 miles) away."),
        Case(
            "A ⟦50-meter, 164 feet⟧ pool at ⟦20°C 68°F⟧.", fixed="A 50-meter (164 feet) pool at 20°C (68°F)."
        ),
        Case(
            "It cost ⟦€5 million $5.4 million⟧ in May.",
            fixed="It cost €5 million ($5.4 million) in May.",
            safety=Safety.UNSAFE,
        ),
        Case("It is 5 feet 6 inches by 7 feet, 3 miles 8 kilometers from 10 miles 20 yards, for $5 $6."),
    )

    def judge(self, match: regex.Match[str], block: Block) -> Finding | None:
        one, other = pattern(PART).fullmatch(match["one"]), pattern(PART).fullmatch(match["other"])
        if one is None or other is None:
            return None
        is_sum = pattern(SUM).fullmatch(match["one"]) is not None
        if not (_is_exchanged(one, other) if is_sum else _is_same(one, other)):
            return None
        brackets = Change(Range(match.start("gap"), match.end()), f" ({match['other']})")
        message = "measure given twice: put the second in brackets"
        safety = Safety.UNSAFE if is_sum else None
        return Finding(Range(*match.span()), message, (brackets,), safety=safety)


def _is_exchanged(one: regex.Match[str], other: regex.Match[str]) -> bool:
    """Whether two sums are in different currencies, and of one scale."""
    currency, its_own = one["sign"] or one["unit"], other["sign"] or other["unit"]
    different = currencies()[currency][0] != currencies()[its_own][0]
    return different and one["scale"] == other["scale"]


def _is_same(one: regex.Match[str], other: regex.Match[str]) -> bool:
    """Whether two measures in different units are the same."""
    unit, other_unit = _symbol(one), _symbol(other)
    value, other_value = _value(one), _value(other)
    if (unit, other_unit) == ("°C", "°F"):
        return abs(value * DEGREE + FREEZING - other_value) <= DEGREE
    if (unit, other_unit) == ("°F", "°C"):
        return abs(other_value * DEGREE + FREEZING - value) <= DEGREE
    for sizes in SIZES:
        if unit != other_unit and unit in sizes and other_unit in sizes:
            size, other_size = value * sizes[unit], other_value * sizes[other_unit]
            return abs(size - other_size) <= TOLERANCE * max(size, other_size)
    return False


def _symbol(measure: regex.Match[str]) -> str:
    return next(iter(units().get(measure["unit"], ())), "")


def _value(measure: regex.Match[str]) -> float:
    return float(measure["figure"].replace(",", "")) * VALUES.get(measure["scale"], 1)
