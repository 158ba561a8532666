"""`newslint cache`."""

from __future__ import annotations

import click

from newslint.cli import CLEAN, FAILED
from newslint.cli.console import out, say


@click.command()
@click.argument("action", type=click.Choice(("show", "clear")), default="show")
def command(action: str) -> int:
    """Show or clear the cache.

    `show` prints its folder and size; `clear` deletes it, and the next run rebuilds it.
    """
    from newslint.core.cache_files import NoCache, folder

    try:
        return _clear() if action == "clear" else _show(str(folder()))
    except NoCache as error:
        say(f"newslint: {error}")
        return FAILED


def _show(folder: str) -> int:
    from newslint.core.sqlite_store import SqliteStore
    from newslint.engines.languagetool import answers
    from newslint.runner import results

    out(f"{folder}\n")
    for what, kept in (("file results", results), ("LanguageTool answers", answers)):
        if what == "LanguageTool answers" and not kept.database().exists():
            continue
        shelf = SqliteStore(kept.database(), kept.LARGEST, 1)
        count, size = shelf.size()
        shelf.close()
        out(f"{count:,} {what}, {size / 1e6:.1f} of {kept.LARGEST / 1e6:.0f} MB\n")
    return CLEAN


def _clear() -> int:
    from newslint.core import disk_cache
    from newslint.engines.languagetool import answers
    from newslint.runner import results

    try:
        results.clear(results.database())
        results.clear(answers.database())
        disk_cache.clear()
    except OSError as error:
        say(f"newslint: {error.filename}: cannot be deleted: {error.strerror}")
        return FAILED
    return CLEAN
