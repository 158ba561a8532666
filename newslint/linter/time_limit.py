"""Time that something may take before it is stopped.

On Unix, in the main thread, an alarm raises in the middle of Python code and of the expressions of `re` and
`regex`, which look for signals. Elsewhere nothing can be stopped from outside: what took too long is told of
when it is done, and only expressions that are given a `timeout` stop by themselves.
"""

from __future__ import annotations

import signal
import threading
from time import monotonic
from types import FrameType, TracebackType

BLOCK_SECONDS = 5.0
"""The longest that one rule may look at one block."""
SECONDS_A_CHARACTER = 2e-5
"""What a rule that sees the whole article has besides, for each character of it."""


class TimeLimitExceeded(BaseException):
    """Something took longer than it may; a rule that catches all that goes wrong in it lets this pass."""


class TimeLimit:
    """A context that raises `TimeLimitExceeded` in what takes more than some seconds of wall time."""

    def __init__(self, seconds: float) -> None:
        """Allow so many seconds."""
        self._seconds = seconds
        self._running = False
        self._alarm = hasattr(signal, "setitimer") and threading.get_ident() == threading.main_thread().ident

    def __enter__(self) -> None:
        """Begin to count."""
        self._begun = monotonic()
        if self._alarm:
            self._handler = signal.signal(signal.SIGALRM, self._stop)
            self._running = True
            self._timer = signal.setitimer(signal.ITIMER_REAL, self._seconds)

    def __exit__(self, kind: type[BaseException] | None, error: object, trace: TracebackType | None) -> None:
        """Put back the alarm that was set before; without alarms, tell of what took too long."""
        self._running = False
        taken = monotonic() - self._begun
        if self._alarm:
            signal.setitimer(signal.ITIMER_REAL, 0)
            signal.signal(signal.SIGALRM, self._handler)
            if self._timer[0]:
                signal.setitimer(signal.ITIMER_REAL, max(self._timer[0] - taken, 1e-3), self._timer[1])
        elif kind is None and taken > self._seconds:
            raise TimeLimitExceeded

    def _stop(self, number: int, frame: FrameType | None) -> None:  # noqa: ARG002 - as signals are told of
        if self._running:
            raise TimeLimitExceeded
