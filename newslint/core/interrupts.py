"""Signals that end a run: Ctrl-C, a request to terminate, a hang-up."""

from __future__ import annotations

import signal
import sys
from types import FrameType

ENDING = tuple(getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name))
"""The signals that ask a process to end."""
INTERRUPTED = 130
"""The exit code after Ctrl-C, as in shells."""


class Termination(BaseException):
    """A signal other than that of Ctrl-C asked the process to end."""

    def __init__(self, number: int) -> None:
        """Keep the number of the signal."""
        super().__init__(number)
        self.exit_code = 128 + number


_dropped: list[BaseException] = []
"""Interrupts that came while Python was clearing up, which drops what is raised."""


def raise_on_signals() -> None:
    """Turn termination signals into exceptions, so that drafts and workers are removed.

    Ctrl-C is an exception already. Signals that are ignored, as after `nohup`, stay ignored.
    """
    sys.unraisablehook = keep_dropped
    for number in ENDING:
        if signal.getsignal(number) == signal.SIG_DFL:
            signal.signal(number, _raise)


def keep_dropped(unraisable: sys.UnraisableHookArgs) -> None:
    """Keep an interrupt that Python drops for `raise_dropped`; print other errors."""
    if isinstance(unraisable.exc_value, KeyboardInterrupt | Termination):
        _dropped.append(unraisable.exc_value)
    else:
        sys.__unraisablehook__(unraisable)


def raise_dropped() -> None:
    """Raise an interrupt that Python has dropped; called after each file."""
    if _dropped:
        raise _dropped.pop()


def let_pass(error: BaseException) -> None:
    """Raise an interrupt again that was caught with other errors.

    While a class is created, Python before 3.12 turns exceptions into a `RuntimeError`. Other errors are
    ignored.

    Raises:
        KeyboardInterrupt: that is what happened.
        Termination: that is what happened.

    """
    for one in (error, error.__cause__ if isinstance(error, RuntimeError) else None):
        if isinstance(one, KeyboardInterrupt | Termination):
            raise one


def exit_code(error: BaseException) -> int | None:
    """The exit code after an interrupt; None after another error."""
    try:
        let_pass(error)
    except KeyboardInterrupt:
        return INTERRUPTED
    except Termination as ended:
        return ended.exit_code
    return None


def _raise(number: int, frame: FrameType | None) -> None:  # noqa: ARG001 - as handlers are called
    raise Termination(number)
