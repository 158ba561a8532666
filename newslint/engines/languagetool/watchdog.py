"""Runs a command until it, its owner, or a signal ends it.

    python watchdog.py PID FOLDER COMMAND…

A separate script, so that neither a JVM nor FOLDER, with the state of newslint, outlives a newslint that was
killed. Exits with the status of the command.
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
"""Seconds between two checks."""
GRACE = 5.0
"""Seconds that the command has to end before it is killed."""


def main(master: int, folder: Path, command: list[str]) -> int:
    """Return the command's exit code, or minus the signal that ended it."""
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
        with suppress(OSError):  # other processes of the run may have state beside it
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
