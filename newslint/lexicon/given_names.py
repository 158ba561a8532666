"""Given names; `given_names.txt`, beside this file, names the sources."""

from __future__ import annotations

from enum import StrEnum
from functools import cache
from pathlib import Path

from msgspec import Struct


class Gender(StrEnum):
    """The gender of those who have a name."""

    MEN = "men"
    WOMEN = "women"
    EITHER = "either"


class GivenName(Struct, frozen=True):
    """A given name's gender, and whether it is a frequent surname."""

    gender: Gender
    surname: bool = False


def given_name(word: str) -> GivenName | None:
    """Look up a word, “Marie-Claire” by its first part."""
    bearers, families = _table()
    first = word if word in bearers else word.split("-", maxsplit=1)[0]
    gender = bearers.get(first)
    return GivenName(gender, first in families) if gender else None


def given_names() -> frozenset[str]:
    """All names of the table."""
    bearers, _families = _table()
    return frozenset(bearers)


@cache
def _table() -> tuple[dict[str, Gender], frozenset[str]]:
    """The whole table, read on first use."""
    bearers: dict[str, Gender] = {}
    families: list[str] = []
    _comments, *sections = Path(__file__).with_suffix(".txt").read_text("utf-8").split("\n[")
    for section in sections:
        gender, _bracket, names = section.partition("]")
        bearers |= dict.fromkeys(names.replace("*", "").split(), Gender(gender))
        families += (name[:-1] for name in names.split() if name[-1] == "*")
    return bearers, frozenset(families)
