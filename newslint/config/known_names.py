"""Names of rules and formats that a configuration uses for some files only."""

from __future__ import annotations

from newslint.config.schema import Project
from newslint.core.errors import ConfigError, UnknownName
from newslint.engines.languagetool.names import own
from newslint.formats import FORMATS
from newslint.rules import selection


def require_known(project: Project) -> Project:
    """The project, if it names no rule and no format that does not exist.

    Raises:
        ConfigError: it does, for whatever files.

    """
    table = project.config
    try:
        for names in table.per_file_ignores.values():
            selection.expand(own(names))
    except UnknownName as error:
        raise ConfigError(f"{project.file}: per-file-ignores: {error.args[0]}") from None
    for name in table.formats.values():
        if name not in FORMATS:
            raise ConfigError(f"{project.file}: formats: {UnknownName('format', name, FORMATS)}")
    return project
