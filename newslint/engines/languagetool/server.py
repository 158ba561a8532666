"""A LanguageTool server that newslint starts, watches and ends."""

from __future__ import annotations

import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.error import HTTPError
from urllib.request import ProxyHandler, build_opener

from newslint.engines.languagetool import watch
from newslint.engines.languagetool.home import classpath
from newslint.engines.languagetool.trouble import ServerCannotStart

MAIN = "org.languagetool.server.HTTPServer"
TAIL = 600
"""Code points of the server's log that an error repeats."""
STEP = re.compile(r"\s+at |\s+\.\.\. \d+ more")
"""How a line begins that tells a step on the way to an exception of Java's."""
GRACE = 5.0
"""Seconds in which the server may end by itself before it is killed."""
PORTS = 3
"""Ports to try; another program may take one in the moment before the server does."""
SETTINGS = "pipelineCaching=true\nmaxPipelinePoolSize=16\npipelineExpireTimeInSeconds=3600\n"
"""Rules are built once for the server and not for each text. `pipelinePrewarming` would ask for
languages that are not there, and the server would end."""


@dataclass(frozen=True)
class Launch:
    """How to start a server: where it lies, the memory it may take as Java writes it, how long to wait."""

    home: Path
    xmx: str = "1g"
    patience: float = 90.0


@dataclass(frozen=True)
class Running:
    """A server that was started: where it answers, the process group that it is, and its log."""

    url: str
    group: int
    log: str

    def healthy(self) -> bool:
        """Whether it answers."""
        return answers(self.url)

    def end(self) -> None:
        """End it, at the latest after `GRACE` seconds; one that is gone is no error."""
        if not _signalled(self.group, signal.SIGTERM):
            return
        _signalled(self.group, signal.SIGCONT)
        end = time.monotonic() + GRACE
        while time.monotonic() < end:
            if not _there(self.group):
                return
            time.sleep(0.05)
        _signalled(self.group, signal.SIGKILL)
        _there(self.group)

    def tail(self) -> str:
        """The end of what it logged, without the steps that led to an exception."""
        return "\n".join(line for line in self._lines() if not STEP.match(line))[-TAIL:]

    def collided(self) -> bool:
        """Whether it ended because another program has its port."""
        return any("Address already in use" in line for line in self._lines())

    def _lines(self) -> list[str]:
        with suppress(OSError):
            return Path(self.log).read_text("utf-8", "replace").strip().splitlines()
        return []


def start(launch: Launch, folder: Path, master: int | None = None) -> Running:
    """Start a server on a free port of loopback and wait until it answers; its log lies in `folder`.

    It ends with the process `master`, whatever becomes of that; without one, when it is told to.

    Raises:
        ServerCannotStart: Java or the jars are missing, or the server ended or gave no answer in time.

    """
    java = shutil.which("java")
    if java is None:
        raise ServerCannotStart(
            "Java is missing (no `java` on PATH); install Java 17, on Debian "
            "`apt install openjdk-17-jre-headless`"
        )
    where = classpath(launch.home.absolute())
    if not where:
        raise ServerCannotStart(
            f"LanguageTool is not installed in {launch.home}; run `newslint languagetool install`"
        )
    folder = folder.absolute()
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "server.properties").write_text(SETTINGS, "utf-8")
    command = [java, f"-Xmx{launch.xmx}", "-XX:+ExitOnOutOfMemoryError", "-cp", where, MAIN]
    command += ["--config", str(folder / "server.properties")]
    if master is not None:
        command = [sys.executable, "-S", watch.__file__, str(master), str(folder), *command]
    for _ in range(PORTS):
        running, why = _tried(command, folder / "server.log", launch.patience)
        if not why:
            return running
        if not running.collided():
            break
    raise ServerCannotStart(why)


@contextmanager
def serving(home: Path, *, xmx: str = "1g", patience: float = 90.0) -> Iterator[str]:
    """The address of a server of its own, which ends when the block does.

    Raises:
        ServerCannotStart: as `start` does.

    """
    with TemporaryDirectory(prefix="newslint-languagetool-") as folder:
        running = start(Launch(home, xmx, patience), Path(folder), os.getpid())
        try:
            yield running.url
        finally:
            running.end()


def answers(url: str, patience: float = 2.0) -> bool:
    """Whether a LanguageTool server answers at an address; one that is too busy to is there."""
    direct = build_opener(ProxyHandler({}))
    try:
        with direct.open(f"{url}/v2/healthcheck", timeout=patience) as answer:
            return bool(answer.status == 200)
    except HTTPError as error:
        return error.code == 503
    except (OSError, ValueError):
        return False


def _tried(command: list[str], log: Path, patience: float) -> tuple[Running, str]:
    """The server on a port that was free a moment ago, and why it is none."""
    port = _free_port()
    with log.open("wb") as out:
        process = subprocess.Popen(
            [*command, "--port", str(port)],
            stdin=subprocess.DEVNULL,
            stdout=out,
            stderr=subprocess.STDOUT,
            start_new_session=True,
            cwd=log.parent,  # Java reads and writes files where it is started, which may be the checked tree
        )
    running = Running(f"http://127.0.0.1:{port}", process.pid, str(log))
    end = time.monotonic() + patience
    try:
        while process.poll() is None:
            if running.healthy():
                return running, ""
            if time.monotonic() > end:
                running.end()
                return running, f"LanguageTool gave no answer within {patience:g} s: {running.tail()}"
            time.sleep(0.1)
    except BaseException:
        running.end()
        raise
    return running, f"LanguageTool ended with {process.returncode}: {running.tail()}"


def _signalled(group: int, what: signal.Signals) -> bool:
    """Whether the group was there to be sent a signal."""
    try:
        os.killpg(group, what)
    except (ProcessLookupError, PermissionError):
        return False
    return True


def _there(group: int) -> bool:
    """Whether any process of the group is left; one of ours that has ended is buried."""
    with suppress(ChildProcessError):
        os.waitpid(group, os.WNOHANG)
    with suppress(OSError):  # ended, and the process of newslint that started it has not heard of it yet
        if Path(f"/proc/{group}/stat").read_text().rpartition(")")[2].split()[0] == "Z":
            return False
    try:
        os.killpg(group, 0)
    except (ProcessLookupError, PermissionError):
        return False
    return True


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])
