"""`newslint inject`."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

from newslint.cli import CLEAN, FAILED
from newslint.cli.console import out, say, split_names
from newslint.cli.plain_articles import plain_articles
from newslint.reporters.tally import count_noun
from newslint.testing.corruption import store
from newslint.testing.corruption.inject import Injector
from newslint.testing.corruption.kind import DamageKind
from newslint.testing.corruption.kinds import UnknownKind, choose
from newslint.testing.corruption.phrases import BadDamageTable


def _show_kinds(context: click.Context, _option: click.Parameter, wanted: bool) -> None:
    if not wanted or context.resilient_parsing:
        return
    for kind in choose():
        out(f"{kind.name:28}{', '.join(kind.rules)}\n")
    context.exit()


@click.command()
@click.argument("directory", type=click.Path(exists=True, path_type=Path))
@click.option("--out", "folder", required=True, type=click.Path(path_type=Path), help="A new directory.")
@click.option("--kinds", multiple=True, metavar="NAMES", help="Kinds of damage (default: all).")
@click.option(
    "--swaps",
    multiple=True,
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="TOML file with more kinds of damage.",
)
@click.option("--seed", type=int, default=1, show_default=True, help="The same seed makes the same damage.")
@click.option(
    "--places", type=click.IntRange(min=1), default=3, show_default=True, help="Damaged places per article."
)
@click.option(
    "--list-kinds",
    is_flag=True,
    expose_value=False,
    is_eager=True,
    callback=_show_kinds,
    help="List the kinds, with the rules that should find them, and exit.",
)
@click.option(
    "--variants",
    type=click.IntRange(min=1),
    default=1,
    show_default=True,
    help="Damaged variants per article.",
)
def command(
    directory: Path,
    *,
    folder: Path,
    kinds: tuple[str, ...],
    swaps: tuple[Path, ...],
    seed: int,
    places: int,
    variants: int,
) -> int:
    """Damage clean articles in known places, to test rules.

    DIRECTORY contains articles in plain text, a paragraph per line. Safe fixes are applied first, so that the
    injected damage is the only damage. The new directory contains the clean articles (`clean/`), the damaged
    ones (`damaged/`), and the original text of each damaged place (`answers.jsonl`). `newslint bench`
    measures what rules find of the damage.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise click.UsageError(f"{folder} is not empty; name a new directory")
    injector = Injector(_choose_kinds(kinds, swaps), seed, places)
    try:
        count = _write(directory, folder, injector, variants)
    except OSError as error:
        say(f"newslint: {error.filename}: cannot be written: {error.strerror}")
        return FAILED
    if not count:
        raise click.UsageError(f"{directory}: no plain text article has a place for these kinds of damage")
    injected = f"{count_noun(injector.done.total(), 'place')} in {count_noun(count, 'article')}"
    out(f"Damaged {injected}, written to {folder}\n")
    idle = [name for name, times in injector.done.items() if not times]
    if idle:
        say(f"no place found for {', '.join(idle)}")
    return CLEAN


def _choose_kinds(names: tuple[str, ...], swaps: tuple[Path, ...]) -> tuple[DamageKind, ...]:
    try:
        return choose(split_names(names), swaps)
    except (UnknownKind, BadDamageTable, OSError) as error:
        raise click.UsageError(str(error)) from None


def _write(directory: Path, folder: Path, injector: Injector, variants: int) -> int:
    count = 0
    for name, text in _articles(directory):
        for variant in range(1, variants + 1):
            damaged = injector.damage(text)
            if damaged.answers:
                path = Path(name)
                form = name if variants == 1 else str(path.with_name(f"{path.stem}.{variant}{path.suffix}"))
                store.write(folder, form, text, damaged)
                count += 1
    return count


def _articles(directory: Path) -> Iterator[tuple[str, str]]:
    """The name and the fixed text of every article in plain text."""
    from newslint.core.source import Source

    base = directory if directory.is_dir() else directory.parent
    for path, text, linter in plain_articles(directory):
        yield str(Path(path).relative_to(base)), linter.fix(Source(text, path)).after
