"""Locks between processes."""

from __future__ import annotations

from typing import IO, Any


def lock(file: IO[Any], *, wait: bool) -> None:
    """Lock an open file until it is closed; does nothing on Windows.

    Raises:
        OSError: another process has locked it, and `wait` is false.

    """
    try:
        import fcntl
    except ImportError:
        return
    fcntl.flock(file, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
