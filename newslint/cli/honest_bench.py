"""`newslint bench --honest`: damage that owes nothing to the rules."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click
from msgspec.structs import asdict

from newslint.cli import CLEAN, FAILED
from newslint.cli.console import out, say, split_names
from newslint.cli.plain_articles import plain_articles
from newslint.core.errors import UnknownName
from newslint.linter.linter import Linter
from newslint.reporters.json_text import json_text
from newslint.rules import selection
from newslint.testing.corruption.score import RuleFailedError
from newslint.testing.injector.measurement import (
    WEAK,
    Means,
    Measurement,
    VariantFigures,
    by_family,
    summarize,
)

SEED, PER_VARIANT = 1, 4
ROW = "{:40}{:>8}{:>8}{:>9}"
MEANS = "{:16}{:>10}{:>8}{:>9}{:>12}{:>14}"


def bench_honestly(
    directory: Path,
    select: tuple[str, ...],
    seed: int | None,
    per_variant: int | None,
    *,
    missed: bool,
    as_json: bool,
) -> int:
    """Damage clean articles, report what is found, and return the exit code."""
    from newslint.testing.injector.catalogue import VARIANTS

    articles = [text for _, text, _ in plain_articles(directory)]
    if not articles:
        raise click.UsageError(f"{directory}: no article in plain text")
    try:
        measurement = Measurement(Linter(selection.select(split_names(select) or None)))
        for _, variant in sorted(VARIANTS.items()):
            measurement.measure(variant, articles, SEED if seed is None else seed, per_variant or PER_VARIANT)
    except UnknownName as error:
        raise click.UsageError(str(error)) from None
    except RuleFailedError as error:
        say(f"newslint: {error}")
        return FAILED
    out(json_text(_record(measurement), indent=1) + "\n" if as_json else _page(measurement))
    if missed:
        for surprise in measurement.surprises:
            say(f"{surprise.variant}: {surprise.context}")
    idle = [name for name, figures in measurement.variants.items() if not figures.places]
    if idle:
        say(f"no place found for {', '.join(idle)}")
    return CLEAN


def _page(measurement: Measurement) -> str:
    variants = measurement.variants.items()
    return "\n".join(
        (
            ROW.format("variant", "places", "found", "fixed"),
            *(ROW.format(name, *_row(figures)) for name, figures in variants if not figures.near_miss),
            "",
            ROW.format("near miss", "places", "found", ""),
            *(ROW.format(name, *_row(figures)) for name, figures in variants if figures.near_miss),
            "",
            MEANS.format("family", "variants", "found", "fixed", f"below {WEAK}", "near misses"),
            *(MEANS.format(name, *_means(means)) for name, means in by_family(measurement.variants).items()),
            MEANS.format("all", *_means(summarize(measurement.variants))),
            "",
        )
    )


def _row(figures: VariantFigures) -> Iterator[str]:
    yield str(figures.places)
    yield str(figures.found)
    yield f"{figures.fixed} of {figures.fixable}" if figures.fixable else ""


def _means(means: Means) -> Iterator[str]:
    """Yield the cells of a row, from variants to near misses."""
    yield str(means.variants)
    for share in (means.found, means.fixed):
        yield "–" if share is None else f"{share:.3f}"
    yield str(means.weak)
    yield f"{means.reported} of {means.near_misses}"


def _record(measurement: Measurement) -> dict[str, object]:
    return {
        "all": asdict(summarize(measurement.variants)),
        "families": {name: asdict(means) for name, means in by_family(measurement.variants).items()},
        "variants": {name: asdict(figures) for name, figures in measurement.variants.items()},
        "missed": [asdict(surprise) for surprise in measurement.surprises],
    }
