"""The options that several commands take."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import wraps
from pathlib import Path
from typing import Any

import click
from msgspec import Struct

from newslint.cli import CLEAN
from newslint.cli.completion import complete_names, complete_styles
from newslint.cli.console import COLOUR_CHOICES, choose_colour, out, split_names
from newslint.cli.request import FOR_PEOPLE, OutputFile, Request
from newslint.config import schema
from newslint.config.house_styles import style, styles
from newslint.config.settings import Settings
from newslint.config.tables import merge
from newslint.core.errors import UnknownName
from newslint.core.visible import visible
from newslint.engines.languagetool.names import ENGINE, own_rules
from newslint.formats import FORMATS
from newslint.reporters import FORMATS as OUTPUTS
from newslint.rules import selection
from newslint.runner.discovery import STDIN


def names(_context: click.Context, _option: click.Parameter, values: tuple[str, ...]) -> tuple[str, ...]:
    """The names of rules and categories, which exist."""
    said = split_names(values)
    try:
        selection.expand(own_rules(said))
    except UnknownName as error:
        raise click.UsageError(error.args[0]) from None
    return said


def selection_names(
    context: click.Context, option: click.Parameter, values: tuple[str, ...]
) -> tuple[str, ...] | None:
    """The names of rules and categories, or None for the default ones."""
    return names(context, option, values) or None


def style_name(_context: click.Context, _option: click.Parameter, value: str | None) -> str | None:
    """The name of a house style, which exists."""
    try:
        return style(value).name or None
    except UnknownName as error:
        raise click.UsageError(error.and_all(f"choose from {', '.join(styles())}")) from None


def rate(_context: click.Context, _option: click.Parameter, value: float | None) -> float | None:
    """A rate of false findings."""
    try:
        return None if value is None else schema.as_rate(value)
    except ValueError as error:
        raise click.BadParameter(str(error)) from None


def _configs(
    _context: click.Context, _option: click.Parameter, values: tuple[str, ...]
) -> tuple[Path | None, dict[str, Any]]:
    """The configuration file and the overrides of `--config`."""
    files = [value for value in values if "=" not in value or Path(value).exists()]
    if len(files) > 1:
        raise click.BadParameter(f"only one configuration file, not {' and '.join(files)}")
    if files and not Path(files[0]).is_file():
        raise click.BadParameter(f"no such file: {files[0]}")
    overrides: dict[str, Any] = {}
    for value in values:
        if value not in files:
            overrides = merge(overrides, schema.read_override(value))
    return Path(files[0]) if files else None, overrides


def _output_files(
    _context: click.Context, _option: click.Parameter, values: tuple[str, ...]
) -> tuple[OutputFile, ...]:
    files = []
    for value in values:
        form, mark, path = value.partition("=")
        files.append(OutputFile(path, form) if mark and form in OUTPUTS else OutputFile(value))
    if sum(file.format is None for file in files) > 1:
        raise click.BadParameter("only one file may be without a format; write FORMAT=FILE for the others")
    return tuple(files)


def _colour(_context: click.Context, _option: click.Parameter, value: str) -> None:
    choose_colour(value)


FILE_PATH = click.Path(dir_okay=False, path_type=Path)
EXISTING_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
DIRECTORY = click.Path(file_okay=False, path_type=Path)

CONFIG = click.option(
    "--config", type=EXISTING_FILE, help="Configuration file to use instead of the nearest."
)
STDIN_FILENAME = click.option(
    "--stdin-filename",
    default=STDIN,
    metavar="FILE",
    help="File name to assume for standard input; its extension selects the format.",
)
LANGUAGE_FORMAT = click.option(
    "--language-format", type=click.Choice(list(FORMATS)), help="Treat every file as this format."
)
CONFIGS = click.option(
    "--config",
    multiple=True,
    metavar="FILE|KEY=VALUE",
    callback=_configs,
    help="Configuration file to use instead of the nearest, or a key to override, as in style=ap.",
)
ISOLATED = click.option("--isolated", is_flag=True, help="Ignore all configuration files.")
BACKUP = click.option(
    "--backup", is_flag=True, help="Keep a copy of each changed file beside it: story.txt.bak."
)
NO_HISTORY = click.option("--no-history", is_flag=True, help="Keep nothing for `newslint undo`.")
_RULES = (
    click.option(
        "--select",
        multiple=True,
        metavar="NAMES",
        callback=selection_names,
        shell_complete=complete_names,
        help="Rules and categories to run, or `all`; overrides the configuration.",
    ),
    click.option(
        "--extend-select",
        multiple=True,
        metavar="NAMES",
        callback=names,
        shell_complete=complete_names,
        help="Rules and categories to run in addition.",
    ),
    click.option(
        "--ignore",
        multiple=True,
        metavar="NAMES",
        callback=names,
        shell_complete=complete_names,
        help="Rules and categories not to run.",
    ),
    click.option(
        "--style",
        metavar="NAME",
        callback=style_name,
        shell_complete=complete_styles,
        help="House style: ap, reuters, guardian, bbc or economist.",
    ),
    click.option(
        "--max-fp",
        type=float,
        metavar="RATE",
        callback=rate,
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
    CONFIGS,
    ISOLATED,
    click.option("--baseline", type=FILE_PATH, help="Baseline to use instead of the project's."),
)
_CHOOSING = (
    click.argument("paths", nargs=-1, type=click.Path(allow_dash=True, readable=False)),
    *_RULES,
    LANGUAGE_FORMAT,
    click.option("--force-exclude", is_flag=True, help="Skip excluded files even if they are named."),
)
_STREAMING = (
    STDIN_FILENAME,
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
    click.option(
        "--output-file",
        "output_files",
        multiple=True,
        metavar="[FORMAT=]FILE",
        callback=_output_files,
        help="Write the report to a file, or also write one in another format.",
    ),
    click.option(
        "--color",
        type=click.Choice(COLOUR_CHOICES),
        default="auto",
        show_default=True,
        expose_value=False,
        callback=_colour,
        help="Whether to use colours.",
    ),
    click.option("--exit-zero", is_flag=True, help="Exit with 0 even if there are findings."),
    click.option("--show-files", is_flag=True, help="List the files that would be checked, and exit."),
    click.option("-q", "--quiet", is_flag=True, help="Print findings only."),
    click.option("--no-cache", is_flag=True, help="Ignore the cache."),
    click.option(
        "--statistics", is_flag=True, help="Print how often each rule fired instead of the findings."
    ),
)

Command = Callable[..., int]


def takes_rules(command: Command) -> Command:
    """Give a command that finds no files the options that choose rules."""
    return _with(_RULES, command)


def takes_files(command: Command) -> Command:
    """Give a command the options that choose files and rules."""
    return _with(_CHOOSING, command)


def takes_paths(command: Command) -> Command:
    """Give a command the options that choose files, standard input and rules."""
    return _with((*_CHOOSING, *_STREAMING), command)


def takes_report_options(command: Command) -> Command:
    """Give a command the options that choose files, rules and output."""
    return _with((*_CHOOSING, *_STREAMING, *_REPORTING), command)


def _pop(values: dict[str, Any], kind: type[Struct]) -> dict[str, Any]:
    """Take the values that are fields of a struct."""
    return {name: values.pop(name) for name in kind.__struct_fields__ if name in values}


def _with(options: Iterable[Callable[[Command], Command]], command: Command) -> Command:
    @wraps(command)
    def run_command(**values: Any) -> int:  # noqa: ANN401 - whatever click has parsed
        if isinstance(values["config"], tuple):
            values["config"], values["overrides"] = values["config"]
        settings = Settings(**_pop(values, Settings))
        if settings.isolated and settings.config:
            raise click.UsageError("--isolated ignores configuration files; use it without --config FILE")
        request = Request(settings=settings, **_pop(values, Request))
        if request.statistics and request.output_format not in FOR_PEOPLE:
            raise click.UsageError(
                "--statistics needs --output-format text or concise; the other formats include the counts"
            )
        if request.show_files:
            out("".join(f"{visible(target.path)}\n" for target in request.targets))
            return CLEAN
        return command(request, **values)

    wrapped: Command = run_command
    for option in reversed(list(options)):
        wrapped = option(wrapped)
    return wrapped
