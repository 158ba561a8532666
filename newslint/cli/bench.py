"""`newslint bench`."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

from newslint.cli import CLEAN, FAILED, FOUND
from newslint.cli.completion import complete_names
from newslint.cli.console import out, say, split_names
from newslint.cli.honest_bench import PER_VARIANT, SEED, bench_honestly
from newslint.core.errors import UnknownName
from newslint.linter.linter import Linter
from newslint.reporters.json_text import json_text
from newslint.rules import selection
from newslint.testing.corruption import store
from newslint.testing.corruption.floor import BadFloor, Floor
from newslint.testing.corruption.score import Figures, RuleFailedError, Score
from newslint.testing.corruption.store import NoBench

ROW = "{:28}{:>8}{:>8}{:>11}{:>10}"


@click.command()
@click.argument("directory", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option(
    "--honest",
    is_flag=True,
    help="Damage the clean articles in DIRECTORY in ways that owe nothing to the rules.",
)
@click.option(
    "--seed", type=int, help=f"With --honest: the same seed makes the same damage (default: {SEED})."
)
@click.option(
    "--per-variant",
    type=click.IntRange(min=1),
    help=f"With --honest: articles to damage with each variant (default: {PER_VARIANT}).",
)
@click.option(
    "--select",
    multiple=True,
    metavar="NAMES",
    shell_complete=complete_names,
    help="Rules to measure (default: the default rules).",
)
@click.option(
    "--missed", is_flag=True, help="Show the damage that no rule found, and the near misses that one did."
)
@click.option("--output-format", type=click.Choice(("text", "json")), default="text", help="Output format.")
@click.option(
    "--floor",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Exit with 1 if a figure is worse than in this file.",
)
@click.option(
    "--write-floor",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Write the figures to such a file.",
)
def command(
    directory: Path,
    *,
    honest: bool,
    seed: int | None,
    per_variant: int | None,
    select: tuple[str, ...],
    missed: bool,
    output_format: str,
    floor: Path | None,
    write_floor: Path | None,
) -> int:
    """Measure what rules find of damage in known places.

    DIRECTORY was made by `newslint inject`. By kind of damage: the share that is found (recall), and the
    share that safe fixes restore exactly (restored). By rule: the share of its new findings that are about
    damage (precision). Harm is any change by safe fixes in clean places. Exits with 1 if there is harm, or if
    a figure is below --floor.

    With --honest, DIRECTORY contains clean articles in plain text. They are damaged in about 500 ways by an
    injector whose authors saw no rule, and each way counts alike: by variant the places that are found, and
    those certainly wrong and safe to fix that safe fixes restore; by family and in all the means over
    variants, and the near misses that are reported.
    """
    strange = (
        {"--floor": floor, "--write-floor": write_floor}
        if honest
        else {"--seed": seed, "--per-variant": per_variant}
    )
    for name, value in strange.items():
        if value is not None:
            raise click.UsageError(f"{name} {'cannot be used with' if honest else 'needs'} --honest")
    as_json = output_format == "json"
    if honest:
        return bench_honestly(directory, select, seed, per_variant, missed=missed, as_json=as_json)
    return _bench(directory, select, floor, write_floor, missed=missed, as_json=as_json)


def _bench(
    directory: Path,
    select: tuple[str, ...],
    floor: Path | None,
    write_floor: Path | None,
    *,
    missed: bool,
    as_json: bool,
) -> int:
    try:
        score = _measure(directory, select)
        worse = Floor.read(floor).shortfalls(score) if floor else []
        if write_floor:
            Floor.of(score).write(write_floor)
    except (NoBench, BadFloor, UnknownName) as error:
        raise click.UsageError(str(error)) from None
    except (RuleFailedError, OSError) as error:
        say(f"newslint: {error}")
        return FAILED
    out(json_text(_record(score), indent=1) + "\n" if as_json else _page(score))
    if missed:
        for one in score.missed:
            say(f"{one.path}: {one.answer.kind}: {one.paragraph}")
    for harm in score.harm:
        say(f"{harm.path}: harm: {harm.before!r} became {harm.after!r}")
    for line in worse:
        say(f"worse than the floor: {line}")
    return FOUND if score.harm or worse else CLEAN


def _measure(directory: Path, select: tuple[str, ...]) -> Score:
    score = Score(Linter(selection.select(split_names(select) or None)))
    for name, clean, damaged, answers in store.read(directory):
        score.add(name, clean, damaged, answers)
    return score


def _page(score: Score) -> str:
    kinds = sorted(score.kinds.items())
    rules = sorted(score.rules.items())
    return "\n".join(
        (
            ROW.format("damage", "places", "found", "recall", "restored"),
            *(ROW.format(name, *_row(figures)) for name, figures in kinds),
            "",
            ROW.format("recognisable for certain", *_row(score.sure)),
            ROW.format("all", *_row(score.all)),
            "",
            ROW.format("rule", "true", "false", "precision", "on clean"),
            *(
                ROW.format(name, figures.true, figures.false, f"{figures.precision:.3f}", score.clean[name])
                for name, figures in rules
            ),
            "",
            f"harm: {len(score.harm)}",
            "",
        )
    )


def _row(figures: Figures) -> Iterator[str]:
    yield f"{figures.damaged:,}"
    yield f"{figures.found:,}"
    yield f"{figures.recall:.3f}"
    yield f"{figures.restoration:.3f}" if figures.exact else "–"


def _record(score: Score) -> dict[str, object]:
    return {
        "words": score.words,
        "all": _figures(score.all),
        "sure": _figures(score.sure),
        "kinds": {name: _figures(figures) for name, figures in sorted(score.kinds.items())},
        "rules": {
            name: {
                "true": figures.true,
                "false": figures.false,
                "precision": figures.precision,
                "on_clean": score.clean[name],
            }
            for name, figures in sorted(score.rules.items())
        },
        "harm": [{"file": h.path, "before": h.before, "after": h.after} for h in score.harm],
        "missed": [{"file": m.path, "kind": m.answer.kind, "paragraph": m.paragraph} for m in score.missed],
    }


def _figures(figures: Figures) -> dict[str, object]:
    return {
        "places": figures.damaged,
        "found": figures.found,
        "recall": figures.recall,
        "exact": figures.exact,
        "restored": figures.restored,
    }
