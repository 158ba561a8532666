"""Measures newslint on texts by writers who do not know its rules.

Each line of a file is an article: `text`, `family`, `variant` and `damage`, a list of places, each with its
`quote` (the `nth` occurrence), the right text (`fixed`, null if open) and whether a machine may write it
unreviewed (`safe`). Articles without damage resemble damaged ones and must pass.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import newslint
from newslint.core.diagnostics import Diagnostic
from newslint.core.positions import Span
from newslint.linter.linter import Linter

LONGEST = 80
"""Code points; a longer finding must not be three times as long as the damage."""
PAGE = Path(__file__).parents[1] / "docs" / "blind.md"
FIRST = {
    "grammar-1": (13, 70),
    "grammar-2": (25, 70),
    "grammar-3": (12, 32),
    "grammar-4": (14, 33),
    "grammar-5": (19, 34),
    "grammar-6": (20, 33),
    "grammar-7": (25, 34),
    "grammar-8": (15, 34),
    "numbers-1": (21, 70),
    "numbers-2": (15, 70),
    "numbers-4": (26, 34),
    "numbers-5": (22, 34),
    "numbers-6": (27, 34),
    "numbers-7": (28, 34),
    "numbers-8": (27, 33),
    "quotes-1": (40, 70),
    "quotes-2": (36, 70),
    "quotes-3": (30, 33),
    "quotes-5": (27, 34),
    "quotes-6": (28, 33),
    "quotes-7": (30, 34),
    "quotes-8": (31, 33),
    "repeats-1": (23, 70),
    "repeats-2": (20, 70),
    "repeats-4": (21, 33),
    "repeats-5": (12, 33),
    "repeats-6": (17, 33),
    "repeats-7": (14, 34),
    "repeats-8": (20, 32),
    "seams-1": (20, 70),
    "seams-2": (26, 70),
    "seams-3": (24, 31),
    "seams-4": (27, 32),
    "seams-5": (24, 34),
    "seams-6": (27, 34),
    "seams-7": (25, 34),
    "seams-8": (22, 34),
    "titles-and-names-1": (17, 70),
    "titles-and-names-2": (28, 70),
    "titles-and-names-3": (16, 31),
    "titles-and-names-4": (10, 31),
    "titles-and-names-5": (15, 33),
    "titles-and-names-6": (18, 33),
    "titles-and-names-7": (11, 34),
    "titles-and-names-8": (18, 33),
}
"""Places found when a file was new; only these are evidence, as rules were then extended."""
HEAD = """# Texts by writers who do not know the rules

`python -m tools blind tests/blind/*.jsonl --write` writes this page.

Each file has 60 articles with damage of one family and 40 that resemble it; from the third round on 30 and 20.
Their writers knew the kind of damage and its variants, and saw no rule. Only the first run measures how much
unseen damage is found; afterwards the files are regression tests.

| round | found in the first run | found now | fixed of the safe ones | near misses reported |
| --- | ---: | ---: | ---: | ---: |
"""
AROUND = 25
"""Code points on both sides that show where a fix was made."""


@dataclass(frozen=True)
class Damaged:
    """A place of an article that is damaged."""

    variant: str
    span: Span
    quote: str
    fixed: str | None
    safe: bool


@dataclass(frozen=True)
class Article:
    """A text with its damage; none in a near miss."""

    name: str
    family: str
    text: str
    damages: tuple[Damaged, ...]


@dataclass(frozen=True)
class Verdict:
    """The findings and fixes of newslint in an article."""

    article: Article
    missed: tuple[Damaged, ...]
    unfixed: tuple[Damaged, ...]
    """Safe places that the safe fixes did not restore."""
    false: tuple[Diagnostic, ...]


def read(path: Path) -> Iterator[Article]:
    """Read the articles of a file.

    Raises:
        ValueError: a quote is not in its text.

    """
    for line in path.read_text("utf-8").splitlines():
        row = json.loads(line)
        damages = tuple(_read_damage(row, place) for place in row["damage"])
        yield Article(row["id"], row["family"], row["text"], damages)


def _read_damage(row: Mapping[str, Any], place: Mapping[str, Any]) -> Damaged:
    start = -1
    for _ in range(place.get("nth", 1)):
        start = row["text"].find(place["quote"], start + 1)
        if start < 0:
            raise ValueError(f"{row['id']}: “{place['quote']}” is not in the text")
    span = Span(start, start + len(place["quote"]))
    return Damaged(place.get("variant", row["variant"]), span, place["quote"], place["fixed"], place["safe"])


def judge(article: Article) -> Verdict:
    """Check and fix an article."""
    linter = _linter()
    found = linter.check(article.text).diagnostics
    fixed = linter.fix(article.text).after
    return Verdict(
        article,
        tuple(damage for damage in article.damages if not _is_found(damage, article, found)),
        tuple(
            d for d in article.damages if d.safe and d.fixed is not None and not _is_fixed(d, article, fixed)
        ),
        tuple(d for d in found if not any(_near(d, damage, article) for damage in article.damages)),
    )


@cache
def _linter() -> Linter:
    return newslint.create_linter()


def _is_found(damage: Damaged, article: Article, found: Iterable[Diagnostic]) -> bool:
    return any(
        _near(d, damage, article) and _length(d.span) <= max(LONGEST, 3 * _length(damage.span)) for d in found
    )


def _near(diagnostic: Diagnostic, damage: Damaged, article: Article) -> bool:
    """Whether a finding overlaps a damage, or shares its quotation marks."""
    at, place = diagnostic.span, damage.span
    if at.start <= place.end and place.start <= at.end and (at.start < place.end or _length(at) == 0):
        return at.end > place.start or _length(at) == 0
    if article.family != "quotes" or diagnostic.category != "quotes":
        return False
    return "\n\n" not in article.text[min(at.start, place.start) : max(at.end, place.end)]


def _length(span: Span) -> int:
    return span.end - span.start


def _is_fixed(damage: Damaged, article: Article, result: str) -> bool:
    """Whether the right words are in the result, in context."""
    text, start, end = article.text, damage.span.start, damage.span.end
    others = [d for d in article.damages if d is not damage]
    before = max([0, start - AROUND, *(d.span.end for d in others if d.span.end <= start)])
    after = min([len(text), end + AROUND, *(d.span.start for d in others if d.span.start >= end)])
    wanted = text[before:start] + (damage.fixed or "") + text[end:after]
    return " ".join(wanted.split()) in " ".join(result.split())


def table(verdicts: Iterable[Verdict]) -> list[str]:
    """Return a Markdown table with a row for each variant."""
    places: Counter[str] = Counter()
    missed: Counter[str] = Counter()
    safe: Counter[str] = Counter()
    unfixed: Counter[str] = Counter()
    for verdict in verdicts:
        for damage in verdict.article.damages:
            for variant in (damage.variant, "all"):
                places[variant] += 1
                missed[variant] += damage in verdict.missed
                safe[variant] += damage.safe and damage.fixed is not None
                unfixed[variant] += damage in verdict.unfixed
    rows = [
        f"| {name} | {count} | {count - missed[name]} | {safe[name]} | {safe[name] - unfixed[name]} |"
        for name, count in sorted(places.items())
    ]
    return ["| Variant | Places | Found | Safe | Fixed |", "| --- | --- | --- | --- | --- |", *rows]


def run(paths: Sequence[Path], *, write: bool) -> int:
    """Print figures, misses and false positives, or write the page."""
    if write:
        PAGE.write_text(page([figures(path) for path in paths]), "utf-8")
        return 0
    for path in paths:
        verdicts = list(map(judge, read(path)))
        print(f"## {path.stem}\n")
        print("\n".join(table(verdicts)), "\n")
        print("\n".join(line for verdict in verdicts for line in _lines(verdict)))
        clean = [verdict for verdict in verdicts if not verdict.article.damages]
        print(f"\n{sum(bool(v.false) for v in clean)} of {len(clean)} near misses reported")
    return 0


@dataclass(frozen=True)
class Figures:
    """The results of a file: places, safe places and near misses."""

    name: str
    places: int
    found: int
    safe: int
    fixed: int
    near_misses: int
    reported: int


def figures(path: Path) -> Figures:
    """Return the figures of a file."""
    verdicts = list(map(judge, read(path)))
    damages = [damage for verdict in verdicts for damage in verdict.article.damages]
    safe = [damage for damage in damages if damage.safe and damage.fixed is not None]
    clean = [verdict for verdict in verdicts if not verdict.article.damages]
    return Figures(
        path.stem,
        len(damages),
        len(damages) - sum(len(verdict.missed) for verdict in verdicts),
        len(safe),
        len(safe) - sum(len(verdict.unfixed) for verdict in verdicts),
        len(clean),
        sum(bool(verdict.false) for verdict in clean),
    )


def page(rows: Iterable[Figures]) -> str:
    """Return the page with the figures of today and the first run."""
    lines = [
        f"| {row.name} | {_share(*FIRST[row.name])} | {_share(row.found, row.places)} | {_share(row.fixed, row.safe)} "
        f"| {row.reported} of {row.near_misses} |"
        for row in rows
    ]
    return HEAD + "\n".join(lines) + "\n"


def _share(part: int, whole: int) -> str:
    return f"{part} of {whole}"


def _lines(verdict: Verdict) -> Iterator[str]:
    """Describe the errors in an article."""
    article = verdict.article
    for damage in verdict.missed:
        yield f"missed  {article.name} {damage.variant}: {_excerpt(article, damage.span)}"
    for damage in verdict.unfixed:
        if damage not in verdict.missed:
            yield f"unfixed {article.name} {damage.variant}: {_excerpt(article, damage.span)}"
    for diagnostic in verdict.false:
        yield f"false   {article.name} {diagnostic.rule}: {_excerpt(article, diagnostic.span)}"


def _excerpt(article: Article, span: Span) -> str:
    text = article.text
    before, after = text[max(span.start - AROUND, 0) : span.start], text[span.end : span.end + AROUND]
    return f"{before}⟦{text[span.start : span.end]}⟧{after}".replace("\n", "⏎")
