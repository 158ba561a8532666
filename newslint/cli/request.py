"""What the commands have in common: their options, and a run over the files that they name."""

from __future__ import annotations

import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, fields, replace
from functools import cached_property, wraps
from pathlib import Path
from typing import Any

import click

from newslint.cli import console
from newslint.cli.console import err, out, say
from newslint.config import schema
from newslint.config.house_styles import style, styles
from newslint.config.providers import GROUP
from newslint.config.resolver import ConfigResolver, Settings
from newslint.core.diagnostics import RuleInfo, Safety
from newslint.core.errors import UnknownName
from newslint.core.report import FileReport, Unread
from newslint.engines.languagetool.names import ENGINE, NAMED, own
from newslint.formats import FORMATS
from newslint.linter.suppressions import UNUSED
from newslint.reporters import FORMATS as OUTPUTS
from newslint.reporters import Look, renderer
from newslint.reporters.tally import Tally, by_rule
from newslint.rules import selection
from newslint.runner.discovery import STDIN, FileFinder, InputFile
from newslint.runner.file_linter import FileLinter
from newslint.runner.runner import run, size_of

FOR_PEOPLE = ("text", "concise")


@dataclass(frozen=True, kw_only=True)
class Request:
    """What was asked for on the command line."""

    paths: tuple[str, ...]
    select: tuple[str, ...] = ()
    extend_select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    style: str | None = None
    max_fp: float | None = None
    config: Path | None = None
    baseline: Path | None = None
    stdin_filename: str = STDIN
    language_format: str | None = None
    force_exclude: bool = False
    jobs: int | None = None
    output_format: str = "text"
    quiet: bool = False
    statistics: bool = False
    engines: tuple[str, ...] = ()
    languagetool_rules: str | None = None
    no_cache: bool = False

    @property
    def settings(self) -> Settings:
        """The part of it that wins over configurations."""
        return Settings(
            self.select or None,
            self.extend_select,
            self.ignore,
            self.config,
            self.baseline,
            format=self.language_format,
            style=self.style,
            max_fp=self.max_fp,
            engines=self.engines,
            languagetool_rules=self.languagetool_rules,
            remember=not self.no_cache,
        )

    @cached_property
    def workspace(self) -> ConfigResolver:
        """What applies to which file."""
        return ConfigResolver(self.settings)

    @cached_property
    def targets(self) -> list[InputFile]:
        """The files that the paths stand for; those below the current directory, if there are none."""
        finder = FileFinder(self.workspace, self.force_exclude, None if self.quiet else say)
        return list(finder.targets(self.paths or (".",)))

    def require_baseline(self) -> None:
        """Refuse a baseline that was named and is not there."""
        if self.baseline and not self.baseline.exists():
            raise click.UsageError(f"no such baseline: {self.baseline}; create it with `newslint baseline`")

    def require_formats(self) -> None:
        """Refuse to guess the format of a file that was named and is to be changed."""
        named = [target.path for target in self.targets if target.named and not target.error]
        if self.stdin_filename != STDIN and STDIN in self.paths:
            named.append(self.stdin_filename)
        for path in named:
            if not self.workspace.knows(path):
                raise click.UsageError(
                    f"newslint does not know the format of {path}; name it with --language-format, as in "
                    "--language-format plain"
                )

    def run(
        self, level: Safety | None = None, *, write: bool = False, prove: bool = False, baseline: bool = True
    ) -> Iterable[FileReport]:
        """The reports of the files, in order; without `baseline`, of all that is found."""
        self._require_files()
        settings = replace(self.settings, use_baseline=baseline)
        job = FileLinter(settings, level, write, prove, self.stdin_filename)
        reports = run(job, self.targets, self.jobs, cache=not self.no_cache)
        for url in sorted({second.access.url for second in job.workspace.seconds if second.access.remote}):
            say(f"newslint: texts are sent to LanguageTool at {url}")
        told = _noted(reports, job.workspace, quiet=self.quiet)
        return console.watched(told, len(self.targets), self._size)

    def _require_files(self) -> None:
        """Refuse to call clean what nobody has looked at, unless exclusion was asked for."""
        if self.targets:
            return
        paths = ", ".join(self.paths or (".",))
        if not self.force_exclude:
            raise click.UsageError(
                f"no files to check in {paths}: none that newslint knows, or all are excluded; "
                "`newslint config` shows what is taken and left out"
            )
        say(f"newslint: nothing was checked: all files of {paths} are excluded")

    @property
    def _size(self) -> int:
        """The bytes of the files, where they are few enough to ask each."""
        few = self.targets if len(self.targets) < console.MANY else ()
        return sum(map(size_of, few))

    def show(self, reports: Iterable[FileReport], tally: Tally, *, aside: bool = False) -> None:
        """Print what was found, on standard error if `aside`."""
        write, stream = (err, sys.stderr) if aside else (out, sys.stdout)
        if self.statistics:
            deque(reports, maxlen=0)
            for line in by_rule(tally.rules):
                write(line + "\n")
            return
        look = Look(info_of, console.coloured(stream), console.width())
        for part in renderer(self.output_format)(reports, look):
            write(part if self.output_format in FOR_PEOPLE else part.encode())  # the others escape themselves

    def conclude(self, line: str, *, aside: bool = False) -> None:
        """Print the last line, if a person reads along."""
        if not self.quiet and self.output_format in FOR_PEOPLE:
            (err if aside else out)(line + "\n")


def _noted(reports: Iterable[FileReport], workspace: ConfigResolver, *, quiet: bool) -> Iterator[FileReport]:
    """The same reports, after saying how each file was read; `quiet` leaves what was not read."""
    told: set[str] = set()
    for report in reports:
        for rule in sorted(workspace.skipped.keys() - told) if not quiet else ():
            told.add(rule)
            say(f"newslint: {rule} skipped: {lack(workspace.skipped[rule])}")
        if report.note and (report.unread is Unread.PROSE or not quiet):
            say(f"{report.path}: {report.note}")
        yield report


def lack(provider: str) -> str:
    """What a person can do about a provider that is not there."""
    key = f"set `{provider}` in the configuration or " if provider in schema.KEYS else ""
    return f"{key}install a package that provides “{provider}” (`{GROUP}`)"


def _names(_context: click.Context, _option: click.Parameter, said: tuple[str, ...]) -> tuple[str, ...]:
    names = console.listed(said)
    try:
        selection.expand(own(names))
    except UnknownName as error:
        raise click.UsageError(error.args[0]) from None
    return names


def _style(_context: click.Context, _option: click.Parameter, said: str | None) -> str | None:
    try:
        return style(said).name or None
    except UnknownName as error:
        raise click.UsageError(f"{error.args[0]}; choose from {', '.join(styles())}") from None


def _rate(_context: click.Context, _option: click.Parameter, said: float | None) -> float | None:
    try:
        return None if said is None else schema.as_rate(said)
    except ValueError as error:
        raise click.BadParameter(str(error)) from None


def _file(*, exists: bool) -> click.Path:
    return click.Path(exists=exists, dir_okay=False, path_type=Path)


_CHOOSING = (
    click.argument("paths", nargs=-1, type=click.Path(allow_dash=True, readable=False)),
    click.option(
        "--select",
        multiple=True,
        metavar="NAMES",
        callback=_names,
        help="Rules and categories to run, or `all`; overrides the configuration.",
    ),
    click.option(
        "--extend-select",
        multiple=True,
        metavar="NAMES",
        callback=_names,
        help="Rules and categories to run in addition.",
    ),
    click.option(
        "--ignore", multiple=True, metavar="NAMES", callback=_names, help="Rules and categories not to run."
    ),
    click.option(
        "--style",
        metavar="NAME",
        callback=_style,
        help="House style: ap, reuters, guardian, bbc or economist.",
    ),
    click.option(
        "--max-fp",
        type=float,
        metavar="RATE",
        callback=_rate,
        help="Maximum expected false findings per 1,000 words for statistical rules.",
    ),
    click.option(
        "--with",
        "engines",
        multiple=True,
        type=click.Choice([ENGINE]),
        help="Engine to run in addition to newslint's own rules.",
    ),
    click.option(
        "--languagetool-rules",
        type=click.Choice(["curated", "all"]),
        help="Which LanguageTool rules to run: the curated news set or all.",
    ),
    click.option(
        "--config", type=_file(exists=True), help="Configuration file to use instead of the nearest."
    ),
    click.option("--baseline", type=_file(exists=False), help="Baseline to use instead of the project's."),
    click.option(
        "--stdin-filename",
        default=STDIN,
        metavar="FILE",
        help="File name to assume for standard input; its extension selects the format.",
    ),
    click.option(
        "--language-format",
        type=click.Choice(list(FORMATS)),
        help="Treat every file as this format.",
    ),
    click.option("--force-exclude", is_flag=True, help="Skip excluded files even if they are named."),
    click.option(
        "-j", "--jobs", type=click.IntRange(min=1), help="Number of worker processes (default: automatic)."
    ),
)
_REPORTING = (
    click.option(
        "--output-format",
        type=click.Choice(OUTPUTS),
        default="text",
        show_default=True,
        help="Output format.",
    ),
    click.option("-q", "--quiet", is_flag=True, help="Print findings only."),
    click.option("--no-cache", is_flag=True, help="Ignore the cache."),
    click.option(
        "--statistics", is_flag=True, help="Print how often each rule fired instead of the findings."
    ),
)

Command = Callable[..., int]


def choosing(command: Command) -> Command:
    """Give a command the options that choose files and rules."""
    return _with(_CHOOSING, command)


def reporting(command: Command) -> Command:
    """Give a command the options that choose files, rules and how to print."""
    return _with((*_CHOOSING, *_REPORTING), command)


def _with(options: Iterable[Callable[[Command], Command]], command: Command) -> Command:
    @wraps(command)
    def called(**said: Any) -> int:  # noqa: ANN401 - whatever click has parsed
        shared = {field.name: said.pop(field.name) for field in fields(Request) if field.name in said}
        request = Request(**shared)
        if request.statistics and request.output_format not in FOR_PEOPLE:
            raise click.UsageError(
                "--statistics needs --output-format text or concise; the other formats include the counts"
            )
        return command(request, **said)

    wrapped: Command = called
    for option in reversed(list(options)):
        wrapped = option(wrapped)
    return wrapped


def info_of(name: str) -> RuleInfo:
    """What the outside knows of whatever a diagnostic may be named after."""
    if name == UNUSED.name:
        return UNUSED
    if NAMED.fullmatch(name):
        from newslint.engines.languagetool.second import info

        return info(name)
    return selection.info(name)
