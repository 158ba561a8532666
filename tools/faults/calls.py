"""Calls newslint as a shell would, in this process or another."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import chdir, contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from unittest.mock import patch

from tools.generated import ROOT


@dataclass(frozen=True)
class Result:
    """The exit code of a command and what it printed."""

    code: int
    out: str
    err: str

    @property
    def has_traceback(self) -> bool:
        """Whether a traceback was printed."""
        return "Traceback" in self.err + self.out

    def __str__(self) -> str:
        return f"exit {self.code}: {(self.err or self.out)[-300:]!r}"


@contextmanager
def folder() -> Iterator[Path]:
    """An empty current directory."""
    with TemporaryDirectory(prefix="newslint-faults-") as path, chdir(path):
        yield Path(path)


def run_here(*args: str) -> Result:
    """Call newslint in this process, which takes a tenth of the time."""
    from newslint.cli import main

    streams = {name: io.TextIOWrapper(io.BytesIO(), "utf-8") for name in ("stdin", "stdout", "stderr")}
    with patch.multiple(sys, **streams):
        code = main(args)
        sys.stderr.flush()
    out, err = (streams[name].buffer.getvalue().decode() for name in ("stdout", "stderr"))  # type: ignore[attr-defined]
    return Result(code, out, err)


def begin(*args: str, **options: object) -> subprocess.Popen[bytes]:
    """Start newslint in a process of its own, whose output is dropped."""
    return subprocess.Popen(  # type: ignore[call-overload,no-any-return]
        [sys.executable, "-m", "newslint", *args],
        env=environment(),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        **options,
    )


def run_separately(*args: str, more: Mapping[str, str] | None = None) -> Result:
    """Call newslint in a process of its own."""
    done = subprocess.run(
        [sys.executable, "-m", "newslint", *args],
        env=environment() | dict(more or {}),
        capture_output=True,
        check=False,
    )
    return Result(done.returncode, done.stdout.decode(), done.stderr.decode())


def environment() -> dict[str, str]:
    """The environment of a process that runs this checkout."""
    return os.environ | {"PYTHONPATH": str(ROOT), "NO_COLOR": "1"}
