"""`newslint undo`."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

import click

from newslint.cli import CLEAN, FAILED
from newslint.cli.console import out, say
from newslint.core.visible import visible
from newslint.reporters.tally import count_noun
from newslint.runner.fix_history import FixHistory, HistoryError, RecordedChange, RecordedRun, open_history
from newslint.runner.restore import NotRestored, restore


@click.command()
@click.argument("paths", nargs=-1, type=click.Path())
@click.option("--run", "number", type=int, metavar="NUMBER", help="Undo this run of `newslint history`.")
def command(paths: tuple[str, ...], number: int | None) -> int:
    """Restore the files of the last run of `fix`, or the files of PATHS.

    The history is one for all your folders: the last run may have been in another, which is named. A file
    that has changed since it was fixed is left as it is. Exits with 0 if everything was restored, or there
    was nothing to restore, 2 if a path neither exists nor is in the history, and 3 otherwise.
    """
    try:
        history = open_history()
        runs = list(history.runs())
        _require_known(runs, paths)
        changes = list(_choose(runs, [os.path.realpath(path) for path in paths], number))
    except HistoryError as error:
        say(f"newslint: {error}")
        return FAILED
    if not changes:
        out("Nothing to undo.\n")
        return CLEAN
    return _undo(history, changes)


def _require_known(runs: Iterable[RecordedRun], paths: Iterable[str]) -> None:
    """Refuse a path that neither exists nor is in the history.

    Raises:
        click.UsageError: there is one.

    """
    gone = {path: os.path.realpath(path) for path in paths if not os.path.lexists(path)}
    for path, real in gone.items():
        if not any(_is_in(recorded, [real]) for run in runs for recorded in run.changes):
            raise click.UsageError(f"no such file, and none in the history: {path}")


def _undo(history: FixHistory, changes: Iterable[RecordedChange]) -> int:
    restored: list[Path] = []
    refused = 0
    for recorded in changes:
        path = os.path.relpath(recorded.change.path)
        try:
            restore(history.load(recorded))
            history.mark_undone(recorded.number)
        except (NotRestored, HistoryError, OSError) as error:
            refused += 1
            say(f"{path}: not restored: {getattr(error, 'strerror', None) or error}")
        else:
            restored.append(recorded.change.path)
            out(f"{visible(path)}: restored\n")
    place = f" in {visible(os.path.commonpath(path.parent for path in restored))}" if restored else ""
    left = f"; {refused} left as is" if refused else ""
    out(f"Restored {count_noun(len(restored), 'file')}{place}{left}.\n")
    return FAILED if refused else CLEAN


def _choose(runs: Iterable[RecordedRun], paths: list[str], number: int | None) -> Iterator[RecordedChange]:
    """The last changes of the paths, or those of the last run.

    Raises:
        click.UsageError: there is no such run.

    """
    seen: set[Path] = set()
    for run in runs:
        if number not in (None, run.number):
            continue
        wanted = [
            recorded
            for recorded in run.changes
            if not recorded.is_undone and recorded.change.path not in seen and _is_in(recorded, paths)
        ]
        yield from wanted
        seen |= {recorded.change.path for recorded in wanted}
        if number is not None or (wanted and not paths):
            return
    if number is not None:
        raise click.UsageError(f"no run {number}; `newslint history` lists them")


def _is_in(recorded: RecordedChange, paths: list[str]) -> bool:
    """Whether a file is one of the paths, or inside one."""
    place = str(recorded.change.path)
    return not paths or any(place == path or place.startswith(os.path.join(path, "")) for path in paths)  # noqa: PTH118
