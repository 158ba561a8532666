"""Which rules, exclusions and ignores apply to a path, from all that configures it."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from functools import cache, cached_property, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from newslint.config import baseline, schema, user
from newslint.config.baseline import Baseline
from newslint.config.house_styles import Options, Style, style
from newslint.config.known_names import require_known
from newslint.config.own_tables import own_tables
from newslint.config.schema import Config, Project
from newslint.config.settings import Settings
from newslint.core.diagnostics import Safety
from newslint.core.errors import BadRule, BrokenRule, ConfigError, UnknownName
from newslint.core.file_names import matchable
from newslint.core.segments import ParseOptions
from newslint.engines.languagetool.names import ENGINE, own, theirs
from newslint.formats import FORMATS, PLAIN, Format, by_suffix
from newslint.linter.linter import MAX_FALSE_POSITIVES, Linter
from newslint.linter.suppressions import Ignore, Suppressions
from newslint.rules import selection
from newslint.rules.selection import Providers, SelectedRule

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

    from newslint.engines.languagetool.second import Access, LanguageTool


UNLIKELY_WORD = "unlikely-word"
__all__ = ["ConfigResolver", "Settings", "excluding", "ignored_here", "patterns"]
Named = str | os.PathLike[str]
"""A file by its name: no path is made for each of ten thousand."""
RECENT = 100
"""Files whose linter is remembered: those that are under way."""


class ConfigResolver:
    """The projects that paths belong to, each read once."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self._projects: dict[str, Project] = {}
        self._rules: dict[tuple[Path | None, tuple[str, ...]], tuple[SelectedRule, ...]] = {}
        self._profiles: dict[tuple[Path | None, tuple[str, ...], tuple[Ignore, ...], str], Linter] = {}
        self._baselines: dict[str, Baseline] = {}
        self.skipped: dict[str, str] = {}
        """Rules that were selected and do not run, each with the provider that it lacks."""
        self.broken: dict[str, BrokenRule] = {}
        """Rules that were selected and cannot be imported."""
        self._seconds: dict[tuple[Path | None, tuple[str, ...]], LanguageTool | None] = {}
        self.linter_of = lru_cache(RECENT)(self._find_linter)

    def project_of(self, directory: Path) -> Project:
        """The project of a directory: the nearest configuration above it, or none.

        Raises:
            ConfigError: that file is wrong.

        """
        here = str(directory)
        if here not in self._projects:
            self._projects[here] = self._find_project(directory.absolute())
        return self._projects[here]

    def project_with(self, path: Named) -> Project:
        """The project of the directory that a file is in."""
        directory = os.path.dirname(path)  # noqa: PTH120 - a tenth of the time for ten thousand files
        return self._projects.get(directory) or self.project_of(Path(path).parent)

    def _find_linter(self, path: Named) -> Linter:
        """All that applies to a file.

        Raises:
            ConfigError: the configuration names a rule or an option that does not exist.

        """
        project = self.project_with(path)
        ignored = tuple(ignored_here(project, path))
        ignores = self._ignores_of(path, project) if self.settings.use_baseline else ()
        read_as = self._format_named(path, project) or PLAIN
        key = project.file, ignored, ignores, read_as.name
        if key not in self._profiles:
            self._profiles[key] = self._made(project, ignored, ignores, read_as)
        return self._profiles[key]

    def _made(
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
        """The second engine that is asked about a file."""
        project = self.project_with(path)
        return self._second_of(project, tuple(ignored_here(project, path)))

    @cached_property
    def _access(self) -> Access:
        """The way to LanguageTool, which is the user's for every project.

        Raises:
            ConfigError: the user's configuration is wrong.

        """
        from newslint.engines.languagetool.second import Access

        return Access(user.languagetool(), self.settings.run)

    @property
    def seconds(self) -> tuple[LanguageTool, ...]:
        """The second engines that the files looked at so far have."""
        return tuple(second for second in self._seconds.values() if second)

    def max_fp(self, table: Config) -> float:
        """How unsure findings may be: what was asked for, what the table says, or what is usual."""
        said = self.settings.max_fp if self.settings.max_fp is not None else table.max_fp
        return MAX_FALSE_POSITIVES if said is None else said

    def format_of(self, path: Named) -> Format:
        """What a file is read as: what was asked for, what the configuration says, or what its name does.

        Raises:
            ConfigError: the configuration names no format that there is.

        """
        return self._format_named(path, self.project_with(path)) or PLAIN

    def knows(self, path: Named) -> bool:
        """Whether the name of a file tells what it is; only such files are found by a walk."""
        return self._format_named(path, self.project_with(path)) is not None

    def guess(self, path: Named) -> str:
        """What to tell a person who may have thought of another format than newslint."""
        if self.knows(path):
            return ""
        suffix = Path(path).suffix
        kind = f"files that end in {suffix}" if suffix else "files without a suffix"
        return f"unknown format ({kind}); read as {PLAIN.title} (--language-format names another)"

    def _format_named(self, path: Named, project: Project) -> Format | None:
        if self.settings.format:
            return FORMATS[self.settings.format]
        for glob, name in project.config.formats.items():
            if patterns((glob,)).match_file(project.relative(path)):
                return FORMATS[name]
        return by_suffix(os.fspath(path))

    def selection(self, table: Config) -> tuple[tuple[str, ...] | None, tuple[str, ...], tuple[str, ...]]:
        """What to select, to select as well and to ignore: the command line over the table."""
        asked = self.settings
        if asked.select is not None:
            return asked.select, asked.extend_select, asked.ignore
        return table.select, table.extend_select + asked.extend_select, table.ignore + asked.ignore

    def style_of(self, table: Config) -> Style:
        """The house style that was asked for, or else that of the table.

        Raises:
            UnknownName: there is no such style.

        """
        return style(self.settings.style or table.style)

    def baseline_file(self, project: Project) -> Path:
        """Where the baseline that applies to a project lies, whether it exists or not."""
        return self.settings.baseline.absolute() if self.settings.baseline else project.baseline

    def baseline_at(self, file: Path) -> Baseline:
        """What a baseline holds; nothing, if there is none."""
        key = str(file)
        if key not in self._baselines:
            self._baselines[key] = baseline.load(file) if file.exists() else {}
        return self._baselines[key]

    def ignores_of(self, path: Named) -> tuple[Ignore, ...]:
        """What the baseline lets be in a file."""
        return self._ignores_of(path, self.project_with(path))

    def _ignores_of(self, path: Named, project: Project) -> tuple[Ignore, ...]:
        file = self.baseline_file(project)
        known = self.baseline_at(file)
        return known.get(baseline.key(file, str(path)), ()) if known else ()

    def _find_project(self, directory: Path) -> Project:
        if self.settings.config:
            table = schema.read(self.settings.config)
            return require_known(Project(Path.cwd(), table, self.settings.config))
        found = schema.nearest(directory)
        if found:
            return require_known(found)
        if directory.parent == directory:
            return Project(Path.cwd(), Config())
        return self.project_of(directory.parent)

    def _rules_of(self, project: Project, ignored: tuple[str, ...]) -> tuple[SelectedRule, ...]:
        key = project.file, ignored
        if key not in self._rules:
            try:
                self._rules[key] = self._choose(project, ignored)
            except (UnknownName, BadRule) as error:
                raise ConfigError(f"{project.file}: {error.args[0]}") from None
        return self._rules[key]

    def _choose(self, project: Project, ignored: tuple[str, ...]) -> tuple[SelectedRule, ...]:
        table = project.config
        select, extend, ignore = self.selection(table)
        select = own(select) if select is not None else None
        extend, ignore = own(extend), own(ignore + ignored)
        house = self.style_of(table)
        options = house.over(table.options)
        if self.settings.select is None:
            extend += house.rules
        for name, tables in own_tables(project).items():
            extend += (name,) if select is None else ()
            options = {**options, name: {**options.get(name, {}), **tables}}
        if table.words and select is None:
            extend += (UNLIKELY_WORD,)
        chosen = selection.select(select, ignore, options, broken=self.broken)
        if extend:
            more = selection.select(extend, ignore, options, broken=self.broken)
            by_name = {active.info.name: active for active in (*chosen, *more)}
            chosen = tuple(by_name[name] for name in sorted(by_name))
        if any(active.info.needs for active in chosen):
            from newslint.config.providers import available

            providers = available(project.named("words", table.words) if table.words else None)
            chosen = tuple(self._provided(chosen, options, providers))
        demoted = selection.expand(own(table.extend_unsafe_fixes))
        return tuple(
            active.at_most(Safety.UNSAFE) if active.info.name in demoted else active for active in chosen
        )

    def _provided(
        self, rules: Iterable[SelectedRule], options: Options, providers: Providers
    ) -> Iterator[SelectedRule]:
        """The rules with what they need; those that lack something are left out and noted."""
        for active in rules:
            name = active.info.name
            if lacks := selection.lacking(active.info, providers):
                self.skipped[name] = lacks
            elif active.info.needs:
                yield from selection.select([name], (), options, providers)
            else:
                yield active

    def _second_of(self, project: Project, ignored: tuple[str, ...]) -> LanguageTool | None:
        """LanguageTool, where an engine or one of its rules was asked for."""
        table, asked = project.config, self.settings
        select, extend, ignore = self.selection(table)
        if not theirs((*(select or ()), *extend)) and ENGINE not in (*table.engines, *asked.engines):
            return None
        from newslint.engines.languagetool.second import Answers, LanguageTool, wish

        key = project.file, ignored
        if key not in self._seconds:
            rules = asked.languagetool_rules or table.languagetool.rules
            drop = ignore + ignored
            wanted = wish(select=select or (), extend=extend, ignore=drop, everything=rules == "all")
            self._seconds[key] = LanguageTool(
                self._access, wanted, Answers(use=asked.remember and table.cache)
            )
        return self._seconds[key]


def ignored_here(project: Project, path: Named) -> Iterable[str]:
    """The names that `per-file-ignores` drops for a file."""
    for glob, names in project.config.per_file_ignores.items():
        if patterns((glob,)).match_file(project.relative(path)):
            yield from names


def excluding(project: Project) -> GitIgnoreSpec:
    """The patterns of what a walk leaves out in a project."""
    return patterns(project.config.exclude + project.config.extend_exclude)


@cache
def patterns(globs: tuple[str, ...]) -> GitIgnoreSpec:
    """Patterns as in .gitignore, the last that fits decides."""
    from pathspec import GitIgnoreSpec

    return GitIgnoreSpec.from_lines(map(matchable, globs))
