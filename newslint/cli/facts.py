"""`newslint facts`."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

import click

from newslint.cli import CLEAN, FAILED
from newslint.cli.console import out, paint, say, width
from newslint.config.resolver import ConfigResolver, Settings
from newslint.core.errors import ParseError, SourceError
from newslint.core.visible import visible
from newslint.formats import FORMATS
from newslint.reporters.facts.records import VERSION, records
from newslint.reporters.facts.text import FactsLook, told
from newslint.reporters.json_text import json_text
from newslint.runner.discovery import STDIN, FileFinder, InputFile

Facts = list[Mapping[str, object]]


@click.command()
@click.argument("paths", nargs=-1, required=True, type=click.Path(allow_dash=True, readable=False))
@click.option("--output-format", type=click.Choice(("text", "json")), default="text", help="Output format.")
@click.option(
    "--config",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Configuration file to use instead of the nearest.",
)
@click.option(
    "--language-format",
    type=click.Choice(list(FORMATS)),
    help="Treat every file as this format.",
)
@click.option(
    "--stdin-filename",
    default=STDIN,
    metavar="FILE",
    help="File name to assume for standard input; its extension selects the format.",
)
def command(
    paths: tuple[str, ...],
    output_format: str,
    config: Path | None,
    language_format: str | None,
    stdin_filename: str,
) -> int:
    """Show who says what in a story, who is who, and what it is about.

    PATHS are files, directories, or - for standard input. A doubtful speaker is marked: a role that the
    article has not mentioned, somebody who is only named nearby, a pronoun that fits nobody.
    Exits with 0, with 2 if newslint was called or configured wrongly, with 3 if a file could not be read.
    """
    workspace = ConfigResolver(Settings(config=config, format=language_format))
    targets = list(FileFinder(workspace, tell=say).targets(paths))
    failed = False
    lots: list[str] = []
    for target in targets:
        name = stdin_filename if target.path == STDIN else target.path
        try:
            facts = _facts(target, name, workspace)
        except (OSError, SourceError, ParseError) as error:
            failed = True
            say(f"{name}: {error}")
            continue
        if output_format == "json":
            lots.append(json_text({"path": name, "articles": facts}))
        else:
            out("".join(f"{line}\n" for line in _lines(name, facts)))
    if output_format == "json":
        out(f'{{"version": {VERSION}, "files": [' + ",\n".join(lots) + "]}\n")
    return FAILED if failed else CLEAN


def _facts(target: InputFile, name: str, workspace: ConfigResolver) -> Facts:
    """The facts of the articles of a file.

    Raises:
        OSError: it cannot be read.
        SourceError: it is no text.
        UnreadableProse: its reader can make nothing of it.

    """
    if target.error:
        raise OSError(target.error)
    data = sys.stdin.buffer.read() if target.path == STDIN else Path(target.path).read_bytes()
    linter = workspace.linter_of(Path(name))
    source = linter.format.decode(data, name)
    reading = linter.parse(source)
    for error in reading.errors:
        say(f"{name}: {error}")
    return list(records(source, reading.documents))


def _lines(name: str, facts: Facts) -> Iterator[str]:
    look = FactsLook(paint(), width())
    for number, article in enumerate(facts, 1):
        shown = visible(name)
        yield look.paint.bold(shown if len(facts) == 1 else f"{shown}, article {number}")
        yield from told(article, look)
        yield ""
