"""`newslint history`."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator
from datetime import datetime

import click

from newslint.cli import CLEAN, FAILED
from newslint.cli.console import out, paint, say
from newslint.core.visible import visible
from newslint.reporters.json_text import json_text
from newslint.reporters.paint import Paint
from newslint.reporters.tally import count_noun
from newslint.runner.fix_history import HistoryError, RecordedRun, open_history

SHOWN_RULES = 3


@click.command()
@click.option("--run", "number", type=int, metavar="NUMBER", help="List the files of this run.")
@click.option("--output-format", type=click.Choice(["text", "json"]), default="text", help="Output format.")
@click.option("--clear", is_flag=True, help="Forget all runs; they cannot be undone then.")
def command(number: int | None, output_format: str, clear: bool) -> int:
    """List the runs of `fix`, which `newslint undo` undoes.

    The history holds what was replaced in the last 200 MB of changes, packed, in your data folder.
    """
    try:
        history = open_history()
        if clear:
            history.clear()
            return CLEAN
        runs = [run for run in history.runs() if number in (None, run.number)]
    except HistoryError as error:
        say(f"newslint: {error}")
        return FAILED
    if number is not None and not runs:
        raise click.UsageError(f"no run {number}; `newslint history` lists them")
    if output_format == "json":
        out(json_text({"version": 1, "runs": [_record(run) for run in runs]}, indent=1) + "\n")
    else:
        out("".join(f"{line}\n" for run in runs for line in _lines(run, paint(), files=number is not None)))
        out("" if runs else "No files were fixed.\n")
    return CLEAN


def _lines(run: RecordedRun, paint: Paint, *, files: bool) -> Iterator[str]:
    rules = sum((recorded.change.rules for recorded in run.changes), Counter[str]())
    when = datetime.fromtimestamp(run.time).strftime("%Y-%m-%d %H:%M")  # noqa: DTZ006 - the user's time
    undone = sum(recorded.is_undone for recorded in run.changes)
    notes = [f"{undone} undone"] * bool(undone) + [f"{run.dropped} no longer kept"] * bool(run.dropped)
    common = ", ".join(f"{rule} {count}" for rule, count in rules.most_common(SHOWN_RULES))
    more = ", …" if len(rules) > SHOWN_RULES else ""
    yield (
        f"{paint.bold(str(run.number))}  {when}  {count_noun(len(run.changes), 'file')}, "
        f"{count_noun(rules.total(), 'finding')} fixed ({common}{more})"
        + (f"  [{', '.join(notes)}]" if notes else "")
    )
    yield paint.dim(f"   in {visible(run.folder)}")
    for recorded in run.changes if files else ():
        yield f"   {visible(os.path.relpath(recorded.change.path))}" + (" (undone)" * recorded.is_undone)


def _record(run: RecordedRun) -> dict[str, object]:
    return {
        "run": run.number,
        "time": datetime.fromtimestamp(run.time).astimezone().isoformat(timespec="seconds"),
        "folder": run.folder,
        "dropped": run.dropped,
        "files": [
            {
                "path": str(recorded.change.path),
                "undone": recorded.is_undone,
                "sha256_before": recorded.change.before,
                "sha256_after": recorded.change.after,
                "rules": dict(sorted(recorded.change.rules.items())),
            }
            for recorded in run.changes
        ],
    }
