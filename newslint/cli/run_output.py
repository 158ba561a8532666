"""Follows a run: counts reports, shows progress, and prints a summary."""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import TracebackType
from typing import TYPE_CHECKING, Self

from newslint.cli import console
from newslint.cli.console import err, out
from newslint.cli.request import FOR_PEOPLE, Request
from newslint.core.report import FileReport, UnreadPart
from newslint.core.visible import visible
from newslint.linter.rule_info import info_of
from newslint.reporters import Look, Reporter, reporter
from newslint.reporters.tally import Tally, by_rule
from newslint.runner.runner import size_of

if TYPE_CHECKING:
    from newslint.cli.progress import TransientBar
    from newslint.cli.report_file import ReportFile

MANY = 50
"""Minimum number of files for a progress bar, unless they are large."""
LARGE = 20_000_000
"""Bytes in all for which progress is shown with fewer files."""

Write = Callable[[str | bytes], None]


class RunOutput:
    """Counts reports, prints notes, and shows progress on a terminal.

    Output to the terminal of the bar waits until the bar is removed.
    """

    def __init__(self, request: Request) -> None:
        """Begin; progress is by files if there are many, else by bytes."""
        self.tally = Tally()
        self._request = request
        self._by_files = len(request.targets) >= MANY
        self._total = len(request.targets) if self._by_files else sum(map(size_of, request.targets))
        self._bar: TransientBar | None = None
        self._waiting: list[tuple[Write, str | bytes]] = []

    def __enter__(self) -> Self:
        """Show the bar."""
        if sys.stderr.isatty() and (self._by_files or self._total >= LARGE):
            from newslint.cli.progress import TransientBar

            self._bar = TransientBar(self._total, "Reading")
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Remove the bar."""
        if self._bar:
            self._bar.clear()
            self._bar = None
        for write, text in self._waiting:
            write(text)
        self._waiting.clear()

    def add(self, report: FileReport) -> None:
        """Count a report, and print the note on how it was read."""
        self.tally.add(report)
        if report.note and (report.unread is UnreadPart.PROSE or not self._request.quiet):
            self.say(f"{report.path}: {report.note}")
        if self._bar:
            size = 1 if self._by_files else len(report.before.encode("utf-8", "surrogatepass"))
            self._bar.advance(size)

    def write(self, write: Write, text: str | bytes) -> None:
        """Write to a stream, now or after the bar is removed."""
        if self._bar and (write is err or sys.stdout.isatty()):
            self._waiting.append((write, text))
        elif text:
            write(text)

    def say(self, line: str) -> None:
        """Print a note on one line."""
        self.write(err, visible(line) + "\n")


class Printer(RunOutput):
    """Prints reports and the summary, and writes the requested files."""

    def __init__(self, request: Request, *, aside: bool = False) -> None:
        """Begin; `aside` keeps standard output free of reports."""
        super().__init__(request)
        self._write, stream = (err, sys.stderr) if aside else (out, sys.stdout)
        look = Look(info_of, console.has_colour(stream), console.width(), console.has_links(stream))
        self._files: list[ReportFile] = []
        self._also: list[tuple[ReportFile, str, Reporter]] = []
        """The files with reports in other formats, and their reporters."""
        if request.output_files:
            from newslint.cli.report_file import ReportFile, file_reporter

            for wanted in request.output_files:
                file = ReportFile(wanted.path)
                self._files.append(file)
                if wanted.format:
                    self._also.append((file, wanted.format, file_reporter(wanted.format)))
                else:
                    self._write, look = file.write, Look(info_of)
        self._reporter = self._create_reporter(look)

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Remove the bar, and drafts of reports if the run has failed."""
        super().__exit__(kind, error, trace)
        if kind:
            self._discard()

    def add(self, report: FileReport) -> None:
        """Count and print a report."""
        super().add(report)
        self.show(report)

    def show(self, report: FileReport) -> None:
        """Print a report, unless only statistics are requested."""
        for file, name, other in self._also:
            file.write(_encode(other.add(report), name))
        if not self._request.statistics:
            self._print(self._reporter.add(report))

    def finish(self, summary: str) -> None:
        """Print the end and a summary, and let the files appear."""
        try:
            self._finish(summary)
        except BaseException:
            self._discard()
            raise

    def _finish(self, summary: str) -> None:
        if not self._request.statistics:
            self._print(self._reporter.finish(self.tally))
        for line in by_rule(self.tally.rules) if self._request.statistics else ():
            self._print(line + "\n")
        if not self._request.quiet and self._request.output_format in FOR_PEOPLE:
            self._print(summary + "\n")
        for file, name, other in self._also:
            file.write(_encode(other.finish(self.tally), name))
            if name in FOR_PEOPLE:
                file.write(summary + "\n")
        for file in self._files:
            file.commit()

    def _discard(self) -> None:
        for file in self._files:
            file.discard()

    def _create_reporter(self, look: Look) -> Reporter:
        return reporter(self._request.output_format, look)

    def _print(self, text: str) -> None:
        self.write(self._write, _encode(text, self._request.output_format))


def _encode(text: str, name: str) -> str | bytes:
    """The text of a format as it is written."""
    return text if name in FOR_PEOPLE else text.encode()
