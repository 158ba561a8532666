"""Time limits for rules.

On Unix, in the main thread, an alarm interrupts Python code and the expressions of `re` and `regex`, which
check for signals. In other threads, and on Windows, a timer raises the exception in the thread, which
interrupts Python code only: an expression stops by its own `timeout`, or when it is done. As threads wait for
each other, only a thread's own time counts there where the system tells it, up to `PATIENCE` times the limit.
"""

from __future__ import annotations

import signal
import threading
import time
from contextlib import suppress
from time import monotonic, sleep
from types import FrameType, TracebackType

BLOCK_SECONDS = 5.0
"""Maximum time for a rule in a block."""
SECONDS_A_CHARACTER = 2e-5
"""Additional time per character for a rule that reads the whole article."""
PATIENCE = 20
"""How many times the limit a thread may take if it waits for others."""
AGAIN = 1.0
"""Seconds after which the exception is raised again: a rule may swallow it, and Python does in callbacks."""
STEPS = 1_000
"""More than a thread takes until it sees an exception."""


class TimeLimitExceeded(BaseException):
    """A time limit was exceeded; rules that catch `Exception` let it pass."""


class TimeLimit:
    """A context that raises `TimeLimitExceeded` after some seconds."""

    def __init__(self, seconds: float) -> None:
        """Set the limit."""
        has_alarm = hasattr(signal, "setitimer") and threading.get_ident() == threading.main_thread().ident
        self._limit: _Alarm | _ThreadTimer = (_Alarm if has_alarm else _ThreadTimer)(seconds)

    def __enter__(self) -> None:
        """Start the timer."""
        self._limit.start()

    def __exit__(self, kind: type[BaseException] | None, error: object, trace: TracebackType | None) -> None:
        """Stop the timer."""
        self._limit.stop(kind)


class _Alarm:
    """A limit by a signal, which only the main thread receives."""

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        self._running = False

    def start(self) -> None:
        self._begun = monotonic()
        self._handler = signal.signal(signal.SIGALRM, self._interrupt)
        self._running = True
        self._timer = signal.setitimer(signal.ITIMER_REAL, self._seconds)

    def stop(self, _kind: type[BaseException] | None) -> None:
        """Restore the earlier alarm."""
        self._running = False
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, self._handler)
        if self._timer[0]:
            taken = monotonic() - self._begun
            signal.setitimer(signal.ITIMER_REAL, max(self._timer[0] - taken, 1e-3), self._timer[1])

    def _interrupt(self, number: int, frame: FrameType | None) -> None:  # noqa: ARG002 - as handlers are called
        if self._running:
            raise TimeLimitExceeded


class _ThreadTimer:
    """A limit by another thread, which raises the exception in this one."""

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        self._thread = threading.get_ident()
        self._lock = threading.Lock()
        self._running = False
        self._sent: type[TimeLimitExceeded] | None = None
        """The exception that was sent to the thread, a class of its own to recognise it by."""

    def start(self) -> None:
        self._begun, self._begun_own = monotonic(), _own_time(self._thread)
        self._running = True
        self._set(self._seconds)

    def stop(self, kind: type[BaseException] | None) -> None:
        """Stop the timer; raise if the exception is still on its way."""
        with self._lock:
            self._running = False
        self._timer.cancel()
        if self._sent and kind is not self._sent:
            self._receive(self._sent)
        if kind is None and (self._sent or self._seconds_left() <= 0):
            raise TimeLimitExceeded

    def _set(self, seconds: float) -> None:
        self._timer = threading.Timer(seconds, self._interrupt)
        self._timer.daemon = True
        self._timer.start()

    def _seconds_left(self) -> float:
        if monotonic() - self._begun > PATIENCE * self._seconds:
            return 0.0
        return self._seconds - (_own_time(self._thread) - self._begun_own)

    def _interrupt(self) -> None:
        with self._lock:
            left = self._seconds_left() if self._running else 0.0
            if left > 0:
                self._set(left)
            elif self._running:
                sent = self._sent or type("TimeLimitExceeded", (TimeLimitExceeded,), {})
                if _raise_in(self._thread, sent):
                    self._sent = sent
                    self._set(AGAIN)

    def _receive(self, sent: type[TimeLimitExceeded]) -> None:
        """Wait for the exception, unless it was swallowed.

        To take it back instead would leave CPython 3.11 looking for it before each step.
        """
        with suppress(sent):
            for _ in range(STEPS):
                sleep(0)


def _own_time(thread: int) -> float:
    """The CPU seconds of a thread, or the clock if unknown."""
    if not hasattr(time, "pthread_getcpuclockid"):
        return monotonic()
    return time.clock_gettime(time.pthread_getcpuclockid(thread))


def _raise_in(thread: int, kind: type[BaseException]) -> bool:
    """Raise an exception in a thread; return whether that is possible."""
    try:
        import ctypes

        raise_in = ctypes.pythonapi.PyThreadState_SetAsyncExc
    except (ImportError, AttributeError):  # not CPython
        return False
    return bool(raise_in(ctypes.c_ulong(thread), ctypes.py_object(kind)))
