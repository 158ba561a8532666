"""New versions of files under names of their own, which tell who left them behind."""

from __future__ import annotations

import os
import re
import sys
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

NAME = re.compile(r"(?s)\..*\.newslint-(\d+)-\w{8}(?:\.old)?")
"""The name of a draft: that of its file, and the process that writes it."""
SHOWN = 100
"""Bytes of the name of its file; a system may allow 143 for the whole."""


def create(target: Path) -> tuple[Path, BinaryIO]:
    """A new draft beside a file, open to be written."""
    import tempfile

    shown = os.fsencode(target.name)[:SHOWN].decode("utf-8", "ignore")
    handle, path = tempfile.mkstemp(dir=target.parent, prefix=f".{shown}.newslint-{os.getpid()}-")
    return Path(path), os.fdopen(handle, "wb")


def link(target: Path, draft: Path) -> Path | None:
    """A second name for the file of a draft; None where the file system has no such thing."""
    second = Path(f"{draft}.old")
    try:
        os.link(target, second)
    except OSError:
        return None
    return second


def remove_abandoned(directory: str) -> None:
    """Remove the drafts of processes that are gone from a directory."""
    with suppress(OSError):
        for entry in list(os.scandir(directory)):
            found = NAME.fullmatch(entry.name)
            if found and entry.is_file(follow_symlinks=False) and not _is_running(int(found[1])):
                with suppress(OSError):
                    os.unlink(entry.path)  # noqa: PTH108 - beside what scandir gives


def _is_running(process: int) -> bool:
    if sys.platform == "win32":  # where a signal of 0 is not a question
        return True
    try:
        os.kill(process, 0)
    except (ProcessLookupError, OverflowError):
        return False
    except OSError:  # it is somebody else's
        return True
    return True
