"""`newslint facts`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

import click

from newslint.cli import CLEAN, FAILED
from newslint.cli.console import out, paint, say, width
from newslint.cli.options import CONFIG, LANGUAGE_FORMAT, STDIN_FILENAME
from newslint.cli.request import NO_FILES
from newslint.config.settings import Settings
from newslint.core.errors import ParseError, SourceError
from newslint.core.visible import visible
from newslint.reporters.facts.records import VERSION, records
from newslint.reporters.facts.text import FactsLook, render_facts
from newslint.reporters.json_text import json_text
from newslint.runner.discovery import FileFinder, InputFile
from newslint.runner.file_linter import FileLinter
from newslint.runner.reading import FileTask

Facts = list[Mapping[str, object]]


@click.command()
@click.argument("paths", nargs=-1, required=True, type=click.Path(allow_dash=True, readable=False))
@click.option("--output-format", type=click.Choice(("text", "json")), default="text", help="Output format.")
@CONFIG
@LANGUAGE_FORMAT
@STDIN_FILENAME
def command(
    paths: tuple[str, ...],
    output_format: str,
    config: Path | None,
    language_format: str | None,
    stdin_filename: str,
) -> int:
    """Show who says what in a story, and who is who.

    PATHS are files, directories, or - for standard input. Doubtful speakers are marked: a role that the
    article has not mentioned, a person who is only named nearby, a pronoun that fits nobody.
    Exits with 0; with 2 if newslint was called or configured wrongly; with 3 if a file could not be read.
    """
    settings = Settings(config=config, language_format=language_format)
    linter = FileLinter(settings, stdin_filename=stdin_filename)
    targets = list(FileFinder(linter.workspace, tell=say).targets(paths))
    if not targets:
        raise click.UsageError(NO_FILES.format(paths=", ".join(paths)))
    failed = False
    files: list[str] = []
    for target in targets:
        name = linter.name_of(target)
        try:
            facts = _facts(linter, target)
        except (OSError, SourceError, ParseError) as error:
            failed = True
            say(f"{name}: {error}")
            continue
        if output_format == "json":
            files.append(json_text({"path": name, "articles": facts}))
        else:
            out("".join(f"{line}\n" for line in _lines(name, facts)))
    if output_format == "json":
        out(f'{{"version": {VERSION}, "files": [' + ",\n".join(files) + "]}\n")
    return FAILED if failed else CLEAN


def _facts(linter: FileLinter, target: InputFile) -> Facts:
    """The facts of the articles of a file.

    Raises:
        OSError: it cannot be read.
        SourceError: it is not text.
        ParseError: it cannot be parsed.

    """
    if target.error:
        raise OSError(target.error)
    parsed = linter.parse(FileTask(target, target.path))
    for error in parsed.errors:
        say(f"{linter.name_of(target)}: {error}")
    return list(records(parsed.source, parsed.documents))


def _lines(name: str, facts: Facts) -> Iterator[str]:
    look = FactsLook(paint(), width())
    for number, article in enumerate(facts, 1):
        heading = visible(name) if len(facts) == 1 else f"{visible(name)}, article {number}"
        yield look.paint.bold(heading)
        yield from render_facts(article, look)
        yield ""
