"""Drafts of files, under names that identify the process that left them."""

from __future__ import annotations

import os
import re
import sys
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

NAME = re.compile(r"(?s)\..*\.newslint-(\d+)-\w{8}(?:\.old)?")
"""The name of a draft: its file's name and the writing process."""
SHOWN = 100
"""Bytes of the file's name in it; some systems allow only 143 in all."""


def create(target: Path) -> tuple[Path, BinaryIO]:
    """Create a draft beside a file, open for writing."""
    import tempfile

    shown = os.fsencode(target.name)[:SHOWN].decode("utf-8", "ignore")
    handle, path = tempfile.mkstemp(dir=target.parent, prefix=f".{shown}.newslint-{os.getpid()}-")
    return Path(path), os.fdopen(handle, "wb")


def link(target: Path, draft: Path) -> Path | None:
    """A second name for the file of a draft; None if unsupported."""
    second = Path(f"{draft}.old")
    try:
        os.link(target, second)
    except OSError:
        return None
    return second


def remove_abandoned(directory: str) -> None:
    """Remove drafts of processes that have ended from a directory."""
    with suppress(OSError):
        for entry in list(os.scandir(directory)):
            found = NAME.fullmatch(entry.name)
            if found and entry.is_file(follow_symlinks=False) and not _is_running(int(found[1])):
                with suppress(OSError):
                    os.unlink(entry.path)  # noqa: PTH108 - beside what scandir gives


def _is_running(process: int) -> bool:
    if sys.platform == "win32":  # where signal 0 is no test
        return True
    try:
        os.kill(process, 0)
    except (ProcessLookupError, OverflowError):
        return False
    except OSError:  # it is another user's
        return True
    return True
