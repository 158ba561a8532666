"""A LanguageTool server that newslint starts, watches and ends."""

from __future__ import annotations

import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.request import urlopen

TAIL = 600
"""Code points of the server's log that an error repeats."""
GRACE = 5.0
"""Seconds in which the server may end by itself before it is killed."""


class CannotStart(Exception):
    """The server did not come up; the text says why, with the end of its log."""


@contextmanager
def serving(home: Path, *, xmx: str = "1g", patience: float = 90.0) -> Iterator[str]:
    """The address of a server of the jars in `home`/libs, which ends when the block does.

    It listens on a free port of loopback only. `xmx` is the memory it may take, as Java writes it;
    `patience` are the seconds in which it must answer.

    Raises:
        CannotStart: Java is missing, or the server ended or gave no answer in time.

    """
    java = shutil.which("java")
    if java is None:
        raise CannotStart("Java is missing (no `java` on PATH); install Java 17 or later")
    with (
        TemporaryDirectory(prefix="newslint-languagetool-") as folder,
        (Path(folder) / "log").open("wb") as log,
    ):
        port = _free_port()
        main = ["org.languagetool.server.HTTPServer", "--port", str(port)]
        process = subprocess.Popen(
            [java, f"-Xmx{xmx}", "-cp", str(home / "libs" / "*"), *main],
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
        try:
            address = f"http://127.0.0.1:{port}"
            _await(process, address, Path(log.name), time.monotonic() + patience)
            yield address
        finally:
            _end(process)


def _await(process: subprocess.Popen[bytes], address: str, log: Path, end: float) -> None:
    while not _answers(address):
        if process.poll() is not None:
            raise CannotStart(f"LanguageTool ended with {process.returncode}: {_tail(log)}")
        if time.monotonic() > end:
            raise CannotStart(f"LanguageTool gave no answer in time: {_tail(log)}")
        time.sleep(0.1)


def _answers(address: str) -> bool:
    try:
        with urlopen(f"{address}/v2/healthcheck", timeout=2) as answer:  # noqa: S310 - loopback, over HTTP
            return bool(answer.status == 200)
    except OSError:
        return False


def _end(process: subprocess.Popen[bytes]) -> None:
    process.terminate()
    try:
        process.wait(GRACE)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def _tail(log: Path) -> str:
    return log.read_text("utf-8", "replace").strip()[-TAIL:]


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])
