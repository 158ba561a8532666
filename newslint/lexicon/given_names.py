"""Given names: the sources are told in `given_names.txt`, beside this file."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path


class Gender(StrEnum):
    """Who bears a name."""

    MEN = "men"
    WOMEN = "women"
    EITHER = "either"


@dataclass(frozen=True, slots=True)
class GivenName:
    """Who bears a given name, and whether many families bear it too ("James", "Scott")."""

    gender: Gender
    surname: bool = False


def given_name(word: str) -> GivenName | None:
    """What the table knows of a word; of a double name such as "Marie-Claire", by its first part."""
    first = word if word in _bearers() else word.split("-", maxsplit=1)[0]
    gender = _bearers().get(first)
    return GivenName(gender, f"{first}*" in _bearers()) if gender else None


def given_names() -> frozenset[str]:
    """All names of the table."""
    return frozenset(name for name in _bearers() if not name.endswith("*"))


@cache
def _bearers() -> dict[str, Gender]:
    """Who bears each name of the table, read when first asked for; starred ones stand there twice."""
    names: dict[str, Gender] = {}
    gender = Gender.EITHER
    for line in Path(__file__).with_suffix(".txt").read_text("utf-8").splitlines():
        if line.startswith("["):
            gender = Gender(line.strip("[]"))
        elif not line.startswith("#"):
            names |= dict.fromkeys(line.replace("*", "").split(), gender)
            names |= dict.fromkeys((name for name in line.split() if name[-1] == "*"), gender)
    return names
