"""`newslint languagetool`."""

from __future__ import annotations

import shutil
from pathlib import Path

import click

from newslint.cli import CLEAN, FAILED, FOUND
from newslint.cli.console import err, out, say
from newslint.config import user
from newslint.core.visible import visible_lines
from newslint.engines.languagetool import connection, installation, rule_docs, shared_server
from newslint.engines.languagetool.errors import LanguageToolError
from newslint.engines.languagetool.server import Launch, Running, serve, start

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
    `start` left one running, which saves some seconds per run; `stop` stops that one. `uninstall` deletes
    what `install` created. `status` exits with 1 if nothing is installed.
    """
    table = user.languagetool()
    folder = (named or installation.home(table.home or None)).absolute()
    try:
        if action == "install":
            return _install((named or installation.target(table.home or None)).absolute())
        if action == "start":
            return _start(Launch(folder, xmx or table.xmx, table.start_timeout))
        if action == "stop":
            return _stop(folder)
        return _uninstall(folder) if action == "uninstall" else _status(folder)
    except LanguageToolError as error:
        err(visible_lines(f"newslint: {error}") + "\n")  # it may quote the server's log
    except OSError as error:
        say(f"newslint: {error.filename or folder}: {error.strerror or error}")
    return FAILED


def _install(folder: Path) -> int:
    from newslint.engines.languagetool.install import VERSION, install

    say(f"Maven is downloading LanguageTool {VERSION}, about 90 MB; this takes a minute or more.")
    install(folder)
    with serve(folder) as url:
        count = rule_docs.save_descriptions(url, folder)
    out(f"LanguageTool {VERSION} is installed in {folder}; it has {count:,} rules for English.\n")
    return CLEAN


def _status(folder: Path) -> int:
    if not installation.classpath(folder):
        out(f"LanguageTool is not installed in {folder}; run `newslint languagetool install`\n")
        return FOUND
    out(f"LanguageTool {installation.version(folder)} is installed in {folder}\n")
    running = _running_server(folder)
    out(f"a server is running at {running.url}\n" if running else "no server is running\n")
    return CLEAN


def _start(launch: Launch) -> int:
    place = connection.running_server_folder(launch.home)
    running = _running_server(launch.home)
    if running is None:
        shared_server.end(place)
        running = start(launch, place)
        shared_server.save(place, shared_server.State(running, 1))
    out(f"LanguageTool is running at {running.url}; stop it with `newslint languagetool stop`\n")
    return CLEAN


def _stop(folder: Path) -> int:
    out(
        "the server has stopped\n"
        if shared_server.end(connection.running_server_folder(folder))
        else "no server was running\n"
    )
    return CLEAN


def _uninstall(folder: Path) -> int:
    shared_server.end(connection.running_server_folder(folder))
    shutil.rmtree(connection.running_server_folder(folder), ignore_errors=True)
    if not (folder / rule_docs.FILE).exists():
        say(f"newslint: {folder} was not made by `newslint languagetool install`; nothing was deleted")
        return FAILED
    (folder / rule_docs.FILE).unlink()
    shutil.rmtree(folder / "libs")
    out(f"LanguageTool was removed from {folder}\n")
    return CLEAN


def _running_server(folder: Path) -> Running | None:
    """The server that was left running, if it answers."""
    running = shared_server.load(connection.running_server_folder(folder)).running
    return running if running and running.is_healthy() else None
