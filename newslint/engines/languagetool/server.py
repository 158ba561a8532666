"""Starts, monitors and ends a LanguageTool server."""

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
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.error import HTTPError
from urllib.request import ProxyHandler, build_opener

from msgspec import Struct

from newslint.engines.languagetool import watchdog
from newslint.engines.languagetool.errors import ServerCannotStart
from newslint.engines.languagetool.installation import classpath

MAIN = "org.languagetool.server.HTTPServer"
TAIL = 600
"""Code points of the server's log that an error message quotes."""
STEP = re.compile(r"\s+at |\s+\.\.\. \d+ more")
"""The beginning of a line in a Java stack trace."""
GRACE = 5.0
"""Seconds that the server has to end before it is killed."""
PORTS = 3
"""Ports to try; another program may take one before the server does."""
SETTINGS = "pipelineCaching=true\nmaxPipelinePoolSize=16\npipelineExpireTimeInSeconds=3600\n"
"""Rules are built once, not for each text. `pipelinePrewarming` would require languages that are not
installed, and end the server."""


class Launch(Struct, frozen=True):
    """How to start a server: directory, memory limit, and seconds to wait."""

    home: Path
    xmx: str = "1g"
    patience: float = 90.0


class Running(Struct, frozen=True):
    """A started server: its URL, process group and log."""

    url: str
    group: int
    log: str

    def is_healthy(self) -> bool:
        """Whether it answers."""
        return is_answering(self.url)

    def end(self) -> None:
        """End it within `GRACE` seconds; it may have ended before."""
        if not _send_signal(self.group, signal.SIGTERM):
            return
        _send_signal(self.group, signal.SIGCONT)
        end = time.monotonic() + GRACE
        while time.monotonic() < end:
            if not _exists(self.group):
                return
            time.sleep(0.05)
        _send_signal(self.group, signal.SIGKILL)
        _exists(self.group)

    def tail(self) -> str:
        """The end of its log, without stack traces."""
        return "\n".join(line for line in self._lines() if not STEP.match(line))[-TAIL:]

    def port_was_taken(self) -> bool:
        """Whether its port was taken by another program."""
        return any("Address already in use" in line for line in self._lines())

    def _lines(self) -> list[str]:
        with suppress(OSError):
            return Path(self.log).read_text("utf-8", "replace").strip().splitlines()
        return []


def start(launch: Launch, folder: Path, master: int | None = None) -> Running:
    """Start a server on a free loopback port, and await its answer.

    Its log is in `folder`. It ends with the process `master`, however that ends; without one, on request.

    Raises:
        ServerCannotStart: Java or the jars are missing, or the server ended or did not answer in time.

    """
    if not hasattr(os, "killpg"):
        raise ServerCannotStart(
            "newslint cannot start LanguageTool on Windows; start its server yourself, and name its address "
            "in NEWSLINT_LT_URL"
        )
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
        command = [sys.executable, "-S", watchdog.__file__, str(master), str(folder), *command]
    for _ in range(PORTS):
        running, why = _try_port(command, folder / "server.log", launch.patience)
        if not why:
            return running
        if not running.port_was_taken():
            break
    raise ServerCannotStart(why)


@contextmanager
def serve(home: Path, *, xmx: str = "1g", patience: float = 90.0) -> Iterator[str]:
    """Run a server for the duration of a `with` block.

    Raises:
        ServerCannotStart: see `start`.

    """
    with TemporaryDirectory(prefix="newslint-languagetool-") as folder:
        running = start(Launch(home, xmx, patience), Path(folder), os.getpid())
        try:
            yield running.url
        finally:
            running.end()


def is_answering(url: str, patience: float = 2.0) -> bool:
    """Whether a LanguageTool server answers at a URL, even if busy."""
    direct = build_opener(ProxyHandler({}))
    try:
        with direct.open(f"{url}/v2/healthcheck", timeout=patience) as answer:
            return bool(answer.status == 200)
    except HTTPError as error:
        return error.code == 503
    except (OSError, ValueError):
        return False


def _try_port(command: list[str], log: Path, patience: float) -> tuple[Running, str]:
    """Start a server on a free port; return it, or the failure."""
    port = _free_port()
    with log.open("wb") as out:
        process = subprocess.Popen(
            [*command, "--port", str(port)],
            stdin=subprocess.DEVNULL,
            stdout=out,
            stderr=subprocess.STDOUT,
            start_new_session=True,
            cwd=log.parent,  # Java uses files in its working directory, which might be the checked tree
        )
    running = Running(f"http://127.0.0.1:{port}", process.pid, str(log))
    end = time.monotonic() + patience
    try:
        while process.poll() is None:
            if running.is_healthy():
                return running, ""
            if time.monotonic() > end:
                running.end()
                return running, f"LanguageTool gave no answer within {patience:g} s: {running.tail()}"
            time.sleep(0.1)
    except BaseException:
        running.end()
        raise
    return running, f"LanguageTool ended with {process.returncode}: {running.tail()}"


def _send_signal(group: int, what: signal.Signals) -> bool:
    """Send a signal to a process group; return whether it exists."""
    try:
        os.killpg(group, what)
    except (ProcessLookupError, PermissionError):
        return False
    return True


def _exists(group: int) -> bool:
    """Whether a process group exists; reaps our own child."""
    with suppress(ChildProcessError):
        os.waitpid(group, os.WNOHANG)
    with suppress(OSError):  # a zombie that another process of newslint has not reaped yet
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
