"""Given names: the sources are told in `given_names.txt`, beside this file."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files


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


@cache
def given_names() -> dict[str, GivenName]:
    """All given names of the table, read when first asked for."""
    text = files(__package__).joinpath("given_names.txt").read_text("utf-8")
    names: dict[str, GivenName] = {}
    gender = Gender.EITHER
    for line in text.splitlines():
        if line.startswith("["):
            gender = Gender(line.strip("[]"))
        elif not line.startswith("#"):
            names |= {name.rstrip("*"): GivenName(gender, name.endswith("*")) for name in line.split()}
    return names


def given_name(word: str) -> GivenName | None:
    """What the table knows of a word; of a double name such as "Marie-Claire", by its first part."""
    return given_names().get(word) or given_names().get(word.split("-")[0])
