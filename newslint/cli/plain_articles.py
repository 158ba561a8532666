"""Articles in plain text, for the commands that damage them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from newslint.cli.console import say
from newslint.linter.linter import Linter


def plain_articles(directory: Path) -> Iterator[tuple[str, str, Linter]]:
    """Yield the path, text and linter of each article in plain text.

    Other files are named on standard error.
    """
    from newslint.core.errors import ParseError, SourceError
    from newslint.formats import PLAIN
    from newslint.runner.discovery import FileFinder
    from newslint.runner.file_linter import FileLinter
    from newslint.runner.reading import FileTask

    files = FileLinter()
    for target in FileFinder(files.workspace, tell=say).targets([str(directory)]):
        linter, task = files.workspace.linter_of(target.path), FileTask(target, target.path)
        if target.error or linter.format is not PLAIN:
            say(f"{target.path}: skipped: {target.error or 'not plain text'}")
            continue
        try:
            source = files.source(task)
        except (OSError, SourceError, ParseError) as error:
            say(f"{target.path}: skipped: {error}")
            continue
        yield target.path, source.text.replace("\r\n", "\n").replace("\r", "\n"), linter
