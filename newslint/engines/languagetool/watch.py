"""Run a command until it ends, a signal asks for its end, or the process that it is for is gone.

    python watch.py PID FOLDER COMMAND…

A script of its own, so that no JVM outlives a newslint that was killed, nor FOLDER, where that kept its
state. Exits as the command does.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

TICK = 0.3
"""Seconds between two looks."""
GRACE = 5.0
"""Seconds in which the command may end by itself before it is killed."""


def main(master: int, folder: Path, command: list[str]) -> int:
    """The exit code of the command, or minus the signal that ended it."""
    started = subprocess.Popen(command)
    signal.signal(signal.SIGTERM, lambda *_: started.terminate())
    while started.poll() is None and _alive(master):
        time.sleep(TICK)
    if started.poll() is None:
        started.terminate()
        try:
            started.wait(GRACE)
        except subprocess.TimeoutExpired:
            started.kill()
    code = started.wait()
    if not _alive(master):
        shutil.rmtree(folder, ignore_errors=True)
        with suppress(OSError):  # others of the run may have theirs beside it
            folder.parent.rmdir()
    return code


def _alive(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]), Path(sys.argv[2]), sys.argv[3:]))
