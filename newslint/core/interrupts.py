"""Signals that end a run, and Ctrl-C where Python hides it."""

from __future__ import annotations

import signal
from types import FrameType

ENDING = tuple(getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name))
"""The signals that ask a process to end."""
INTERRUPTED = 130
"""The exit code after Ctrl-C, as shells have it."""


class Terminated(BaseException):
    """A signal other than that of Ctrl-C asked the process to end."""

    def __init__(self, number: int) -> None:
        """Keep the exit code that shells give it."""
        super().__init__(number)
        self.exit_code = 128 + number


def raise_on_signals() -> None:
    """Let the signals that ask a process to end raise, so that drafts and workers are cleared away.

    Ctrl-C does so already. What is ignored, as by `nohup`, stays ignored.
    """
    for number in ENDING:
        if signal.getsignal(number) == signal.SIG_DFL:
            signal.signal(number, _raise)


def let_pass(error: BaseException) -> None:
    """Raise Ctrl-C or the end again; an error that is something else is let be.

    While a class is made, Python before 3.12 turns what is raised into a `RuntimeError`.

    Raises:
        KeyboardInterrupt: that is what happened.
        Terminated: that is what happened.

    """
    for one in (error, error.__cause__ if isinstance(error, RuntimeError) else None):
        if isinstance(one, KeyboardInterrupt | Terminated):
            raise one


def _raise(number: int, frame: FrameType | None) -> None:  # noqa: ARG001 - as handlers are called
    raise Terminated(number)
