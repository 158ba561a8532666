"""`newslint fix`."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Any

import click
from msgspec import Struct
from msgspec.structs import replace

from newslint.cli import CLEAN, FAILED, FOUND
from newslint.cli.console import err, has_colour, is_for_eyes, out, paint
from newslint.cli.options import BACKUP, NO_HISTORY, takes_report_options
from newslint.cli.request import Request
from newslint.cli.run_output import Printer
from newslint.core.diagnostics import Safety
from newslint.core.report import FileReport
from newslint.core.source import Lines
from newslint.core.visible import visible_lines
from newslint.reporters.diff import add_colours, diff, is_display_only, make_readable, merge_changed_lines
from newslint.reporters.protected import render
from newslint.reporters.tally import fix_summary, preview_summary
from newslint.runner.discovery import STDIN
from newslint.runner.file_writer import FileWriter
from newslint.runner.fix_history import FixRun


@click.command()
@takes_report_options
@click.option("--diff", "preview", is_flag=True, help="Write nothing; print a patch for `git apply`.")
@click.option("--word-diff", is_flag=True, help="Write nothing; print changes word by word.")
@click.option("--unsafe-fixes", is_flag=True, help="Also apply fixes that need review.")
@click.option("--fix-only", is_flag=True, help="Fix, but do not report or count what remains.")
@click.option(
    "--output",
    metavar="FILE|DIR",
    help="Write the fixed files there, over files of the same name, and leave the others as they are.",
)
@BACKUP
@NO_HISTORY
@click.option("--prove", is_flag=True, help="Compare figures, names and quoted words before and after.")
@click.option("--exit-non-zero-on-fix", is_flag=True, help="Exit with 1 if anything was fixed.")
def command(request: Request, **wishes: Any) -> int:  # noqa: ANN401 - whatever click has parsed
    """Apply safe fixes and report what remains.

    PATHS are files, directories, or - to read standard input and write standard output; without one, all
    files of the current directory are fixed. `newslint undo` restores them. Exits with 0 if nothing remains,
    1 if findings do (with --diff: if there is something to fix), 2 if newslint was called or configured
    wrongly, 3 if a file could not be read or a rule failed.
    """
    return apply_fixes(request, FixOptions(**wishes))


class FixOptions(Struct, frozen=True):
    """What only `newslint fix` can be asked for."""

    preview: bool = False
    word_diff: bool = False
    unsafe_fixes: bool = False
    fix_only: bool = False
    output: str | None = None
    backup: bool = False
    no_history: bool = False
    prove: bool = False
    exit_non_zero_on_fix: bool = False

    @property
    def writes(self) -> bool:
        """Whether fixes are applied, not only shown."""
        return not (self.preview or self.word_diff)


def apply_fixes(request: Request, options: FixOptions) -> int:
    """Fix or preview the files of a request; return the exit code."""
    through = STDIN in request.paths
    if through and len(request.paths) > 1:
        raise click.UsageError("- must be the only path")
    if request.output_files and not options.writes:
        raise click.UsageError("--diff and --word-diff print no report; use them without --output-file")
    request.require_baseline()
    request.require_formats()
    if options.output is not None and (through or not options.writes):
        raise click.UsageError("--output needs files to fix; use it without -, --diff and --word-diff")
    level = Safety.UNSAFE if options.unsafe_fixes else Safety.SAFE
    reports = request.run(level, writer=_writer(request, options), prove=options.prove)
    with FixPrinter(request, options, through=through) as printer:
        for report in reports:
            printer.add(report)
    tally = printer.tally
    printer.finish(fix_summary(tally) if options.writes else preview_summary(tally))
    if tally.failed:
        return FAILED
    if request.exit_zero:
        return CLEAN
    if not options.writes or (options.exit_non_zero_on_fix and tally.changed):
        return FOUND if tally.changed else CLEAN
    return FOUND if tally.findings and not options.fix_only else CLEAN


def _writer(request: Request, options: FixOptions) -> FileWriter | None:
    """What writes the fixed files, if any are to be written."""
    if not options.writes or STDIN in request.paths:
        return None
    if options.output is None:
        return FileWriter(backup=options.backup, run=None if options.no_history else FixRun.begin())
    if options.backup:
        raise click.UsageError("--output leaves the files as they are; use it without --backup")
    is_one = len(request.targets) == 1 and request.targets[0].named
    if not is_one or options.output.endswith(os.sep) or Path(options.output).is_dir():
        writer = FileWriter(os.path.join(options.output, ""))  # noqa: PTH118 - with a slash at the end
    else:
        writer = FileWriter(options.output)
    _refuse_inputs(request, writer)
    return writer


def _refuse_inputs(request: Request, writer: FileWriter) -> None:
    """Refuse to write a fixed file over a file of the run, which nothing could restore."""
    read = {os.path.realpath(target.path) for target in request.targets}
    for target in request.targets:
        place = writer.destination(target.path)
        if place and os.path.realpath(place) in read:
            raise click.UsageError(
                f"--output would overwrite {place}, which is one of the files to fix; choose another place, "
                "or fix it without --output, which `newslint undo` can restore"
            )


class FixPrinter(Printer):
    """Prints patches or fixed text, protected things and refusals, and what remains."""

    def __init__(self, request: Request, options: FixOptions, *, through: bool) -> None:
        """Begin; `through` means from standard input to standard output."""
        self._is_aside = through or not options.writes
        super().__init__(request, aside=self._is_aside)
        self._options, self._through = options, through

    def show(self, report: FileReport) -> None:
        """Print the fixed text, protected things, refusals, and the patch or report."""
        if self._through and self._options.writes:
            self._show_text(report)
        if report.has_changes and report.protected:
            for line in render(report.path, report.protected, paint(sys.stderr if self._is_aside else None)):
                self.write(self._write, line + "\n")
            self.write(self._write, "\n")
        if not self._request.quiet:
            self._show_refusals(report)
        if not self._options.writes:
            self._show_patch(report)
        elif not self._options.fix_only:
            super().show(report)
        elif report.error:
            super().show(replace(report, diagnostics=()))

    def finish(self, summary: str) -> None:
        """Print the end of the reports; previews end with their summary."""
        if self._options.writes:
            super().finish(summary)
        elif not self._request.quiet:
            err(summary + "\n")

    def _show_text(self, report: FileReport) -> None:
        if sys.stdout.isatty() and not report.transcript:
            self.write(out, visible_lines(report.after.replace("\r\n", "\n")))
        elif report.output is not None:
            self.write(out, report.output)
        else:
            self.write(out, report.bom + report.after.encode(report.encoding))

    def _show_refusals(self, report: FileReport) -> None:
        lines = Lines(report.before)
        for refusal in report.refused:
            line, _ = lines.position(refusal.diagnostic.span.start)
            self.say(f"{report.path}:{line}: not fixed ({refusal.diagnostic.rule}): {refusal.reason}")

    def _show_patch(self, report: FileReport) -> None:
        if report.error:
            self.say(f"{report.path}: error: {report.error}")
        if report.has_changes and self._options.word_diff:
            patch = merge_changed_lines(make_readable(diff(report), report))
            self.write(out, add_colours(patch) if has_colour(sys.stdout) else patch)
        elif report.has_changes:
            patch = make_readable(diff(report), report) if is_for_eyes(sys.stdout) else diff(report)
            self.write(out, add_colours(patch) if has_colour(sys.stdout) else patch)
            if is_display_only(report):
                kind = "a transcript" if report.transcript else report.encoding
                self.say(f"{report.path}: git cannot apply a patch for {kind}; this one is for reading")
