"""`python -m newslint`, and what the `newslint` script calls."""

from __future__ import annotations

import _thread
import atexit
import gc
import os
import sys
from contextlib import suppress

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import NoReturn

SOON = 0.01
"""Seconds."""
SELDOM = 50_000
"""Objects between two collections; Python's 700 cost a short run a tenth of its time."""


def run() -> NoReturn:
    """Run a command, and after a short one leave without taking the interpreter apart."""
    gc.set_threshold(SELDOM)
    _open_streams()
    sys.unraisablehook = _again
    from newslint.core.interrupts import INTERRUPTED, Terminated, raise_on_signals

    raise_on_signals()
    try:
        code = _command()
    except KeyboardInterrupt:  # before or after there was a command to end
        code = INTERRUPTED
    except Terminated as error:
        code = error.exit_code
    if code >= 128:
        _end_workers()  # their pool may be in the midst of anything
    elif "multiprocessing" in sys.modules:  # whose workers wait to be told
        sys.exit(code)
    with suppress(OSError):
        sys.stdout.flush()
        sys.stderr.flush()
    atexit._run_exitfuncs()
    os._exit(code)


def _open_streams() -> None:
    """Put the null device in the place of streams that are closed.

    A file that is opened would take their numbers, and what is printed would be written into it.
    """
    for number, name in enumerate(("stdin", "stdout", "stderr")):
        try:
            os.fstat(number)
        except OSError:
            os.open(os.devnull, os.O_RDWR)
            if number:
                setattr(sys, name, open(number, "w", encoding="utf-8", closefd=False))  # noqa: SIM115


def _command() -> int:
    from newslint.core.interrupts import let_pass

    try:
        from newslint.cli import main
    except RuntimeError as error:
        let_pass(error)
        raise
    return main()


def _end_workers() -> None:
    """Leave no process behind."""
    if "multiprocessing" in sys.modules:
        from multiprocessing import active_children

        for worker in active_children():
            worker.terminate()


def _again(lost: sys.UnraisableHookArgs) -> None:
    """Where a signal came while Python was clearing up, which drops what is raised, let it come again.

    At once would be here, where it is dropped as well.
    """
    from newslint.core.interrupts import Terminated

    if issubclass(lost.exc_type, KeyboardInterrupt | Terminated):
        from threading import Timer

        numbers = lost.exc_value.args if isinstance(lost.exc_value, Terminated) else ()
        later = Timer(SOON, _thread.interrupt_main, numbers)
        later.daemon = True
        later.start()
    else:
        sys.__unraisablehook__(lost)


if __name__ == "__main__":
    run()
