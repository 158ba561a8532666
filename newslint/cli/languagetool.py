"""`newslint languagetool`."""

from __future__ import annotations

import shutil
from pathlib import Path

import click

from newslint.cli import CLEAN, FAILED, FOUND
from newslint.cli.console import err, out, say
from newslint.config import user
from newslint.core.visible import visible_lines
from newslint.engines.languagetool import described, home, keeper, reach
from newslint.engines.languagetool.server import Launch, Running, serving, start
from newslint.engines.languagetool.trouble import LanguageToolError

ACTIONS = ("install", "status", "start", "stop", "uninstall")


@click.command("languagetool")
@click.argument("action", type=click.Choice(ACTIONS), default="status")
@click.option(
    "--home",
    "named",
    type=click.Path(file_okay=False, path_type=Path),
    help="LanguageTool directory (default: user data directory).",
)
@click.option("--xmx", help="Memory of the server that `start` leaves running, such as 1g.")
def command(action: str, named: Path | None, xmx: str | None) -> int:
    """Install, start and stop LanguageTool, a second engine.

    `install` builds an English server with Maven. `check --with languagetool` starts it for each run, unless
    `start` left one running, which saves some seconds each time; `stop` stops that one. `uninstall` deletes
    what `install` made. `status` exits with 1 if nothing is installed.
    """
    table = user.languagetool()
    folder = (named or home.home(table.home or None)).absolute()
    try:
        if action == "install":
            return _install((named or home.target(table.home or None)).absolute())
        if action == "start":
            return _start(Launch(folder, xmx or table.xmx, table.start_timeout))
        if action == "stop":
            return _stop(folder)
        return _uninstall(folder) if action == "uninstall" else _status(folder)
    except LanguageToolError as error:
        err(visible_lines(f"newslint: {error}") + "\n")  # it may end with lines of the server's log
    except OSError as error:
        say(f"newslint: {error.filename or folder}: {error.strerror or error}")
    return FAILED


def _install(folder: Path) -> int:
    from newslint.engines.languagetool.install import VERSION, install

    say(f"Maven is downloading LanguageTool {VERSION}, about 90 MB; this takes a minute or more.")
    install(folder)
    with serving(folder) as url:
        count = described.describe(url, folder)
    out(f"LanguageTool {VERSION} is installed in {folder}; it has {count:,} rules for English.\n")
    return CLEAN


def _status(folder: Path) -> int:
    if not home.classpath(folder):
        out(f"LanguageTool is not installed in {folder}; run `newslint languagetool install`\n")
        return FOUND
    out(f"LanguageTool {home.version(folder)} is installed in {folder}\n")
    running = _left(folder)
    out(f"a server is running at {running.url}\n" if running else "no server is running\n")
    return CLEAN


def _start(launch: Launch) -> int:
    place = reach.standing(launch.home)
    running = _left(launch.home)
    if running is None:
        keeper.end(place)
        running = start(launch, place)
        keeper.save(place, keeper.State(running, 1))
    out(f"LanguageTool is running at {running.url}; stop it with `newslint languagetool stop`\n")
    return CLEAN


def _stop(folder: Path) -> int:
    out("the server has stopped\n" if keeper.end(reach.standing(folder)) else "no server was running\n")
    return CLEAN


def _uninstall(folder: Path) -> int:
    keeper.end(reach.standing(folder))
    shutil.rmtree(reach.standing(folder), ignore_errors=True)
    if not (folder / described.FILE).exists():
        say(f"newslint: {folder} was not made by `newslint languagetool install`; nothing was deleted")
        return FAILED
    (folder / described.FILE).unlink()
    shutil.rmtree(folder / "libs")
    out(f"LanguageTool was removed from {folder}\n")
    return CLEAN


def _left(folder: Path) -> Running | None:
    """The server that was left running, if it answers."""
    running = keeper.load(reach.standing(folder)).running
    return running if running and running.healthy() else None
