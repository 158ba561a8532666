"""Find and fix damage of machine translation, spinning and scraping in news."""

from newslint._version import __version__

TYPE_CHECKING = False
"""As in `typing`, which takes longer to import than this module."""
if TYPE_CHECKING:
    from newslint.api import check, check_file, check_many, create_linter, fix, fix_many, grade
    from newslint.core.diagnostics import Diagnostic, Edit, Fix, Note, Protected, Safety, Severity
    from newslint.core.errors import BadRule, BrokenRule, ConfigError, ParseError, SourceError, UnknownName
    from newslint.core.grade import Grade, Judgment, Verdict
    from newslint.core.positions import Span
    from newslint.core.report import FileReport, Refusal
    from newslint.core.source import Source
    from newslint.linter.linter import Linter

_MODULES = {
    "check": "api",
    "check_many": "api",
    "check_file": "api",
    "create_linter": "api",
    "fix": "api",
    "fix_many": "api",
    "grade": "api",
    "Diagnostic": "core.diagnostics",
    "Edit": "core.diagnostics",
    "Fix": "core.diagnostics",
    "Note": "core.diagnostics",
    "Protected": "core.diagnostics",
    "Safety": "core.diagnostics",
    "Severity": "core.diagnostics",
    "BadRule": "core.errors",
    "BrokenRule": "core.errors",
    "ConfigError": "core.errors",
    "ParseError": "core.errors",
    "SourceError": "core.errors",
    "UnknownName": "core.errors",
    "Span": "core.positions",
    "FileReport": "core.report",
    "Refusal": "core.report",
    "Grade": "core.grade",
    "Judgment": "core.grade",
    "Verdict": "core.grade",
    "Source": "core.source",
    "Linter": "linter.linter",
}
"""The module of each public name."""

__all__ = [
    "BadRule",
    "BrokenRule",
    "ConfigError",
    "Diagnostic",
    "Edit",
    "FileReport",
    "Fix",
    "Grade",
    "Judgment",
    "Linter",
    "Note",
    "ParseError",
    "Protected",
    "Refusal",
    "Safety",
    "Severity",
    "Source",
    "SourceError",
    "Span",
    "UnknownName",
    "Verdict",
    "__version__",
    "check",
    "check_file",
    "check_many",
    "create_linter",
    "fix",
    "fix_many",
    "grade",
]


def __getattr__(name: str) -> object:
    """Import a public name on first use, as commands need only some."""
    if name not in _MODULES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(f"newslint.{_MODULES[name]}"), name)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
