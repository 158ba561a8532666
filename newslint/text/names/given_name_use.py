"""A quick check whether an article may use given names alone.

Finding all people of an article is slow, and few articles need it; in those that do, only paragraphs that
name the same people matter.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from enum import Enum
from functools import cache

from msgspec import Struct

from newslint.core.patterns import any_of
from newslint.core.positions import Place, Range
from newslint.lexicon.given_names import given_names
from newslint.lexicon.not_names import CALENDAR, OPENERS
from newslint.text.encoded_text import EncodedText
from newslint.text.names.capitals import PARTICLES
from newslint.text.names.people import People, find_people

LETTER = 4
"""Bytes that a letter takes at most."""
SHORTEST = 3
"""Bytes of a possible surname; shorter ones are initials."""
SURELY_ALONE = re.compile(rb"[a-z] $")


class AdjacentByte(Enum):
    """Whether the byte next to a word belongs to a letter."""

    NO_LETTER = 0
    LETTER = 1
    UNKNOWN = 2
    """Part of a multi-byte character."""


BESIDE = tuple(
    AdjacentByte.UNKNOWN
    if byte >= 0x80
    else AdjacentByte.LETTER
    if chr(byte).isalpha()
    else AdjacentByte.NO_LETTER
    for byte in range(256)
)


class GivenNameUse(Struct, frozen=True):
    """A given name that may occur alone, and whether its companion may."""

    given: str
    place: Place
    family: bool


def find_bare_uses(joined: EncodedText, runs: Mapping[bytes, int], most: int) -> Iterator[GivenNameUse]:
    """Find given names that may occur without their surname.

    All such uses are reported, and some others; names that certainly occur alone more than `most` times are
    omitted. `runs` are the words with capitals, and how often the texts have each.
    """
    data = joined.data
    full: dict[bytes, list[bytes]] = defaultdict(list)
    alone = defaultdict[bytes, int](int)
    bare: dict[bytes, list[tuple[int, int]]] = defaultdict(list)
    for name, start, end in _whole_names(data, runs):
        after = _after().match(data, end)
        if name in full and (not after or after["doubtful"]):
            bare[name].append((start, end))
        if after:
            full[name] += after["names"].split() if after["names"] else [b""]
        elif SURELY_ALONE.search(data, max(start - 2, 0), start):
            alone[name] += 1 if name in full else most + 1
    for name, found in bare.items():
        if alone[name] <= most:
            family = _occurs_alone(full[name], data)
            for block, start, end in (joined.place(*span) for span in found):
                yield GivenNameUse(name.decode(), Place(block, Range(start, end)), family)


def people_named(texts: Sequence[str], given: Collection[str], others: Collection[str] = ()) -> People:
    """The people with some given names, or surnames, or `others`.

    Only paragraphs with any of these names are searched; the result for them is the same.
    """
    families = {
        person.family for person in find_people(with_any_name(texts, given)).persons if person.given in given
    }
    short = {family.removeprefix("al-") for family in families}
    return find_people(with_any_name(texts, {*given, *short, *others}))


def with_any_name(texts: Sequence[str], names: Collection[str]) -> tuple[str, ...]:
    """The texts with any of some names; the others are emptied."""
    return tuple(text if any(name in text for name in names) else "" for text in texts)


def _occurs_alone(names: list[bytes], data: bytes) -> bool:
    """Whether a name may occur elsewhere than after the given name."""
    return any(len(name) < SHORTEST or data.count(name) > names.count(name) for name in set(names))


def _whole_names(data: bytes, runs: Mapping[bytes, int]) -> Iterator[tuple[bytes, int, int]]:
    """Where a text has given names that occur twice or more."""
    last = len(data)
    compounds = _compounds_in(data, runs)
    for name in (*(name for name, uses in runs.items() if uses > 1 and name in _names()), *compounds):
        for start, end in _places(name, data):
            if name not in compounds and any(start in inside for inside in compounds.values()):
                continue
            before = BESIDE[data[start - 1]] if start else AdjacentByte.NO_LETTER
            after = BESIDE[data[end]] if end < last else AdjacentByte.NO_LETTER
            if before is after is AdjacentByte.NO_LETTER or not (
                _is_letter(before, data[max(start - LETTER, 0) : start], -1)
                or _is_letter(after, data[end : end + LETTER], 0)
            ):
                yield name, start, end


def _compounds_in(data: bytes, runs: Mapping[bytes, int]) -> Mapping[bytes, frozenset[int]]:
    """The hyphenated given names in a text, each with its bytes."""
    begun = [name for name in _compounds() if name.partition(b"-")[0] in runs]
    return {
        name: frozenset(at for place in _places(name, data) for at in range(*place))
        for name in begun
        if name in data
    }


def _places(word: bytes, data: bytes) -> Iterator[tuple[int, int]]:
    start = data.find(word)
    while start >= 0:
        end = start + len(word)
        yield start, end
        start = data.find(word, end)


def _is_letter(beside: AdjacentByte, around: bytes, which: int) -> bool:
    """Whether the byte at an edge belongs to a letter."""
    if beside is AdjacentByte.UNKNOWN:
        return around.decode("utf-8", "ignore")[which:][:1].isalpha()
    return beside is AdjacentByte.LETTER


@cache
def _names() -> frozenset[bytes]:
    """The given names without a hyphen."""
    return frozenset(name.encode() for name in given_names() if "-" not in name)


@cache
def _compounds() -> tuple[bytes, ...]:
    return tuple(sorted(name.encode() for name in given_names() if "-" in name))


@cache
def _after() -> re.Pattern[bytes]:
    """What follows a given name; perhaps another name, or nothing."""
    foreign = any_of(OPENERS | CALENDAR)
    doubtful = rf" (?:(?:{foreign})\b|{PARTICLES}\s|[\x80-\xff]|(?:al|el|ul|as|ash)-)|-"
    names = r"(?P<names>(?: [A-Z][A-Za-z\x80-\xff]{0,30}){1,4})"
    return re.compile(rf"(?P<doubtful>{doubtful})|{names}".encode("latin-1"))
