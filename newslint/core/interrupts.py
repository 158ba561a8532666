"""Ctrl-C, where Python hides it."""

from __future__ import annotations


def let_pass(error: BaseException) -> None:
    """Raise Ctrl-C again; an error that is something else passes.

    While a class is made, Python before 3.12 turns it into a `RuntimeError`.

    Raises:
        KeyboardInterrupt: that is what happened.

    """
    if isinstance(error, KeyboardInterrupt):
        raise error
    if isinstance(error, RuntimeError) and isinstance(error.__cause__, KeyboardInterrupt):
        raise KeyboardInterrupt from error
