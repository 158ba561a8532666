"""`newslint serve`."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from threading import Thread

import click

from newslint.cli import CLEAN, FAILED
from newslint.cli.console import out, say
from newslint.cli.options import takes_rules
from newslint.cli.request import Request, tell_of_engines
from newslint.review.desk import Desk, DeskAnswer, DeskTask
from newslint.review.limited_worker import LimitedWorker, WorkerFailure
from newslint.review.page_server import HOSTS, PASTED, PageServer

SECONDS = 300.0
"""The limit of a file of some megabytes on a busy computer."""


@click.command()
@takes_rules
@click.option("--host", type=click.Choice(HOSTS), default=HOSTS[0], show_default=True, help="Address to use.")
@click.option(
    "--port", type=click.IntRange(0, 65_535), default=0, help="Port to use (default: any that is free)."
)
@click.option("--open/--no-open", "opens", default=True, help="Whether to open the page in a browser.")
def command(request: Request, *, host: str, port: int, opens: bool) -> int:
    """Serve a page to paste articles into, on this computer only.

    Paste an article or drop a file, accept what is right, and copy or download the result. The page shows the
    findings as that of `newslint report` does, and newslint stores nothing. The address holds a secret: only
    who knows it can use the page. The configuration is that of the current directory. Ctrl-C ends it. Exits
    with 0 when it is ended so, 2 if newslint was called or configured wrongly, 3 if the port is taken.
    """
    request.require_baseline()
    request.workspace.linter_of(PASTED)  # a wrong configuration is an error now, and not on the page
    tell_of_engines(request.workspace)
    worker = LimitedWorker(Desk(request.settings), SECONDS)
    try:
        server = PageServer(worker, host, port)
    except OSError as error:
        worker.close()
        say(f"newslint: port {port}: {error.strerror or error}")
        return FAILED
    Thread(target=_warm_up, args=(worker,), daemon=True).start()
    out(f"{server.url}\n")
    say("Open this address in a browser. Ctrl-C ends newslint.")
    if opens and _has_windows():
        import webbrowser

        Thread(target=webbrowser.open, args=(server.url,), daemon=True).start()  # some do not return
    try:
        server.serve_forever()
    except KeyboardInterrupt:
        say("Ended.")
    finally:
        worker.close()
        server.server_close()
        request.settings.run.end()
    return CLEAN


def _warm_up(worker: LimitedWorker[DeskTask, DeskAnswer]) -> None:
    """Load the rules before the first file comes."""
    with suppress(WorkerFailure):  # Ctrl-C came first
        worker(DeskTask(PASTED, b""))


def _has_windows() -> bool:
    """Whether a browser would not take the terminal over."""
    return sys.platform != "linux" or any(
        os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "BROWSER")
    )
