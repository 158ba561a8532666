"""`newslint report`."""

from __future__ import annotations

import os
from pathlib import Path

import click

from newslint.cli import CLEAN, FAILED, FOUND
from newslint.cli.console import say
from newslint.cli.options import FILE_PATH, takes_files
from newslint.cli.request import Request
from newslint.core import atomic_write
from newslint.core.own_files import SIGN_WITHIN
from newslint.linter.rule_info import info_of
from newslint.review.articles import ReviewArticles
from newslint.review.page import SIGN, render_page
from newslint.review.reading import read_for_review
from newslint.runner.discovery import STDIN, InputFile
from newslint.runner.file_linter import FileLinter

MAX_REVIEW_BYTES = 20_000_000
"""Bytes of all files; nobody reviews more, and a browser would not show it."""


@click.command()
@takes_files
@click.option("--html", "page", type=FILE_PATH, required=True, help="Page to write.")
def command(request: Request, page: Path) -> int:
    """Write a page on which to review findings one by one.

    The page shows each article as newslint reads it, with its findings and what each fix would change. Accept
    or reject them there, download the decisions, and apply them with `newslint apply`. The page is one file
    that needs no network. PATHS are files or directories. Exits with 0 if there are no findings, 1 if there
    are, 2 if newslint was called or configured wrongly, 3 if a file could not be read or a rule failed.
    """
    if STDIN in request.paths:
        raise click.UsageError(
            "a report needs files, because decisions are applied to files; name one instead of -"
        )
    request.require_baseline()
    targets = _targets(request, page)
    linter = FileLinter(request.settings)
    articles = ReviewArticles(info_of)
    failed = readable = False
    try:
        linter.prepare(targets)
        for file in read_for_review(linter, targets):
            articles.add(file)
            if file.error:
                say(f"{file.path}: error: {file.error}")
            failed |= bool(file.error)
            readable |= not file.error
    finally:
        linter.close()
    atomic_write.write(page, render_page(articles))
    if readable:
        say(f"Wrote {page}: open it in a browser, then run `newslint apply` on the decisions that it saves.")
    else:
        say(f"Wrote {page}, which says what failed; there is nothing to decide.")
    if failed:
        return FAILED
    return FOUND if articles.counts else CLEAN


def _targets(request: Request, page: Path) -> list[InputFile]:
    """The files to review, without the page of an earlier run.

    Raises:
        click.UsageError: the page would replace something else, there are no files, or too many.

    """
    if page.exists() and SIGN not in page.read_bytes()[:SIGN_WITHIN]:
        raise click.UsageError(
            f"{page} exists and is not a newslint report; choose another name for the page"
        )
    real = os.path.realpath(page)
    request.require_files()
    targets = [target for target in request.targets if os.path.realpath(target.path) != real]
    if not targets:
        raise click.UsageError(f"there is nothing to review but {page} itself")
    size = sum(Path(target.path).stat().st_size for target in targets if not target.error)
    if size > MAX_REVIEW_BYTES:
        raise click.UsageError(
            f"{size / 1_000_000:,.0f} MB is too much for one page, which takes "
            f"{MAX_REVIEW_BYTES // 1_000_000} MB; name fewer files"
        )
    return targets
