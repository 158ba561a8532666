"""`newslint check --watch`."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from time import strftime
from typing import TYPE_CHECKING, Never

import click
from msgspec.structs import replace

from newslint.cli.check import check_files
from newslint.cli.console import err, out
from newslint.cli.request import Request
from newslint.config import schema
from newslint.core.errors import ConfigError
from newslint.core.extras import install_advice
from newslint.core.visible import visible
from newslint.runner.discovery import STDIN

if TYPE_CHECKING:
    from watchfiles import Change

CLEAR = b"\x1b[2J\x1b[3J\x1b[H"
DELAY = 200
"""Milliseconds in which changes are taken together."""


def watch_files(request: Request) -> Never:
    """Check the files, and again whenever one changes, until interrupted.

    Raises:
        click.UsageError: standard input is to be watched, or the extra is missing.

    """
    if STDIN in request.paths:
        raise click.UsageError("--watch needs files or directories")
    try:
        from watchfiles import watch
    except ImportError:
        raise click.UsageError(f"--watch needs the extra watch; {install_advice('watch')}") from None
    paths = request.paths or (".",)
    folders = {path if os.path.isdir(path) else os.path.dirname(path) or "." for path in paths}  # noqa: PTH112, PTH120
    changes = watch(
        *sorted(folders),
        watch_filter=None,
        debounce=DELAY,
        rust_timeout=DELAY,
        yield_on_timeout=True,
        raise_interrupt=True,
    )
    next(changes)  # it watches from here
    _check(request)
    for changed in changes:
        if changed and (wanted := _request_for(request, changed)):
            _check(wanted)
    raise KeyboardInterrupt


def _request_for(request: Request, changes: Iterable[tuple[Change, str]]) -> Request | None:
    """A request for the changed files, or all if the configuration changed."""
    again = replace(request)  # without cached properties
    changed = {os.path.realpath(path) for _, path in changes}
    if any(os.path.basename(path) in schema.FILES for path in changed):  # noqa: PTH119
        return again
    try:
        targets = [target.path for target in again.targets if os.path.realpath(target.path) in changed]
    except ConfigError:
        return again
    return replace(again, paths=tuple(targets)) if targets else None


def _check(request: Request) -> None:
    """Check once on a clear screen; show mistakes in the configuration."""
    if sys.stdout.isatty():
        out(CLEAR)
    try:
        check_files(request)
    except (ConfigError, click.UsageError) as error:
        err(f"newslint: {visible(str(error))}\n")
    err(f"{strftime('%H:%M:%S')} watching for changes; Ctrl-C ends\n")
