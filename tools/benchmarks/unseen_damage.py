"""Measures what newslint finds of damage that owes nothing to its rules.

    python tools/benchmarks/unseen_damage.py CORPORA [--write]

CORPORA is a folder as for `tools/rates.py`. Clean articles are damaged as by `newslint bench --honest`, on all cores,
and a section of `docs/quality.md` is printed or written into it.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from datetime import datetime
from functools import cache, partial
from pathlib import Path
from random import Random

from speed.sheet import table

import newslint
from newslint.linter.linter import Linter
from newslint.rules import selection
from newslint.testing.injector.catalogue import FAMILIES, VARIANTS
from newslint.testing.injector.measurement import (
    WEAK,
    Means,
    Measurement,
    VariantFigures,
    by_family,
    summarize,
)
from tools.rates import articles

SETS = ("clean-bbc", "clean-straight")
ARTICLES, PER_VARIANT, SEED = 450, 4, 1
"""Articles of each set, articles damaged with each variant, and the seed of both draws."""
PAGE = Path(__file__).parents[2] / "docs" / "quality.md"
TITLE = "## Damage made on purpose"


def main() -> int:
    """Measure, and print or write the section."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("corpora", type=Path)
    parser.add_argument("--write", action="store_true", help="write the section into docs/quality.md")
    asked = parser.parse_args()
    text = section(measure(asked.corpora))
    if asked.write:
        PAGE.write_text(replace(PAGE.read_text("utf-8"), text), "utf-8")
    else:
        print(text)
    return 0


def measure(corpora: Path) -> dict[str, VariantFigures]:
    """The figures of every variant."""
    figures: dict[str, VariantFigures] = {}
    with ProcessPoolExecutor() as pool:
        for some in pool.map(partial(_measure_family, corpora), FAMILIES):
            figures |= some
    return figures


def _measure_family(corpora: Path, family: str) -> dict[str, VariantFigures]:
    measurement = Measurement(Linter(selection.select()))
    for name, variant in sorted(VARIANTS.items()):
        if name.startswith(f"{family}/"):
            measurement.measure(variant, _sample(corpora), SEED, PER_VARIANT)
    return measurement.variants


@cache
def _sample(corpora: Path) -> tuple[str, ...]:
    chance = Random(SEED)  # noqa: S311 - the same articles each time
    drawn = [chance.sample(articles(corpora, name), ARTICLES) for name in SETS]
    return tuple(text for some in drawn for _, text in some)


def section(figures: dict[str, VariantFigures]) -> str:
    """The section in Markdown."""
    every = summarize(figures)
    date = datetime.now().astimezone().date().isoformat()
    rows = [(name, *_cells(means)) for name, means in by_family(figures).items()]
    places = sum(one.places for one in figures.values() if not one.near_miss)
    return f"""\
{TITLE}

The authors of the injector behind `newslint bench --honest` saw no rule; its damage is what newslint meets
unprepared. Measured on {date} with newslint {newslint.__version__} in {ARTICLES} articles of each of
{" and ".join(SETS)}, {PER_VARIANT} for each variant (seed {SEED}): {places:,} damaged places. Shares are means over
variants, so that a frequent kind of damage weighs no more than a rare one. A finding that overlaps or touches a place
finds it, unless it is longer than 80 code points and three times the place. “Fixed” counts, of the places that are
certainly wrong and safe to fix, those that safe fixes restore exactly. Near misses are good English that resembles
damage. Written by `python tools/benchmarks/unseen_damage.py CORPORA --write`.

{table(("family", "variants", "found", "fixed", f"variants below {WEAK}", "near misses reported"), [*rows, ("all", *_cells(every))])}

The kinds of damage of `newslint inject` are tied to rules. They show whether a rule still finds what it found
(`tests/floor.json`), not how much damage is found, so their figures are not published.
"""


def _cells(means: Means) -> Iterator[str]:
    yield str(means.variants)
    for share in (means.found, means.fixed):
        yield "–" if share is None else f"{share:.2f}"
    yield str(means.weak)
    yield f"{means.reported} of {means.near_misses}"


def replace(page: str, text: str) -> str:
    """Put the section in the place of the former one.

    Raises:
        ValueError: the page has no such section.

    """
    before, title, rest = page.partition(f"{TITLE}\n")
    if not title:
        raise ValueError(f"no “{TITLE}” on the page")
    _, heading, after = rest.partition("\n## ")
    return before + text + heading + after


if __name__ == "__main__":
    raise SystemExit(main())
