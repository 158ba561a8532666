"""For code scanning: SARIF 2.1.0."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any
from urllib.parse import quote

from newslint._version import __version__
from newslint.core.diagnostics import Diagnostic, RuleInfo, Safety, Severity
from newslint.core.positions import Span
from newslint.core.report import FileReport
from newslint.core.source import Lines
from newslint.reporters import Look
from newslint.reporters.json_text import json_text

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
LEVELS = {Severity.INFO: "note", Severity.WARNING: "warning", Severity.ERROR: "error"}
FINGERPRINT = "newslint/v1"
"""Of rule, sentence and how many like it came before in the file: lines may move, it stays."""


def render(reports: Iterable[FileReport], look: Look) -> Iterator[str]:
    """Yield one log with one run."""
    results: list[dict[str, Any]] = []
    failures: list[dict[str, Any]] = []
    rules: dict[str, int] = {}
    seen: Counter[tuple[str, str, str]] = Counter()
    for report in reports:
        if report.error:
            failures.append(
                {
                    "level": "error",
                    "message": {"text": report.error},
                    "locations": [{"physicalLocation": {"artifactLocation": _artifact(report.path)}}],
                }
            )
        results += _results(report, rules, seen)
    invocation: dict[str, Any] = {"executionSuccessful": not failures}
    if failures:
        invocation["toolExecutionNotifications"] = failures
    log = {
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [
            {
                "tool": {
                    "driver": {
                        "name": "newslint",
                        "semanticVersion": __version__,
                        "rules": [_rule(look.info(name)) for name in rules],
                    }
                },
                "columnKind": "unicodeCodePoints",
                "newlineSequences": ["\r\n", "\n", "\r"],
                "invocations": [invocation],
                "results": results,
            }
        ],
    }
    yield json_text(log, indent=1) + "\n"


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
    report: FileReport, rules: dict[str, int], seen: Counter[tuple[str, str, str]]
) -> Iterator[dict[str, Any]]:
    lines = Lines(report.after, report.first_line)
    for diagnostic in report.diagnostics:
        key = report.path, diagnostic.rule, diagnostic.sentence
        place = _location(report.path, diagnostic.span, lines, diagnostic.quote)
        if diagnostic.field:
            place["logicalLocations"] = [{"fullyQualifiedName": diagnostic.field}]
        result = {
            "ruleId": diagnostic.rule,
            "ruleIndex": rules.setdefault(diagnostic.rule, len(rules)),
            "level": LEVELS[diagnostic.severity],
            "message": {"text": diagnostic.message},
            "locations": [place],
            "partialFingerprints": {FINGERPRINT: _fingerprint(*key[1:], seen[key])},
        }
        seen[key] += 1
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


def _fingerprint(rule: str, sentence: str, number: int) -> str:
    said = f"{rule}\0{sentence}\0{number}".encode("utf-8", "surrogatepass")
    return sha256(said).hexdigest()[:32]
