"""Packages of the extra `corpus`, and advice when one is missing."""

from __future__ import annotations

from importlib import import_module
from types import ModuleType

from newslint.core.extras import install_advice


class MissingExtra(ImportError):
    """A package is not installed; the message says how to install it."""


def require(module: str, purpose: str, extra: str = "corpus") -> ModuleType:
    """Import a module of an optional package.

    Raises:
        MissingExtra: the package is not installed.

    """
    try:
        return import_module(module)
    except ModuleNotFoundError as error:
        package = module.partition(".")[0]
        if error.name is None or error.name.partition(".")[0] != package:
            raise
        raise MissingExtra(
            f"{purpose} needs the package {package}, which is not installed; {install_advice(extra)}"
        ) from None
