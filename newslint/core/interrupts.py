"""Ctrl-C, where Python hides it."""

from __future__ import annotations


def let_pass(error: BaseException) -> None:
    """Raise Ctrl-C again, of which Python before 3.12 makes a `RuntimeError` while a class is made.

    Raises:
        KeyboardInterrupt: that is what happened.

    """
    if isinstance(error, RuntimeError) and isinstance(error.__cause__, KeyboardInterrupt):
        raise KeyboardInterrupt from error
