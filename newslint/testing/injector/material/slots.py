"""Fill the slots of a sentence: {name}, {city}, {n} and so on."""

from __future__ import annotations

import re
from collections.abc import Callable
from random import Random

from newslint.testing.injector.material.bodies import BARE, ORGANISATIONS, SPOKEN, WITH_THE
from newslint.testing.injector.material.people import (
    CLIPPED,
    FAMILY,
    GIVEN,
    MEN,
    MINISTRIES,
    OFFICES,
    SHORT_OFFICES,
    WOMEN,
)
from newslint.testing.injector.material.places import CITIES, COUNTRIES

_DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
_MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
_SMALL = ["two", "three", "four", "five", "six", "seven", "eight", "nine", "eleven", "twelve"]
_THINGS = [
    "houses",
    "jobs",
    "passengers",
    "tickets",
    "homes",
    "visitors",
    "trees",
    "voters",
    "letters",
    "vehicles",
    "pupils",
    "patients",
]
_MATTERS = [
    "the flood barrier",
    "the new timetable",
    "the harbour plan",
    "the school budget",
    "the bridge contract",
    "the water supply",
    "the night bus",
    "the land register",
    "the museum roof",
    "the pension fund",
    "the airport road",
    "the fishing quota",
]


def _pick(words: list[str] | tuple[str, ...]) -> Callable[[Random], str]:
    return lambda rng: rng.choice(words)


_FILLERS: dict[str, Callable[[Random], str]] = {
    "given": _pick(GIVEN),
    "man": _pick(MEN),
    "woman": _pick(WOMEN),
    "family": _pick(FAMILY),
    "name": lambda rng: f"{rng.choice(GIVEN)} {rng.choice(FAMILY)}",
    "office": _pick(OFFICES),
    "short_office": _pick(SHORT_OFFICES),
    "clipped": _pick(CLIPPED),
    "ministry": _pick(MINISTRIES),
    "country": _pick(COUNTRIES),
    "city": _pick(CITIES),
    "day": _pick(_DAYS),
    "month": _pick(_MONTHS),
    "org": _pick(ORGANISATIONS),
    "spoken": _pick(SPOKEN),
    "bare": _pick(BARE),
    "body": _pick(WITH_THE),
    "small": _pick(_SMALL),
    "things": _pick(_THINGS),
    "matter": _pick(_MATTERS),
    "n": lambda rng: str(rng.randrange(13, 99)),
    "d": lambda rng: str(rng.randrange(2, 10)),
    "date": lambda rng: str(rng.randrange(4, 20)),
    "thousands": lambda rng: f"{rng.randrange(2, 98)},{rng.randrange(10, 99)}0",
    "decimal": lambda rng: f"{rng.randrange(1, 40)}.{rng.randrange(1, 10)}",
    "year": lambda rng: str(rng.randrange(1992, 2024)),
    "hour": lambda rng: str(rng.randrange(1, 12)),
    "minutes": lambda rng: f"{rng.randrange(10, 59)}",
}
_PAIR = re.compile(r"\[\[.*?\]\]")
_UNTAGGED = re.compile(r"\{(\w+)\}")
_SLOT = re.compile(r"\{(\w+)(?::(\w+))?\}")


def fill(template: str, rng: Random) -> str:
    """Fill every slot.

    {given:a} and {given:a} get the same filling, as do the two sides of [[bad||good]].
    """
    kept: dict[str, str] = {}
    template = _PAIR.sub(lambda m: _UNTAGGED.sub(rf"{{\1:pair{m.start()}}}", m.group()), template)

    def one(match: re.Match[str]) -> str:
        kind, tag = match.groups()
        if tag is None:
            return _FILLERS[kind](rng)
        return kept.setdefault(f"{kind}:{tag}", _FILLERS[kind](rng))

    return _SLOT.sub(one, template)
