"""How a person installs the optional packages of newslint."""

from __future__ import annotations


def install_advice(extra: str) -> str:
    """The command that installs an extra; there is no release to install it from yet."""
    return f"in your clone of newslint, run pip install '.[{extra}]'"
