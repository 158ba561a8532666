"""One server for all processes of a run: the first that needs it starts it, and who finds it dead, anew."""

from __future__ import annotations

import fcntl
import json
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass
from pathlib import Path

from newslint.engines.languagetool.server import Launch, Running, start
from newslint.engines.languagetool.trouble import ServerCannotStart

MOST = 4
"""Times that a run starts a server; what kills it so often would kill it again."""
STATE = "server.json"


@dataclass(frozen=True)
class State:
    """What the processes of a run tell one another: the server, how often one was started, why none is."""

    running: Running | None = None
    starts: int = 0
    why: str = ""


@dataclass(frozen=True)
class SharedServer:
    """Keeps a server in a folder that processes share; it ends with the process `master` at the latest."""

    folder: Path
    launch: Launch
    master: int | None

    def url(self, dead: str = "") -> str:
        """The address of the server, which is started if none is there or the one at `dead` is at fault.

        Raises:
            ServerCannotStart: it cannot be started, or was too often.

        """
        with _alone(self.folder):
            state = load(self.folder)
            if state.running and state.running.url != dead:
                return state.running.url
            if state.running:
                state.running.end()
            if state.why:
                raise ServerCannotStart(state.why)
            return self._started(state).url

    def give_up_on(self, url: str) -> None:
        """End the server at an address if it is ours, so that the next text has a sound one."""
        with _alone(self.folder):
            state = load(self.folder)
            if state.running and state.running.url == url:
                state.running.end()
                save(self.folder, State(None, state.starts, state.why))

    def _started(self, state: State) -> Running:
        if state.starts >= MOST:
            why = f"LanguageTool failed {MOST} times in this run and is not started again"
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
    """End the server that is kept in a folder, and forget it; whether there was one."""
    if not folder.is_dir():
        return False
    with _alone(folder):
        state = load(folder)
        if state.running:
            state.running.end()
        with suppress(FileNotFoundError):
            (folder / STATE).unlink()
        return state.running is not None


def load(folder: Path) -> State:
    """What is known of the server in a folder; nothing where the file is missing or damaged."""
    try:
        told = json.loads((folder / STATE).read_text("utf-8"))
        running = Running(**told["running"]) if told["running"] else None
        return State(running, int(told["starts"]), str(told["why"]))
    except (OSError, ValueError, KeyError, TypeError):
        return State()


def save(folder: Path, state: State) -> None:
    """Tell the other processes, whole or not at all."""
    draft = folder / f"{STATE}.{os.getpid()}"
    draft.write_text(json.dumps(asdict(state)), "utf-8")
    draft.replace(folder / STATE)


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """Hold the folder, so that no other process starts or ends its server meanwhile."""
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield
