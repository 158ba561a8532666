"""A project's own tables, as options of the rules that read them."""

from __future__ import annotations

from newslint.config.schema import Project

OWN_PHRASE, OWN_LINE = "own-phrase", "own-line"


def own_tables(project: Project) -> dict[str, dict[str, object]]:
    """The project's own tables as options by rule.

    Raises:
        ConfigError: a table is not a regular file inside the project, or is malformed.

    """
    table, options = project.config, dict[str, dict[str, object]]()
    if table.phrase_tables:
        from newslint.config.custom_phrases import read_phrases

        phrases = [
            row
            for name in table.phrase_tables
            for row in read_phrases(project.resolve_existing("phrase-tables", name))
        ]
        options[OWN_PHRASE] = {"phrases": phrases}
    if table.line_tables:
        from newslint.config.line_tables import read_lines

        lines = [
            row
            for name in table.line_tables
            for row in read_lines(project.resolve_existing("line-tables", name))
        ]
        options[OWN_LINE] = {"lines": lines}
    return options
