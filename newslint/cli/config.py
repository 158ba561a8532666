"""`newslint config`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import click

from newslint.cli import CLEAN, MISUSED
from newslint.cli.console import out, paint, say
from newslint.cli.explain import as_toml
from newslint.cli.options import takes_paths
from newslint.cli.request import Request, lack
from newslint.config import schema as config_schema
from newslint.config import user
from newslint.config.house_styles import Style
from newslint.config.resolver import ConfigResolver, ignored_here
from newslint.config.schema import Project
from newslint.engines.languagetool.names import own_rules
from newslint.formats import SUFFIXES
from newslint.reporters.paint import Paint
from newslint.rules import selection
from newslint.runner.discovery import FileFinder

SCHEMA = Path(config_schema.__file__).with_name("newslint.schema.json")


@click.command()
@click.option("--schema", is_flag=True, help="Print the JSON Schema of newslint.toml, for editors.")
@takes_paths
def command(request: Request, *, schema: bool) -> int:
    """Show the configuration of a file, and why each rule runs.

    PATHS is one file or directory; the current directory if none is given. Options count as they
    would for `check`.
    """
    if schema:
        out(SCHEMA.read_text("utf-8"))
        return CLEAN
    if len(request.paths) > 1:
        say("newslint: config takes one path")
        return MISUSED
    path = Path(*request.paths)
    if not path.exists():
        raise click.UsageError(f"no such file or directory: {path}")
    out("\n".join(_lines(request.workspace, path)) + "\n")
    return CLEAN


def _lines(workspace: ConfigResolver, path: Path) -> Iterator[str]:
    look = paint()
    place = path / "any.txt" if path.is_dir() else path
    project = workspace.project_of(place.parent)
    table = project.config
    yield f"{look.bold('File')}           {path}"
    yield f"{look.bold('Read as')}        {workspace.format_of(place).title}"
    yield f"{look.bold('Configuration')}  {project.file or 'none (defaults)'}"
    yield f"{look.bold('Your own')}       {_of_the_user()}"
    yield f"{look.bold('Baseline')}       {_baseline(workspace, project, place)}"
    yield f"{look.bold('LanguageTool')}   {_second(workspace, place)}"
    yield ""
    yield from _rules(workspace, project, place, look)
    yield ""
    yield look.bold("In directories")
    taken = [*(f"*{suffix}" for suffix in SUFFIXES), *table.formats]
    yield f"  checks {' '.join(sorted(taken))}"
    yield f"  skips {' '.join(table.exclude + table.extend_exclude)} and what .gitignore names"
    if not path.is_dir() and FileFinder(workspace).is_excluded(path):
        yield f"  skips {path}"
    yield ""
    yield look.bold("Conventions")
    yield f"  accept = {as_toml(table.accept)}"
    yield f"  encoding = {as_toml(table.encoding or 'utf-8')}"
    yield f"  continued-quotes = {as_toml(table.continued_quotes)}"
    yield f"  front-matter = {as_toml(table.front_matter)}"
    for name, holds in (*_under("fields", table.fields), *_under("elements", table.elements)):
        yield f"  {name} = {as_toml(holds)}"
    yield f"  words = {as_toml(table.words or '')}"
    yield f"  max-fp = {as_toml(workspace.max_fp(table))}"
    yield f"  report-unused-ignores = {as_toml(table.report_unused_ignores)}"
    yield from _options(workspace.style_of(table), table.options, look)


def _options(house: Style, own: Mapping[str, Mapping[str, object]], look: Paint) -> Iterator[str]:
    """The options that are set, with their sources."""
    yield f"  style = {as_toml(house.name)}" + (f"  {look.dim(house.title)}" if house.name else "")
    for rule, options in house.over(own).items():
        for name, value in options.items():
            by_style = name not in own.get(rule, {})
            why = f"  {look.dim(f'style: {house.facts[rule].source}')}" if by_style else ""
            yield f"  options.{rule}.{name} = {as_toml(value)}{why}"


def _under(table: str, entries: Mapping[str, object]) -> Iterator[tuple[str, str]]:
    return ((f"{table}.{name}", str(said)) for name, said in entries.items())


def _baseline(workspace: ConfigResolver, project: Project, place: Path) -> str:
    file = workspace.baseline_file(project)
    if not file.exists():
        return f"none ({file} does not exist)"
    known = sum(ignore.count for ignore in workspace.ignores_of(place))
    return f"{file}, {known} findings of this file"


def _of_the_user() -> str:
    """The user's configuration file."""
    file = user.user_file()
    return str(file) if file.is_file() else f"none ({file} may configure LanguageTool)"


def _second(workspace: ConfigResolver, place: Path) -> str:
    """Whether LanguageTool is used, where, and with how many rules."""
    second = workspace.second_of(place)
    if second is None:
        return "not asked"
    wish, access = second.rules, second.connection
    rules = f"{len(wish.only)} rules" if wish.only is not None else f"all rules but {len(wish.without)}"
    return f"{rules}, asked at {access.url or access.home}"


def _rules(workspace: ConfigResolver, project: Project, place: Path, look: Paint) -> Iterator[str]:
    """Each rule, whether it runs, and which setting decides that."""
    running = {active.info.name for active in workspace.linter_of(place).rules}
    known = sorted({**selection.built_in(), **selection.third_party()})
    wide = max(map(len, known), default=0)
    for title, names in (
        ("Runs", [name for name in known if name in running]),
        ("Does not run", [name for name in known if name not in running]),
    ):
        yield f"{look.bold(title)} ({len(names)})"
        for name in names:
            yield f"  {name:<{wide}}  {look.dim(_reason(workspace, project, place, name))}"


def _reason(workspace: ConfigResolver, project: Project, place: Path, name: str) -> str:
    select, extend, ignore = workspace.selection(project.config)
    if name in workspace.skipped:
        return lack(workspace.skipped[name])
    for verb, names in (
        ("per-file-ignores", ignored_here(project, place)),
        ("ignore", ignore),
        ("select", select or ()),
        ("extend-select", extend),
    ):
        if word := _word_for(name, names):
            return f"{verb}: {word}"
    house = workspace.style_of(project.config)
    if workspace.settings.select is None and name in house.rules:
        return f"style: {house.name}"
    if select is not None:
        return "not selected"
    return "default" if name in selection.defaults() else "off by default"


def _word_for(rule: str, names: Iterable[str]) -> str:
    return next((name for name in names if rule in selection.expand(own_rules((name,)))), "")
