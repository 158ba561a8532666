"""The rules of LanguageTool that earn their place on news, with the figures that they earned it by."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Worth:
    """What a rule was measured to find: in a million words of sound copy, and of damage, out of so much."""

    clean: float
    """Findings in a million words of sound news."""
    injected: int
    """Faults put into sound news on purpose that it found."""
    marked: int
    """Places that people had marked as faults of machine translations and that it found."""
    translated: float
    """Findings in a million words of machine-translated news."""


@dataclass(frozen=True)
class Curation:
    """The kept rules by their ids, the version of LanguageTool and the day that they were measured on."""

    version: str
    date: str
    rules: Mapping[str, Worth]


@cache
def curation() -> Curation:
    """The table `curated.tsv`, which `tools/benchmarks/languagetool.py` writes."""
    head, _, *rows = (
        files("newslint.engines.languagetool").joinpath("curated.tsv").read_text("utf-8").splitlines()
    )
    version, date = head.removeprefix("# LanguageTool ").split(", measured on ")
    split = (row.split("\t") for row in rows)
    return Curation(
        version,
        date,
        {
            rule: Worth(float(clean), int(injected), int(marked), float(translated))
            for rule, clean, injected, marked, translated in split
        },
    )
