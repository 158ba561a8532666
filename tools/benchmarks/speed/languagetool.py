"""LanguageTool's server, whose process shows the cost of posted texts."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import time
from collections.abc import Iterable, Sequence
from pathlib import Path
from types import TracebackType
from urllib.error import URLError
from urllib.parse import urlencode
from urllib.request import urlopen

from speed.meter import Cost, ToolFailed

PATIENCE = 60.0
"""Seconds to wait for the server."""
TICK = os.sysconf("SC_CLK_TCK")


class Server:
    """A running server; `cold` is its cost until the first answer."""

    def __init__(self, command: Sequence[str], greeting: str) -> None:
        self._port = _free_port()
        self._command = [*command, "--port", str(self._port)]
        self._greeting = greeting
        self.cold = Cost(0, 0)

    def __enter__(self) -> Server:
        self._process = subprocess.Popen(
            self._command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, text=True
        )
        started = time.perf_counter()
        try:
            self._await(started + PATIENCE)
            found = self._matches(self._greeting)
        except BaseException:
            self.__exit__(None, None, None)
            raise
        wall = time.perf_counter() - started
        self.cold = Cost(self._cpu(), wall, self._peak(), found)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._process.kill()
        self._process.wait()

    def check(self, texts: Iterable[str]) -> Cost:
        """Post texts one by one, and return the cost."""
        cpu, started = self._cpu(), time.perf_counter()
        found = sum(map(self._matches, texts))
        return Cost(self._cpu() - cpu, time.perf_counter() - started, self._peak(), found)

    def _await(self, end: float) -> None:
        while not self._answers():
            if self._process.poll() is not None:
                raise ToolFailed(f"the server ended with {self._process.returncode}")
            if time.perf_counter() > end:
                raise ToolFailed(f"the server did not answer within {PATIENCE:.0f} s")
            time.sleep(0.05)

    def _answers(self) -> bool:
        try:
            with urlopen(self._address("healthcheck"), timeout=PATIENCE) as answer:  # noqa: S310
                return bool(answer.status == 200)
        except (URLError, ConnectionError):
            return False

    def _matches(self, text: str) -> int:
        data = urlencode({"language": "en-US", "text": text}).encode()
        with urlopen(self._address("check"), data, timeout=PATIENCE) as answer:  # noqa: S310
            return len(json.load(answer)["matches"])

    def _address(self, what: str) -> str:
        return f"http://localhost:{self._port}/v2/{what}"

    def _cpu(self) -> float:
        fields = Path(f"/proc/{self._process.pid}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / TICK

    def _peak(self) -> float:
        lines = Path(f"/proc/{self._process.pid}/status").read_text().splitlines()
        return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM")) * 1024 / 1e6


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("localhost", 0))
        return int(free.getsockname()[1])
