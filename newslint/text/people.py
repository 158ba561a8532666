"""The people of an article: full names, titles, later mentions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from newslint.model import Place


@dataclass(frozen=True)
class Mention:
    """One naming of a person: the place of the name, and of the title before it."""

    place: Place
    name: str
    title: str = ""
    nationality: str = ""


@dataclass(frozen=True)
class Person:
    """Somebody introduced by full name; mentions come in order, the introduction first."""

    given: str
    family: str
    mentions: tuple[Mention, ...]


@dataclass(frozen=True)
class People:
    """Everybody whom the article introduces by a full name."""

    persons: tuple[Person, ...] = ()


def meet_people(texts: Sequence[str]) -> People:
    """Read the people of an article off the texts of its blocks."""
    return People()
