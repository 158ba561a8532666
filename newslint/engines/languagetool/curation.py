"""The rules of LanguageTool chosen for news, with their measured rates."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from msgspec import Struct

from newslint.core.grade import Verdict


class MeasuredRates(Struct, frozen=True):
    """The measured rates of a rule."""

    clean: float
    """Findings per million words of clean news."""
    injected: int
    """Injected faults that it found."""
    marked: int
    """Errors in machine translations, marked by people, that it found."""
    translated: float
    """Findings per million words of machine-translated news."""


class Curation(Struct, frozen=True):
    """The chosen rules by id, with the measured version and the date."""

    version: str
    date: str
    rules: Mapping[str, MeasuredRates]


class GatedRule(Struct, frozen=True):
    """A rule for articles with a verdict, and what it found there."""

    rule: str
    verdict: Verdict
    found: int
    correct: int
    """How many of the findings overlap damage."""


@cache
def gated_rules() -> tuple[GatedRule, ...]:
    """Load `gated.tsv`, which `tools/tables/languagetool` writes."""
    rows = (row.split("\t") for row in _read("gated.tsv")[2:])
    return tuple(
        GatedRule(rule, Verdict(verdict), int(found), int(correct)) for rule, verdict, found, correct in rows
    )


def _read(name: str) -> list[str]:
    return files("newslint.engines.languagetool").joinpath(name).read_text("utf-8").splitlines()


@cache
def curation() -> Curation:
    """Load `curated.tsv`, which `tools/tables/languagetool` writes."""
    head, _, *rows = _read("curated.tsv")
    version, date = head.removeprefix("# LanguageTool ").split(", measured on ")
    split = (row.split("\t") for row in rows)
    return Curation(
        version,
        date,
        {
            rule: MeasuredRates(float(clean), int(injected), int(marked), float(translated))
            for rule, clean, injected, marked, translated in split
        },
    )
