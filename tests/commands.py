"""Run commands as a shell would, without the price of a process."""

from __future__ import annotations

import io
import sys
from dataclasses import dataclass
from unittest.mock import patch

from newslint.cli import main
from newslint.cli.console import choose_colour


@dataclass(frozen=True)
class Result:
    code: int
    bytes: bytes
    err: str

    @property
    def out(self) -> str:
        return self.bytes.decode()


def newslint(*args: object, stdin: bytes = b"") -> Result:
    streams = {name: io.TextIOWrapper(io.BytesIO(), "utf-8") for name in ("stdout", "stderr")}
    choose_colour("auto")  # as a new process does
    streams["stdin"] = io.TextIOWrapper(io.BytesIO(stdin), "utf-8")
    with patch.multiple(sys, **streams):
        code = main([str(arg) for arg in args])
        sys.stderr.flush()
    out, err = (streams[name].buffer.getvalue() for name in ("stdout", "stderr"))
    return Result(code, out, err.decode())
