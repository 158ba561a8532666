"""The request of a command, and a run over its files."""

from __future__ import annotations

import os
from collections.abc import Iterable
from functools import cached_property
from typing import TYPE_CHECKING

import click
from msgspec import Struct, field
from msgspec.structs import replace

from newslint.cli.console import say
from newslint.config import schema
from newslint.config.providers import GROUP
from newslint.config.resolver import ConfigResolver, Settings
from newslint.core.diagnostics import Safety
from newslint.core.report import FileReport
from newslint.linter.comparison import ORIGINAL
from newslint.runner.binary_kinds import advice_on
from newslint.runner.discovery import STDIN, FileFinder, InputFile
from newslint.runner.file_linter import FileLinter
from newslint.runner.originals import Originals
from newslint.runner.runner import run

if TYPE_CHECKING:
    from newslint.runner.file_writer import FileWriter

NO_FILES = (
    "no files to check in {paths}: none of a known format, or all are excluded; "
    "`newslint config` shows which files are included"
)
FOR_PEOPLE = ("text", "concise")


class OutputFile(Struct, frozen=True):
    """A file for a report; without a format, the one of `--output-format`."""

    path: str
    format: str | None = None


class Request(Struct, frozen=True, kw_only=True, dict=True):
    """The options and arguments of the command line."""

    paths: tuple[str, ...] = ()
    settings: Settings = field(default_factory=Settings)
    """What wins over configurations."""
    stdin_filename: str = STDIN
    force_exclude: bool = False
    jobs: int | None = None
    output_format: str = "text"
    output_files: tuple[OutputFile, ...] = ()
    exit_zero: bool = False
    show_files: bool = False
    quiet: bool = False
    statistics: bool = False
    against: str | None = None
    """The original of the files, or a directory with an original for each."""

    @cached_property
    def workspace(self) -> ConfigResolver:
        """The resolver of configurations."""
        return ConfigResolver(self.settings)

    @cached_property
    def targets(self) -> list[InputFile]:
        """The files of the paths, by default of the current directory.

        Files that reports are written to are only checked if they are named.
        """
        finder = FileFinder(self.workspace, self.force_exclude, None if self.quiet else say)
        written = {os.path.realpath(file.path) for file in self.output_files}
        return [
            target
            for target in finder.targets(self.paths or (".",))
            if target.named or not written or os.path.realpath(target.path) not in written
        ]

    def require_baseline(self) -> None:
        """Refuse a baseline that was named and is not there."""
        file = self.settings.baseline
        if file and not file.exists():
            raise click.UsageError(f"no such baseline: {file}; create it with `newslint baseline`")

    def require_formats(self) -> None:
        """Refuse to guess the format of a named file to be fixed."""
        named = [target.path for target in self.targets if target.named and not target.error]
        if self.stdin_filename != STDIN and STDIN in self.paths:
            named.append(self.stdin_filename)
        for path in named:
            if not self.workspace.knows(path) and not advice_on(path):
                raise click.UsageError(
                    f"newslint does not know the format of {path}; name it with --language-format, as in "
                    "--language-format plain"
                )

    def run(
        self,
        level: Safety | None = None,
        *,
        writer: FileWriter | None = None,
        prove: bool = False,
        baseline: bool = True,
    ) -> Iterable[FileReport]:
        """The reports of the files in order; `baseline` hides known findings."""
        settings = replace(self.settings, use_baseline=baseline)
        originals = Originals(self.against, self.paths or (".",)) if self.against else None
        return self._run(FileLinter(settings, level, writer, prove, self.stdin_filename, originals))

    def grade(self) -> Iterable[FileReport]:
        """The grades of the articles of the files in order."""
        return self._run(FileLinter(self.settings, stdin_filename=self.stdin_filename, grades=True))

    def _run(self, linter: FileLinter) -> Iterable[FileReport]:
        self.require_files()
        is_cached = not (self.settings.no_cache or linter.grades or linter.originals)
        reports = run(linter, self.targets, self.jobs, cache=is_cached)
        tell_of_engines(linter.workspace)
        if not self.quiet:
            for rule, provider in sorted(linter.workspace.skipped.items()):
                if provider != ORIGINAL or linter.originals is None:
                    say(f"newslint: {rule} skipped: {lack(provider)}")
        return reports

    def require_files(self) -> None:
        """Refuse to report success if there were no files to check."""
        if self.targets:
            return
        paths = ", ".join(self.paths or (".",))
        if not self.force_exclude:
            raise click.UsageError(NO_FILES.format(paths=paths))
        say(f"newslint: nothing was checked: all files of {paths} are excluded")


def tell_of_engines(workspace: ConfigResolver) -> None:
    """Say where texts are sent, if not to this computer."""
    for url in sorted({second.connection.url for second in workspace.seconds if second.connection.remote}):
        say(f"newslint: texts are sent to LanguageTool at {url}")


def lack(provider: str) -> str:
    """Advice on a missing provider."""
    if provider == ORIGINAL:
        return "name the original with `newslint check --against`"
    key = f"set `{provider}` in the configuration or " if provider in schema.KEYS else ""
    return f"{key}install a package that provides “{provider}” (`{GROUP}`)"
