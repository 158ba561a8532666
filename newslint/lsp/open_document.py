"""A document that is open in an editor, and its findings."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path

from msgspec.structs import replace
from pygls.uris import to_fs_path

from newslint.config.resolver import ConfigResolver
from newslint.core.diagnostics import Diagnostic, Safety
from newslint.core.errors import ParseError
from newslint.core.report import FileReport
from newslint.core.source import Lines, Source, Unit
from newslint.fixer.fixer import CheckResult, fix_until_stable
from newslint.formats import FORMATS, Format
from newslint.linter.linter import Linter
from newslint.lsp.text_positions import TextPositions
from newslint.runner.discovery import FileFinder
from newslint.text.document import ParsedFile

LANGUAGES = {
    "plaintext": "plain",
    "text": "plain",
    "markdown": "markdown",
    "html": "html",
    "json": "json",
    "jsonl": "jsonl",
    "csv": "csv",
    "xml": "xml",
    "python": "python",
}
"""The formats of editors' languages, for documents whose names do not tell."""


class OpenDocument:
    """The text of a document, and its report."""

    def __init__(self, uri: str, language: str, resolver: ConfigResolver, unit: Unit) -> None:
        """Take a document, which is checked when it has a text.

        Raises:
            ConfigError: the configuration of the document is invalid.

        """
        self.uri, self.language, self._unit = uri, language, unit
        self.path = (
            to_fs_path(uri) or uri if uri.startswith("file:") else uri.rpartition(":")[2] or "untitled"
        )
        self.linter = self._find_linter(resolver)
        self.report = FileReport(self.path)
        self.version: int | None = None

    def check(self, text: str, version: int | None) -> None:
        """Check a new version of the text."""
        self.version = version
        self.__dict__.pop("positions", None)
        self.report = (
            self.linter.recheck(Source(text, self.path)) if self.linter else FileReport(self.path, text, text)
        )

    @property
    def text(self) -> str:
        """The text that was checked."""
        return self.report.after

    @cached_property
    def positions(self) -> TextPositions:
        """The positions in the text."""
        return TextPositions(Lines(self.text), self._unit)

    def fix(self, diagnostic: Diagnostic) -> str | None:
        """The text with one finding fixed; None if the fix is refused."""
        if not self.linter:
            return None
        rounds = iter([CheckResult((diagnostic,))])

        def check(_: ParsedFile) -> CheckResult:
            return next(rounds, CheckResult(()))

        try:
            done = fix_until_stable(Source(self.text, self.path), self.linter.parse, check, diagnostic.safety)
        except ParseError:
            return None
        return done.after if done.has_changes else None

    def fix_all(self, rule: str | None = None, level: Safety = Safety.SAFE) -> str | None:
        """The text with all findings fixed, or those of a rule."""
        linter = self.linter
        if linter and rule:
            linter = replace(
                linter,
                rules=tuple(selected for selected in linter.rules if selected.info.name == rule),
                suppressions=replace(linter.suppressions, report_unused=False),
                engine=None,
            )
        if not linter:
            return None
        done = linter.fix(Source(self.text, self.path), level)
        return done.after if done.has_changes else None

    def _find_linter(self, resolver: ConfigResolver) -> Linter | None:
        """The linter as on the command line; None for excluded files."""
        is_file = self.uri.startswith("file:")
        if is_file and FileFinder(resolver).is_excluded(Path(self.path)):
            return None
        linter = resolver.linter_of(self.path)
        read_as = self._format(resolver)
        return replace(linter, format=read_as) if read_as.name != "docx" else None

    def _format(self, resolver: ConfigResolver) -> Format:
        if not resolver.knows(self.path) and self.language in LANGUAGES:
            return FORMATS[LANGUAGES[self.language]]
        return resolver.format_of(self.path)
