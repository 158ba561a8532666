"""SARIF 2.1.0, for code scanning."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

from newslint._version import __version__
from newslint.core.diagnostics import Diagnostic, RuleInfo, Safety, Severity
from newslint.core.positions import Span
from newslint.core.report import FileReport
from newslint.core.site import SITE
from newslint.core.source import Lines
from newslint.reporters import Look, Reporter
from newslint.reporters.fingerprints import Fingerprints
from newslint.reporters.json_text import json_text
from newslint.reporters.tally import Tally

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
LEVELS = {Severity.INFO: "note", Severity.WARNING: "warning", Severity.ERROR: "error"}
FINGERPRINT = "newslint/v1"
"""Depends on rule, sentence and the count of equal ones before, but not on the line."""


class SarifReporter(Reporter):
    """Renders a log with a single run, at the end."""

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self._results: list[dict[str, Any]] = []
        self._failures: list[dict[str, Any]] = []
        self._rules: dict[str, int] = {}
        self._fingerprints = Fingerprints()

    def add(self, report: FileReport) -> str:
        """Collect the results of a report."""
        if report.error:
            self._failures.append(
                {
                    "level": "error",
                    "message": {"text": report.error},
                    "locations": [{"physicalLocation": {"artifactLocation": _artifact(report.path)}}],
                }
            )
        self._results += _results(report, self._rules, self._fingerprints)
        return ""

    def finish(self, tally: Tally) -> str:  # noqa: ARG002 - the log has no counts
        """The log."""
        invocation: dict[str, Any] = {"executionSuccessful": not self._failures}
        if self._failures:
            invocation["toolExecutionNotifications"] = self._failures
        driver = {
            "name": "newslint",
            "semanticVersion": __version__,
            "informationUri": f"{SITE}/",
            "rules": [_rule(self.look.info(name)) for name in self._rules],
        }
        run = {
            "tool": {"driver": driver},
            "columnKind": "unicodeCodePoints",
            "newlineSequences": ["\r\n", "\n", "\r"],
            "invocations": [invocation],
            "results": self._results,
        }
        return json_text({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, indent=1) + "\n"


def _rule(info: RuleInfo) -> dict[str, Any]:
    return {
        "id": info.name,
        "shortDescription": {"text": info.summary},
        "fullDescription": {"text": info.doc},
        "help": {"text": info.doc},
        **({"helpUri": info.url} if info.url else {}),
        "defaultConfiguration": {"level": LEVELS[info.severity]},
        "properties": {"category": info.category, "tags": [info.category], "safety": str(info.safety)},
    }


def _results(
    report: FileReport, rules: dict[str, int], fingerprints: Fingerprints
) -> Iterator[dict[str, Any]]:
    lines = Lines(report.after, report.first_line)
    for diagnostic in report.diagnostics:
        place = _location(report.path, diagnostic.span, lines, diagnostic.quote)
        if diagnostic.field:
            place["logicalLocations"] = [{"fullyQualifiedName": diagnostic.field}]
        result = {
            "ruleId": diagnostic.rule,
            "ruleIndex": rules.setdefault(diagnostic.rule, len(rules)),
            "level": LEVELS[diagnostic.severity],
            "message": {"text": diagnostic.message},
            "locations": [place],
            "partialFingerprints": {FINGERPRINT: fingerprints.add(report.path, diagnostic)},
        }
        if diagnostic.related:
            result["relatedLocations"] = [
                _location(report.path, note.span, lines) | {"message": {"text": note.message}}
                for note in diagnostic.related
            ]
        if diagnostic.fix and not report.transcript:
            result["fixes"] = [_fix(report.path, diagnostic, lines)]
        yield result


def _fix(path: str, diagnostic: Diagnostic, lines: Lines) -> dict[str, Any]:
    edits = diagnostic.fix.edits if diagnostic.fix else ()
    kind = "Safe fix" if diagnostic.safety is Safety.SAFE else "Unsafe fix: review it before you accept it"
    return {
        "description": {"text": kind},
        "artifactChanges": [
            {
                "artifactLocation": _artifact(path),
                "replacements": [
                    {"deletedRegion": _region(edit.span, lines), "insertedContent": {"text": edit.text}}
                    for edit in edits
                ],
            }
        ],
    }


def _location(path: str, span: Span, lines: Lines, text: str = "") -> dict[str, Any]:
    region = _region(span, lines)
    if text:
        region["snippet"] = {"text": text}
    return {"physicalLocation": {"artifactLocation": _artifact(path), "region": region}}


def _region(span: Span, lines: Lines) -> dict[str, Any]:
    line, column = lines.position(span.start)
    end_line, end_column = lines.position(span.end)
    return {"startLine": line, "startColumn": column, "endLine": end_line, "endColumn": end_column}


def _artifact(path: str) -> dict[str, str]:
    place = Path(path)
    return {"uri": place.as_uri() if place.is_absolute() else quote(os.fsencode(place.as_posix()))}
