"""Checks patterns, and names of rules and formats that some files use."""

from __future__ import annotations

from newslint.config.path_patterns import find_malformed
from newslint.config.schema import COMMAND_LINE, Config, Project
from newslint.core.errors import ConfigError, UnknownName
from newslint.engines.languagetool.names import own_rules
from newslint.formats import FORMATS
from newslint.rules import selection


def require_known(project: Project) -> Project:
    """Return the project, if its rules, formats and patterns are valid.

    Raises:
        ConfigError: a rule or format is unknown, or a pattern is malformed.

    """
    table, file = project.config, project.file or COMMAND_LINE
    try:
        for names in table.per_file_ignores.values():
            selection.expand(own_rules(names))
    except UnknownName as error:
        raise ConfigError(f"{file}: per-file-ignores: {error.args[0]}") from None
    for name in table.formats.values():
        if name not in FORMATS:
            raise ConfigError(f"{file}: formats: {UnknownName('format', name, FORMATS)}")
    for key, globs in (
        ("exclude", () if table.exclude == Config().exclude else table.exclude),
        ("extend-exclude", table.extend_exclude),
        ("per-file-ignores", table.per_file_ignores),
        ("formats", table.formats),
    ):
        if (glob := find_malformed(globs)) is not None:
            raise ConfigError(f"{file}: {key}: “{glob}” is not a pattern for paths")
    return project
