"""The entry point of `python -m newslint` and of the script."""

from __future__ import annotations

import atexit
import gc
import os
import sys
from contextlib import suppress

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import NoReturn

GC_THRESHOLD = 50_000
"""Objects between two collections; Python's 700 cost a short run a tenth of its time."""


def run() -> NoReturn:
    """Run a command; after a short one, exit without cleaning up."""
    gc.set_threshold(GC_THRESHOLD)
    _open_streams()
    from newslint.core import interrupts

    interrupts.raise_on_signals()
    try:
        from newslint.cli import main

        code = main()
    except BaseException as error:
        interrupted = interrupts.exit_code(error)  # before or after there was a command to end
        if interrupted is None:
            raise
        code = interrupted
    if code >= 128:
        _end_workers()  # their pool may be in any state
    elif "multiprocessing" in sys.modules:  # whose workers wait for a signal
        sys.exit(code)
    with suppress(OSError):
        sys.stdout.flush()
        sys.stderr.flush()
    atexit._run_exitfuncs()
    os._exit(code)


def _open_streams() -> None:
    """Replace closed streams with the null device.

    Otherwise an opened file would get their descriptors, and output would be written into it.
    """
    for number, name in enumerate(("stdin", "stdout", "stderr")):
        try:
            os.fstat(number)
        except OSError:
            os.open(os.devnull, os.O_RDWR)
            if number:
                setattr(sys, name, open(number, "w", encoding="utf-8", closefd=False))  # noqa: SIM115


def _end_workers() -> None:
    """Kill all workers."""
    if "multiprocessing" in sys.modules:
        from multiprocessing import active_children

        for worker in active_children():
            worker.terminate()


if __name__ == "__main__":
    run()
