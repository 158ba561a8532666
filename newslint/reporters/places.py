"""Names of files and rules in reports for people."""

from __future__ import annotations

from pathlib import Path

from newslint.core.diagnostics import Diagnostic
from newslint.core.report import FileReport
from newslint.core.visible import visible
from newslint.reporters import Look
from newslint.reporters.paint import Paint


def path_of(report: FileReport, paint: Paint) -> str:
    """The path of a report's file, linked to it."""
    shown = paint.bold(visible(report.path))
    return paint.link(shown, Path(report.path).absolute().as_uri()) if paint.links else shown


def rule_of(diagnostic: Diagnostic, look: Look) -> str:
    """The rule of a finding, coloured by safety, linked to its page."""
    paint = look.paint
    shown = paint.safety(diagnostic.safety, diagnostic.rule, bold=True)
    return paint.link(shown, diagnostic.url or look.info(diagnostic.rule).url) if paint.links else shown
