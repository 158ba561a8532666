"""`newslint bench`."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

from newslint.cli import CLEAN, FAILED, FOUND
from newslint.cli.console import listed, out, say
from newslint.core.errors import UnknownName
from newslint.linter.linter import Linter
from newslint.reporters.json_text import json_text
from newslint.rules import selection
from newslint.testing.corruption import store
from newslint.testing.corruption.floor import BadFloor, Floor
from newslint.testing.corruption.score import Figures, RuleFailed, Score
from newslint.testing.corruption.store import NoBench

ROW = "{:28}{:>8}{:>8}{:>9}{:>10}"


@click.command()
@click.argument("directory", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option(
    "--select", multiple=True, metavar="NAMES", help="Rules to measure (default: the default rules)."
)
@click.option("--missed", is_flag=True, help="Show the damage that no rule found.")
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
    select: tuple[str, ...],
    missed: bool,
    output_format: str,
    floor: Path | None,
    write_floor: Path | None,
) -> int:
    """Measure what rules find of damage in known places.

    DIRECTORY was made by `newslint inject`. By kind of damage: how much of it is found (recall), and how
    much of it safe fixes restore exactly (restored). By rule: how many of its new findings are about damage
    (precision). Harm is what safe fixes changed in clean places. Exits with 1 if there is harm, or if a
    figure is below --floor.
    """
    try:
        score = _scored(directory, select)
        worse = Floor.read(floor).worse(score) if floor else []
        if write_floor:
            Floor.of(score).write(write_floor)
    except (NoBench, BadFloor, UnknownName) as error:
        raise click.UsageError(str(error)) from None
    except (RuleFailed, OSError) as error:
        say(f"newslint: {error}")
        return FAILED
    out(json_text(_record(score), indent=1) + "\n" if output_format == "json" else _page(score))
    if missed:
        for one in score.missed:
            say(f"{one.path}: {one.answer.kind}: {one.paragraph}")
    for harm in score.harm:
        say(f"{harm.path}: harm: {harm.before!r} became {harm.after!r}")
    for line in worse:
        say(f"worse than the floor: {line}")
    return FOUND if score.harm or worse else CLEAN


def _scored(directory: Path, select: tuple[str, ...]) -> Score:
    score = Score(Linter(selection.select(listed(select) or None)))
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
            ROW.format("where it shows for sure", *_row(score.sure)),
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
