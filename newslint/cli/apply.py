"""`newslint apply`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import click

from newslint.cli.applied import add_and_tell, exit_code
from newslint.cli.console import has_colour, is_for_eyes, out, say
from newslint.cli.options import BACKUP, CONFIGS, EXISTING_FILE, ISOLATED, NO_HISTORY
from newslint.config.settings import Settings
from newslint.core.errors import UnknownName
from newslint.core.report import FileReport
from newslint.engines.languagetool.names import own_rules
from newslint.formats import FORMATS
from newslint.review.application import apply_decisions
from newslint.review.applied import AppliedTally
from newslint.review.decisions import BadDecisions, Decisions, read
from newslint.rules import selection
from newslint.runner.file_writer import FileWriter
from newslint.runner.fix_history import FixRun


@click.command()
@click.argument("decisions", type=EXISTING_FILE)
@click.option("--diff", "preview", is_flag=True, help="Write nothing; print a patch for `git apply`.")
@BACKUP
@NO_HISTORY
@CONFIGS
@ISOLATED
def command(
    decisions: Path,
    *,
    preview: bool,
    backup: bool,
    no_history: bool,
    config: tuple[Path | None, dict[str, Any]],
    isolated: bool,
) -> int:
    """Apply what was accepted on a page of `newslint report`.

    DECISIONS is the file that the page saves. Run this where the report was made, because the
    paths in it are relative to that directory. Each fix is verified as by `newslint fix`; a file that has
    changed since the report is left alone. Exits with 0 if everything that was accepted is applied, 1 if
    some of it is not, 2 if newslint was called or configured wrongly, 3 if a file has changed or could not
    be read or written.
    """
    said = _read(decisions)
    settings = Settings(config=config[0], overrides=config[1], isolated=isolated)
    writer = None if preview else FileWriter(backup=backup, run=None if no_history else FixRun.begin())
    tally = AppliedTally()
    for file in said.files:
        if not file.accepted:
            continue
        done = apply_decisions(file, settings, writer)
        add_and_tell(tally, done)
        if not writer and done.report.has_changes:
            _show_patch(done.report)
    if writer:
        writer.close()
    say(tally.summary("Would apply" if preview else "Applied"))
    return exit_code(tally)


def _read(file: Path) -> Decisions:
    """The decisions in a file, with names that newslint knows.

    Raises:
        click.UsageError: it is no decision file.

    """
    try:
        said = read(file.read_bytes())
        selection.expand(own_rules(set(said.rules)))
    except (BadDecisions, UnknownName) as error:
        raise click.UsageError(f"{file}: {error.args[0]}") from None
    for reviewed in said.files:
        if reviewed.language_format is not None and reviewed.language_format not in FORMATS:
            raise click.UsageError(f"{file}: unknown format “{reviewed.language_format}”")
    return said


def _show_patch(report: FileReport) -> None:
    from newslint.reporters.diff import add_colours, diff, make_readable

    patch = make_readable(diff(report), report) if is_for_eyes(sys.stdout) else diff(report)
    out(add_colours(patch) if has_colour(sys.stdout) else patch)
