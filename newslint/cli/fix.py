"""`newslint fix`."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import click

from newslint.cli import CLEAN, FAILED, FOUND
from newslint.cli.console import coloured, err, is_for_eyes, out, paint, say
from newslint.cli.request import Request, reporting
from newslint.core.diagnostics import Safety
from newslint.core.report import FileReport
from newslint.core.source import Lines
from newslint.core.visible import visible_lines
from newslint.reporters import protected
from newslint.reporters.diff import diff, for_reading_only, readable, tinted
from newslint.reporters.paint import Paint
from newslint.reporters.tally import Tally, previewed, repaired
from newslint.runner.discovery import STDIN


@dataclass(frozen=True)
class Wish:
    """What to make of repairs, besides making them."""

    preview: bool
    through: bool
    """From standard input to standard output."""
    quiet: bool

    @property
    def aside(self) -> bool:
        """Whether standard output is for text or a patch alone."""
        return self.preview or self.through


@click.command()
@reporting
@click.option("--diff", "preview", is_flag=True, help="Write nothing; print a patch for `git apply`.")
@click.option("--unsafe-fixes", is_flag=True, help="Also apply fixes that need review.")
@click.option("--prove", is_flag=True, help="Compare figures, names and quoted words before and after.")
@click.option("--exit-non-zero-on-fix", is_flag=True, help="Exit with 1 if anything was fixed.")
def command(
    request: Request, preview: bool, unsafe_fixes: bool, prove: bool, exit_non_zero_on_fix: bool
) -> int:
    """Apply safe fixes and report what remains.

    PATHS are files, directories, or - to read standard input and write standard output. Exits with 0 if
    nothing remains, 1 if findings do (with --diff: if there is something to fix), 2 if newslint was called
    or configured wrongly, 3 if a file could not be read or a rule failed.
    """
    through = STDIN in request.paths
    if through and len(request.paths) > 1:
        raise click.UsageError("- must be the only path")
    request.require_baseline()
    request.require_formats()
    wish = Wish(preview, through, request.quiet)
    level = Safety.UNSAFE if unsafe_fixes else Safety.SAFE
    tally = Tally()
    reports = _told(tally.watch(request.run(level, write=not preview, prove=prove)), wish)
    if preview:
        _preview(reports, request, tally)
    else:
        request.show(reports, tally, aside=wish.aside)
        request.conclude(repaired(tally), aside=wish.aside)
    if tally.failed:
        return FAILED
    if preview or (exit_non_zero_on_fix and tally.repaired):
        return FOUND if tally.repaired else CLEAN
    return FOUND if tally.findings else CLEAN


def _told(reports: Iterable[FileReport], wish: Wish) -> Iterator[FileReport]:
    """The same reports, once their text is out and their proof and refusals are told."""
    for report in reports:
        if wish.through and not wish.preview:
            text = report.after.replace("\r\n", "\n")
            out(visible_lines(text) if sys.stdout.isatty() and not report.transcript else _bytes(report))
        if report.changed and report.protected:
            for line in protected.render(report.path, report.protected, _paint(wish)):
                (err if wish.aside else out)(line + "\n")
            (err if wish.aside else out)("\n")
        if not wish.quiet:
            _tell_refusals(report)
        yield report


def _preview(reports: Iterable[FileReport], request: Request, tally: Tally) -> None:
    for report in reports:
        if report.error:
            say(f"{report.path}: error: {report.error}")
        if report.changed:
            patch = readable(diff(report), report) if is_for_eyes(sys.stdout) else diff(report)
            out(tinted(patch) if coloured(sys.stdout) else patch)
            if for_reading_only(report):
                kind = "a transcript" if report.transcript else report.encoding
                say(f"{report.path}: git cannot apply a patch for {kind}; this one is for reading")
    if not request.quiet:
        err(previewed(tally) + "\n")


def _tell_refusals(report: FileReport) -> None:
    lines = Lines(report.before)
    for refusal in report.refused:
        line, _ = lines.position(refusal.diagnostic.span.start)
        say(f"{report.path}:{line}: not fixed ({refusal.diagnostic.rule}): {refusal.reason}")


def _bytes(report: FileReport) -> bytes:
    """The file as it should be, repaired or not."""
    return report.bom + report.after.encode(report.encoding) if report.output is None else report.output


def _paint(wish: Wish) -> Paint:
    return paint(sys.stderr if wish.aside else sys.stdout)
