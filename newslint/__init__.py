"""Find and fix the damage that machine translation, spinning and scraping leave in English news."""

from newslint._version import __version__

TYPE_CHECKING = False
"""As in `typing`, which takes longer to import than all else here."""
if TYPE_CHECKING:
    from newslint.api import check, create_linter, fix
    from newslint.core.diagnostics import Diagnostic, Safety
    from newslint.core.errors import BadRule, ConfigError, ParseError, SourceError, UnknownName
    from newslint.core.report import FileReport
    from newslint.core.source import Source
    from newslint.linter.linter import Linter

_MODULES = {
    "check": "api",
    "create_linter": "api",
    "fix": "api",
    "Diagnostic": "core.diagnostics",
    "Safety": "core.diagnostics",
    "BadRule": "core.errors",
    "ConfigError": "core.errors",
    "ParseError": "core.errors",
    "SourceError": "core.errors",
    "UnknownName": "core.errors",
    "FileReport": "core.report",
    "Source": "core.source",
    "Linter": "linter.linter",
}
"""Where each public name lives; it is imported when it is first used."""

__all__ = [
    "BadRule",
    "ConfigError",
    "Diagnostic",
    "FileReport",
    "Linter",
    "ParseError",
    "Safety",
    "Source",
    "SourceError",
    "UnknownName",
    "__version__",
    "check",
    "create_linter",
    "fix",
]


def __getattr__(name: str) -> object:
    """Import a public name on first use; commands need only some of the library."""
    if name not in _MODULES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(f"newslint.{_MODULES[name]}"), name)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
