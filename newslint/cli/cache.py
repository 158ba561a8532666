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
    from newslint.core.user_folders import NoFolder, cache_folder

    try:
        return _clear() if action == "clear" else _show(str(cache_folder()))
    except NoFolder as error:
        say(f"newslint: {error}")
        return FAILED


def _show(folder: str) -> int:
    from newslint.core.cache_files import SqliteStore
    from newslint.engines.languagetool import answers
    from newslint.runner import result_cache

    out(f"{folder}\n")
    for what, cache in (("file results", result_cache), ("LanguageTool answers", answers)):
        if what == "LanguageTool answers" and not cache.database().exists():
            continue
        store = SqliteStore(cache.database(), cache.MAX_BYTES)
        count, size = store.size()
        store.close()
        out(f"{count:,} {what}, {size / 1e6:.1f} of {cache.MAX_BYTES / 1e6:.0f} MB\n")
    return CLEAN


def _clear() -> int:
    from newslint.core import disk_cache
    from newslint.core.cache_files import delete_database
    from newslint.engines.languagetool import answers
    from newslint.runner import result_cache

    try:
        delete_database(result_cache.database())
        delete_database(answers.database())
        disk_cache.clear()
    except OSError as error:
        say(f"newslint: {error.filename}: cannot be deleted: {error.strerror}")
        return FAILED
    return CLEAN
