"""Checks, fixes and grades articles in bulk."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from newslint.corpus.checker import Checker
    from newslint.corpus.schemas import FINDINGS, GRADES

_MODULES = {"Checker": "checker", "FINDINGS": "schemas", "GRADES": "schemas"}
"""The module of each public name."""

__all__ = ["FINDINGS", "GRADES", "Checker"]


def __getattr__(name: str) -> object:
    """Import a public name on first use, as it needs Arrow."""
    if name not in _MODULES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(f"{__name__}.{_MODULES[name]}"), name)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
