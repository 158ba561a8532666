"""`newslint cache`."""

from __future__ import annotations

import click

from newslint.cli import CLEAN, FAILED
from newslint.cli.console import out, say


@click.command()
@click.argument("action", type=click.Choice(("show", "clear")), default="show")
def command(action: str) -> int:
    """Show what is kept between runs, or delete it.

    `show` says where that is and how large; `clear` deletes it, and the next run makes it anew.
    """
    from newslint import cache

    return _clear() if action == "clear" else _show(str(cache.folder()))


def _show(folder: str) -> int:
    from newslint.results import LARGEST, Results

    results = Results()
    count, size = results.size()
    results.close()
    out(f"{folder}\n{count:,} results of files, {size / 1e6:.1f} of at most {LARGEST / 1e6:.0f} MB\n")
    return CLEAN


def _clear() -> int:
    from newslint import cache, results

    try:
        results.clear(results.database())
        cache.clear()
    except OSError as error:
        say(f"newslint: {error.filename}: cannot be deleted: {error.strerror}")
        return FAILED
    return CLEAN
