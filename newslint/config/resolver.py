"""Resolves the configuration of a path from all sources."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from functools import cached_property, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from newslint.config import baseline, schema, user
from newslint.config.baseline import Baseline
from newslint.config.house_styles import Options, Style, style
from newslint.config.known_names import require_known
from newslint.config.own_tables import own_tables
from newslint.config.path_patterns import patterns
from newslint.config.schema import Config, Project
from newslint.config.settings import Settings
from newslint.core.diagnostics import Safety
from newslint.core.errors import BadRule, BrokenRule, ConfigError, UnknownName
from newslint.core.segments import ParseOptions
from newslint.engines.languagetool.names import ENGINE, languagetool_rules, own_rules
from newslint.formats import FORMATS, PLAIN, Format, by_suffix
from newslint.linter.linter import MAX_FALSE_POSITIVES, Linter
from newslint.linter.suppressions import Ignore, Suppressions
from newslint.rules import selection
from newslint.rules.selection import Providers, SelectedRule

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

    from newslint.engines.languagetool.findings import Connection, LanguageTool


__all__ = ["ConfigResolver", "Settings", "exclude_patterns", "ignored_here"]
Named = str | os.PathLike[str]
"""A file name; creating a path for each of ten thousand files would be slow."""
RECENT = 100
"""Files whose linters are cached: about those in progress."""


class ConfigResolver:
    """The projects of paths, each read once."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self._projects: dict[str, Project] = {}
        self._rules: dict[tuple[Path | None, tuple[str, ...]], tuple[SelectedRule, ...]] = {}
        self._profiles: dict[tuple[Path | None, tuple[str, ...], tuple[Ignore, ...], str], Linter] = {}
        self._baselines: dict[str, Baseline] = {}
        self.skipped: dict[str, str] = {}
        """Selected rules that do not run, each with the provider that it lacks."""
        self.broken: dict[str, BrokenRule] = {}
        """Selected rules that cannot be imported."""
        self._seconds: dict[tuple[Path | None, tuple[str, ...]], LanguageTool | None] = {}
        self.linter_of = lru_cache(RECENT)(self._find_linter)

    def project_of(self, directory: Path) -> Project:
        """The project of a directory, by the nearest configuration above.

        Raises:
            ConfigError: the configuration is invalid.

        """
        here = str(directory)
        if here not in self._projects:
            self._projects[here] = self._find_project(directory.absolute())
        return self._projects[here]

    def project_with(self, path: Named) -> Project:
        """The project of a file's directory."""
        directory = os.path.dirname(path)  # noqa: PTH120 - a tenth of the time for ten thousand files
        return self._projects.get(directory) or self.project_of(Path(path).parent)

    def _find_linter(self, path: Named) -> Linter:
        """The linter of a file.

        Raises:
            ConfigError: a rule or an option in the configuration is unknown.

        """
        project = self.project_with(path)
        ignored = tuple(ignored_here(project, path))
        ignores = self._ignores_of(path, project) if self.settings.use_baseline else ()
        read_as = self._format_named(path, project) or PLAIN
        key = project.file, ignored, ignores, read_as.name
        if key not in self._profiles:
            self._profiles[key] = self._create_linter(project, ignored, ignores, read_as)
        return self._profiles[key]

    def _create_linter(
        self, project: Project, ignored: tuple[str, ...], ignores: tuple[Ignore, ...], read_as: Format
    ) -> Linter:
        table = project.config
        reported = table.report_unused_ignores and self.settings.use_baseline
        return Linter(
            self._rules_of(project, ignored),
            ParseOptions(table.continued_quotes, frozenset(table.front_matter), table.fields, table.elements),
            Suppressions(frozenset(table.accept), ignores, reported),
            read_as,
            self.max_fp(table),
            self._second_of(project, ignored),
        )

    def second_of(self, path: Named) -> LanguageTool | None:
        """The second engine for a file, if any."""
        project = self.project_with(path)
        return self._second_of(project, tuple(ignored_here(project, path)))

    @cached_property
    def _access(self) -> Connection:
        """The connection to LanguageTool, which the user configures for all projects.

        Raises:
            ConfigError: the user's configuration is invalid.

        """
        from newslint.engines.languagetool.findings import Connection

        return Connection(user.languagetool(), self.settings.run)

    @property
    def seconds(self) -> tuple[LanguageTool, ...]:
        """The second engines of the files so far."""
        return tuple(second for second in self._seconds.values() if second)

    def max_fp(self, table: Config) -> float:
        """The limit for false findings, from command line, table or default."""
        said = self.settings.max_fp if self.settings.max_fp is not None else table.max_fp
        return MAX_FALSE_POSITIVES if said is None else said

    def format_of(self, path: Named) -> Format:
        """The format of a file, by command line, configuration or name.

        Raises:
            ConfigError: the format in the configuration is unknown.

        """
        return self._format_named(path, self.project_with(path)) or PLAIN

    def knows(self, path: Named) -> bool:
        """Whether a file's name indicates its format; directories yield only these."""
        return self._format_named(path, self.project_with(path)) is not None

    def guess(self, path: Named) -> str:
        """A note for people who may have expected another format."""
        if self.knows(path):
            return ""
        suffix = Path(path).suffix
        kind = f"files that end in {suffix}" if suffix else "files without a suffix"
        return f"unknown format ({kind}); read as {PLAIN.title} (--language-format names another)"

    def _format_named(self, path: Named, project: Project) -> Format | None:
        if self.settings.language_format:
            return FORMATS[self.settings.language_format]
        for glob, name in project.config.formats.items():
            if patterns((glob,)).match_file(project.relative(path)):
                return FORMATS[name]
        return by_suffix(os.fspath(path))

    def selection(self, table: Config) -> tuple[tuple[str, ...] | None, tuple[str, ...], tuple[str, ...]]:
        """What to select, extend and ignore; the command line wins."""
        asked = self.settings
        if asked.select is not None:
            return asked.select, asked.extend_select, asked.ignore
        return table.select, table.extend_select + asked.extend_select, table.ignore + asked.ignore

    def style_of(self, table: Config) -> Style:
        """The house style, from the command line or the table.

        Raises:
            UnknownName: there is no such style.

        """
        return style(self.settings.style or table.style)

    def baseline_file(self, project: Project) -> Path:
        """The path of the project's baseline, which need not exist."""
        return self.settings.baseline.absolute() if self.settings.baseline else project.baseline

    def baseline_at(self, file: Path) -> Baseline:
        """The content of a baseline; empty if the file does not exist."""
        key = str(file)
        if key not in self._baselines:
            self._baselines[key] = baseline.load(file) if file.exists() else {}
        return self._baselines[key]

    def ignores_of(self, path: Named) -> tuple[Ignore, ...]:
        """The baseline entries of a file."""
        return self._ignores_of(path, self.project_with(path))

    def _ignores_of(self, path: Named, project: Project) -> tuple[Ignore, ...]:
        file = self.baseline_file(project)
        known = self.baseline_at(file)
        return known.get(baseline.key(file, str(path)), ()) if known else ()

    def _find_project(self, directory: Path) -> Project:
        if self.settings.config:
            return self._require(Project(Path.cwd(), schema.read(self.settings.config), self.settings.config))
        found = None if self.settings.isolated else schema.nearest(directory)
        if found:
            return self._require(found)
        if directory.parent == directory or self.settings.isolated:
            return self._require(Project(Path.cwd(), Config()))
        return self.project_of(directory.parent)

    def _require(self, project: Project) -> Project:
        """The project with the keys of the command line, if valid.

        Raises:
            ConfigError: a key, value or name is invalid.

        """
        overrides = self.settings.overrides
        config = schema.override(project.config, overrides) if overrides else project.config
        return require_known(Project(project.root, config, project.file))

    def _rules_of(self, project: Project, ignored: tuple[str, ...]) -> tuple[SelectedRule, ...]:
        key = project.file, ignored
        if key not in self._rules:
            try:
                self._rules[key] = self._choose(project, ignored)
            except (UnknownName, BadRule) as error:
                raise ConfigError(f"{project.file or schema.COMMAND_LINE}: {error.args[0]}") from None
        return self._rules[key]

    def _choose(self, project: Project, ignored: tuple[str, ...]) -> tuple[SelectedRule, ...]:
        table = project.config
        select, extend, ignore = self.selection(table)
        select = own_rules(select) if select is not None else None
        extend, ignore = own_rules(extend), own_rules(ignore + ignored)
        house = self.style_of(table)
        options = house.over(table.options)
        if self.settings.select is None:
            extend += house.rules
        for name, tables in own_tables(project).items():
            extend += (name,) if select is None else ()
            options = {**options, name: {**options.get(name, {}), **tables}}
        chosen = selection.select(select, ignore, options, broken=self.broken)
        if extend:
            more = selection.select(extend, ignore, options, broken=self.broken)
            by_name = {active.info.name: active for active in (*chosen, *more)}
            chosen = tuple(by_name[name] for name in sorted(by_name))
        asked = table.words is not None or select is not None
        if any(active.info.needs or (asked and active.info.wants) for active in chosen):
            from newslint.config.providers import available

            providers = available(project.resolve_existing("words", table.words) if table.words else None)
            chosen = tuple(self._with_providers(chosen, options, providers))
        demoted = selection.expand(own_rules(table.extend_unsafe_fixes))
        return tuple(
            active.at_most(Safety.UNSAFE) if active.info.name in demoted else active for active in chosen
        )

    def _with_providers(
        self, rules: Iterable[SelectedRule], options: Options, providers: Providers
    ) -> Iterator[SelectedRule]:
        """Rules with their providers; rules that lack one are skipped."""
        for active in rules:
            name = active.info.name
            if lacks := selection.missing_provider(active.info, providers):
                self.skipped[name] = lacks
            elif active.info.needs or active.info.wants:
                yield from selection.select([name], (), options, providers)
            else:
                yield active

    def _second_of(self, project: Project, ignored: tuple[str, ...]) -> LanguageTool | None:
        """LanguageTool, if the engine or one of its rules was selected."""
        table, asked = project.config, self.settings
        select, extend, ignore = self.selection(table)
        if not languagetool_rules((*(select or ()), *extend)) and ENGINE not in (
            *table.engines,
            *asked.engines,
        ):
            return None
        from newslint.engines.languagetool.findings import AnswerCache, LanguageTool, choose_rules

        key = project.file, ignored
        if key not in self._seconds:
            rules = asked.languagetool_rules or table.languagetool.rules
            drop = ignore + ignored
            wanted = choose_rules(select=select or (), extend=extend, ignore=drop, everything=rules == "all")
            self._seconds[key] = LanguageTool(
                self._access, wanted, AnswerCache(use=table.cache and not asked.no_cache)
            )
        return self._seconds[key]


def ignored_here(project: Project, path: Named) -> Iterable[str]:
    """The names in `per-file-ignores` for a file."""
    for glob, names in project.config.per_file_ignores.items():
        if patterns((glob,)).match_file(project.relative(path)):
            yield from names


def exclude_patterns(project: Project) -> GitIgnoreSpec:
    """The patterns of what a walk leaves out in a project."""
    return patterns(project.config.exclude + project.config.extend_exclude)
