"""Writing findings down in baselines, each file in that of its project."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from pathlib import Path

import click

from newslint.cli import CLEAN, FAILED
from newslint.cli.console import out, say
from newslint.cli.request import Request
from newslint.config.baseline import Baseline, anew, extended, save
from newslint.core.report import FileReport
from newslint.reporters.tally import Tally, many
from newslint.runner.discovery import STDIN

Merge = Callable[[Baseline, Path, list[FileReport]], Baseline]


def remember(request: Request, tally: Tally, reports: Iterable[FileReport], reason: str) -> int:
    """Add what is found to the baselines, for a reason."""
    return write(request, tally, reports, lambda old, file, new: extended(old, file, new, reason))


def rewrite(request: Request, tally: Tally, reports: Iterable[FileReport]) -> int:
    """Write the baselines anew."""
    return write(request, tally, reports, anew)


def write(request: Request, tally: Tally, reports: Iterable[FileReport], merge: Merge) -> int:
    """Merge reports into the baselines and tell what they hold; files that failed keep theirs."""
    if STDIN in request.paths and request.stdin_filename == STDIN:
        raise click.UsageError("a baseline needs file names: use --stdin-filename")
    for file, found in _by_baseline(request, reports).items():
        baseline = merge(request.workspace.baseline_at(file), file, found)
        save(file, baseline)
        count = sum(ignore.count for ignores in baseline.values() for ignore in ignores)
        if not request.quiet:
            files = many(sum(map(bool, baseline.values())), "file")
            out(f"Recorded {many(count, 'finding')} in {files} in {file}\n")
    if tally.failed:
        say(f"newslint: {many(tally.failed, 'file')} failed; `newslint check` shows why")
    return FAILED if tally.failed else CLEAN


def _by_baseline(request: Request, reports: Iterable[FileReport]) -> dict[Path, list[FileReport]]:
    found: dict[Path, list[FileReport]] = defaultdict(list)
    for report in reports:
        if report.error is None:
            project = request.workspace.project_of(Path(report.path).parent)
            found[request.workspace.baseline_file(project)].append(report)
    return found
