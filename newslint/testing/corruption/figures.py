"""Damage to numbers, sums, units, times and dates."""

from __future__ import annotations

from random import Random

import regex

from newslint.lexicon.months import MONTHS
from newslint.testing.corruption.kind import DamageKind, replace_matches, replace_with

UNIT = (
    r"(?:people|tons|tonnes|residents|houses|voters|miles|kilometers|kilometres|jobs|workers|cases|homes"
    r"|troops)"
)
NAMED = {"$": "dollars", "£": "pounds", "€": "euros"}
SMALL = {"2": "two", "3": "three", "4": "four", "5": "five", "6": "six", "8": "eight", "9": "nine"}


def _add_name(match: regex.Match[str], _chance: Random) -> str:
    return f"{match[0]} {NAMED[match[1]]}"


def _after_noon(match: regex.Match[str], _chance: Random) -> str:
    return f"{int(match[1]) + 12} o’clock"


def _as_machine(match: regex.Match[str], chance: Random) -> str:
    month, day, year = MONTHS.index(match[1]) + 1, int(match[2]), match[3]
    return chance.choice(
        (f"{year}-{month:02}-{day:02}", f"{year} {match[1]} {day}", f"{year}/{month:02}/{day:02}")
    )


def _half_word(_match: regex.Match[str], chance: Random) -> str:
    figure = chance.choice(tuple(SMALL))
    return f"{chance.choice(('twenty', 'thirty', 'forty', 'sixty', 'eighty'))}{figure}"


FIGURE = r"(?<![\w.,$£€])(\d{1,3})"


def _in_miles(match: regex.Match[str], _chance: Random) -> str:
    return f"{match[0]} {round(int(match[1]) * 0.621)} miles"


KINDS = (
    DamageKind(
        "measure-said-twice",
        ("doubled-measure",),
        replace_matches(r"(?<![\d.,])(\d{1,3}) (?:kilometers|kilometres)\b", _in_miles),
        sure=True,
    ),
    DamageKind(
        "comma-as-decimal-point",
        ("decimal-comma",),
        replace_with(
            r"(?<![\w.,])(\d{1,3})\.(\d)(?=\s(?:million|billion|trillion|percent|per cent)|%)", r"\1,\2"
        ),
        sure=True,
        exact=True,
    ),
    DamageKind(
        "point-between-thousands",
        ("dot-for-thousands",),
        replace_with(rf"{FIGURE},(\d{{3}})(?=\s{UNIT})", r"\1.\2"),
        sure=True,
        exact=True,
    ),
    DamageKind(
        "no-mark-between-thousands",
        ("ungrouped-figure",),
        replace_with(rf"(?<![\w.,$£€])(\d{{2,3}}),(\d{{3}})(?=\s{UNIT})", r"\1\2"),
        sure=True,
        exact=True,
    ),
    DamageKind(
        "currency-said-twice",
        ("doubled-currency",),
        replace_matches(r"([$£€])\d[\d,.]*\d(?:\s(?:million|billion|trillion))(?![\w-])", _add_name),
        sure=True,
        exact=True,
    ),
    DamageKind(
        "percent-said-twice",
        ("doubled-percent",),
        replace_with(
            r"(?<![\w.,])(\d[\d.]*)(?:%| percent| per cent)(?= of| in|,)", r"\1% percent", r"\1% per cent"
        ),
        sure=True,
    ),
    DamageKind(
        "sign-behind-sum",
        ("symbol-after-figure",),
        replace_with(
            r"(?<![\w.,])([$£€])(\d[\d,.]*\d)( million| billion|)(?![\w-])(?! m| b| t)", r"\2\1\3", r"\2\3 \1"
        ),
        sure=True,
        exact=True,
    ),
    DamageKind(
        "counted-millions",
        ("counted-scale",),
        replace_with(rf"(?<![\w.,$£€])(\d[\d.]*) (million|billion)(?= {UNIT})", r"\1 \2s"),
        sure=True,
    ),
    DamageKind(
        "long-scale",
        ("foreign-scale",),
        replace_with(
            r"(?<![\w.,])([$£€]?\d[\d.]*|a|two|three|several) billion(?![\w-])",
            r"\1 milliard",
            r"\1 thousand million",
            r"\1 milliards",
        ),
        sure=True,
    ),
    DamageKind(
        "hours-past-twelve",
        ("clock-of-24-hours",),
        replace_matches(r"\b([2-9]|1[01])(?::[0-5]\d)? ?(?:p\.m\.|pm)(?= [^.])", _after_noon),
        sure=True,
    ),
    DamageKind(
        "date-of-a-machine",
        ("machine-date",),
        replace_matches(rf"\b({'|'.join(MONTHS)}) (\d\d?), (20\d\d)\b", _as_machine),
        sure=True,
    ),
    DamageKind(
        "half-word-number",
        ("glued-number",),
        replace_matches(rf"(?<![\w.,$£€-])\d\d(?= {UNIT}| years| days| percent)", _half_word),
        sure=True,
    ),
    DamageKind(
        "unit-said-twice",
        ("unit-fragment",),
        replace_with(r"(?<=\d )(?:degrees (Celsius|Fahrenheit))", r"degrees \1 °", "°C degrees"),
    ),
    DamageKind(
        "figure-said-twice",
        ("double-figure",),
        replace_with(
            r"\b\d{2,3}(?= (?:people|workers|members|countries|years|days|percent)\b)", r"\g<0> \g<0>"
        ),
        sure=True,
    ),
    DamageKind(
        "years-old-before-noun",
        ("age-before-noun",),
        replace_with(r"\b(\d+)-year-old(?= \p{Ll}{3})", r"\1 years old", r"\1-years-old"),
        sure=True,
    ),
    DamageKind(
        "range-with-two-links",
        ("broken-range",),
        replace_with(
            r"\b(\d+)(?:-| to )(\d+)(?= (?:days|weeks|months|years|people|miles)\b)",
            r"\1 - to \2",
            r"\1-to \2",
        ),
        sure=True,
    ),
    DamageKind(
        "clock-said-twice",
        ("doubled-clock",),
        replace_with(r"\b(\d{1,2}(?::\d\d)? [ap]\.m\.)(?= )", r"\1 o’clock", r"\1 hours"),
        sure=True,
    ),
    DamageKind(
        "year-said-twice",
        ("foreign-date",),
        replace_with(r"\b(in|since) ((?:19|20)\d\d)(?=[ ,.])", r"\1 the year of \2 year", r"\1 \2 year"),
        sure=True,
    ),
    DamageKind(
        "percent-before-figure",
        ("percent-before-figure",),
        replace_with(r"\b(\d+(?:\.\d+)?)(?:%| percent\b| per cent\b)", r"percent \1", r"%\1"),
        sure=True,
    ),
    DamageKind(
        "figure-split",
        ("split-figure",),
        replace_with(r"\b(\d{1,3}),(\d{3})(?![\d,])", r"\1, \2", r"\1 ,\2"),
        sure=True,
    ),
    DamageKind(
        "thousands-in-words",
        ("thousand-in-words",),
        replace_with(r"(?<![\d,.$€£])\b(\d{1,3}),000(?= \p{Ll}{3})", r"\1 thousand"),
        sure=True,
    ),
    DamageKind(
        "wrong-ordinal",
        ("wrong-ordinal",),
        replace_with(r"\b(\d+)(?:st|nd|rd|th)\b", r"\1 th", r"\1-th"),
        sure=True,
    ),
)
