"""`newslint check`."""

from __future__ import annotations

import click

from newslint.cli import CLEAN, FAILED, FOUND
from newslint.cli.options import takes_report_options
from newslint.cli.request import Request
from newslint.cli.run_output import Printer
from newslint.reporters.tally import check_summary


@click.command()
@takes_report_options
@click.option(
    "--against",
    type=click.Path(exists=True),
    metavar="ORIGINAL",
    help="Also compare with the original, a file, or a directory with files of the same names.",
)
@click.option("--fix", is_flag=True, help="Apply safe fixes, as `newslint fix` does.")
@click.option("--unsafe-fixes", is_flag=True, help="With --fix: also apply fixes that need review.")
@click.option("--watch", is_flag=True, help="Check again whenever a file changes, until Ctrl-C.")
@click.option("--add-ignore", metavar="REASON", help="Add the findings to the baseline, with this reason.")
def command(request: Request, fix: bool, unsafe_fixes: bool, watch: bool, add_ignore: str | None) -> int:
    """Check news copy and report what is wrong.

    PATHS are files, directories, or - for standard input; the current directory if none is given. Exits with
    0 if there are no findings, 1 if there are, 2 if newslint was called or configured wrongly, 3 if a file
    could not be read or a rule failed.
    """
    if fix + watch + (add_ignore is not None) > 1:
        raise click.UsageError("--fix, --watch and --add-ignore cannot be combined")
    if unsafe_fixes and not fix:
        raise click.UsageError("--unsafe-fixes needs --fix")
    if fix:
        from newslint.cli.fix import FixOptions, apply_fixes

        return apply_fixes(request, FixOptions(unsafe_fixes=unsafe_fixes))
    if watch:
        from newslint.cli.watch import watch_files

        return watch_files(request)
    if add_ignore is not None:
        from newslint.cli.baseline import add_findings

        return add_findings(request, add_ignore)
    request.require_baseline()
    return check_files(request)


def check_files(request: Request) -> int:
    """Check the files of a request, and return the exit code."""
    reports = request.run()
    with Printer(request) as printer:
        for report in reports:
            printer.add(report)
    printer.finish(check_summary(printer.tally))
    if printer.tally.failed:
        return FAILED
    return FOUND if printer.tally.findings and not request.exit_zero else CLEAN
