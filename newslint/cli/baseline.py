"""`newslint baseline`, and `newslint check --add-ignore`."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from pathlib import Path

import click

from newslint.cli import CLEAN, FAILED
from newslint.cli.console import out, say
from newslint.cli.options import takes_paths
from newslint.cli.request import Request
from newslint.cli.run_output import RunOutput
from newslint.config.baseline import Baseline, extend, rebuild, save
from newslint.core.report import FileReport
from newslint.reporters.tally import count_noun
from newslint.runner.discovery import STDIN

Merge = Callable[[Baseline, Path, list[FileReport]], Baseline]


@click.command("baseline")
@takes_paths
def command(request: Request) -> int:
    """Record current findings; report only new ones from then on.

    Entries match on rule and sentence, so lines may move. Reasons and the entries of files that are not
    checked are kept. An entry that no longer matches becomes a finding of `check`.
    """
    return _record(request, rebuild, baseline=False)


def add_findings(request: Request, reason: str) -> int:
    """Add what is found, and not known yet, to the baselines."""
    return _record(request, lambda old, file, new: extend(old, file, new, reason), baseline=True)


def _record(request: Request, merge: Merge, *, baseline: bool) -> int:
    """Merge findings into each project's baseline; failed files keep their entries."""
    if STDIN in request.paths and request.stdin_filename == STDIN:
        raise click.UsageError("a baseline needs file names; use --stdin-filename")
    found: dict[Path, list[FileReport]] = defaultdict(list)
    reports = request.run(baseline=baseline)
    with RunOutput(request) as progress:
        for report in reports:
            progress.add(report)
            if report.error is None:
                project = request.workspace.project_of(Path(report.path).parent)
                found[request.workspace.baseline_file(project)].append(report)
    for file, new in found.items():
        entries = merge(request.workspace.baseline_at(file), file, new)
        save(file, entries)
        count = sum(ignore.count for ignores in entries.values() for ignore in ignores)
        if not request.quiet:
            files = count_noun(sum(map(bool, entries.values())), "file")
            out(f"Recorded {count_noun(count, 'finding')} in {files} in {file}\n")
    failed = progress.tally.failed
    if failed:
        say(f"newslint: {count_noun(failed, 'file')} failed; `newslint check` shows why")
    return FAILED if failed else CLEAN
