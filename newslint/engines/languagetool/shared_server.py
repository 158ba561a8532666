"""One server for all processes, started on demand and after crashes."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from msgspec import Struct, to_builtins

from newslint.core.file_lock import lock
from newslint.engines.languagetool.errors import ServerCannotStart
from newslint.engines.languagetool.server import Launch, Running, start

MAX_STARTS = 4
"""How often a run starts a server; after so many crashes, another would follow."""
STATE = "server.json"


class State(Struct, frozen=True):
    """The shared state: the server, the number of starts, and any failure."""

    running: Running | None = None
    starts: int = 0
    why: str = ""


class SharedServer(Struct, frozen=True):
    """A server with its state in a folder; it ends with `master`."""

    folder: Path
    launch: Launch
    master: int | None

    def url(self, dead: str = "") -> str:
        """The server's URL, started if missing or if `dead` is its URL.

        Raises:
            ServerCannotStart: it cannot be started, or was started too often.

        """
        with _lock(self.folder):
            state = load(self.folder)
            if state.running and state.running.url != dead:
                return state.running.url
            if state.running:
                state.running.end()
            if state.why:
                raise ServerCannotStart(state.why)
            return self._start(state).url

    def give_up_on(self, url: str) -> None:
        """End our server at a URL: the next text gets another."""
        with _lock(self.folder):
            state = load(self.folder)
            if state.running and state.running.url == url:
                state.running.end()
                save(self.folder, State(None, state.starts, state.why))

    def _start(self, state: State) -> Running:
        if state.starts >= MAX_STARTS:
            why = f"LanguageTool failed {MAX_STARTS} times in this run and is not started again"
        else:
            try:
                running = start(self.launch, self.folder, self.master)
            except ServerCannotStart as error:
                why = str(error)
            else:
                save(self.folder, State(running, state.starts + 1))
                return running
        save(self.folder, State(starts=state.starts, why=why))
        raise ServerCannotStart(why)


def end(folder: Path) -> bool:
    """End the server of a folder; return whether there was one."""
    if not folder.is_dir():
        return False
    with _lock(folder):
        state = load(folder)
        if state.running:
            state.running.end()
        with suppress(FileNotFoundError):
            (folder / STATE).unlink()
        return state.running is not None


def load(folder: Path) -> State:
    """The state in a folder; empty if missing or damaged."""
    try:
        record = json.loads((folder / STATE).read_text("utf-8"))
        running = Running(**record["running"]) if record["running"] else None
        return State(running, int(record["starts"]), str(record["why"]))
    except (OSError, ValueError, KeyError, TypeError):
        return State()


def save(folder: Path, state: State) -> None:
    """Write the state atomically, for the other processes."""
    draft = folder / f"{STATE}.{os.getpid()}"
    draft.write_text(json.dumps(to_builtins(state)), "utf-8")
    draft.replace(folder / STATE)


@contextmanager
def _lock(folder: Path) -> Iterator[None]:
    """Lock the folder, so that no other process manages its server."""
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "lock").open("w") as file:
        lock(file, wait=True)
        yield
