"""JUnit XML: a suite per file, a failed test per finding."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

from newslint.core.diagnostics import Diagnostic
from newslint.core.report import FileReport
from newslint.core.source import Lines
from newslint.core.visible import visible
from newslint.reporters import Look, Reporter
from newslint.reporters.tally import Tally

HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites>\n'
NOT_IN_XML = dict.fromkeys((0xFFFE, 0xFFFF), "\N{REPLACEMENT CHARACTER}")
"""Characters that XML 1.0 forbids and that are not control characters."""


class JunitReporter(Reporter):
    """Renders suites of tests, each after the last chunk of its file."""

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self._path: str | None = None
        self._cases: list[str] = []
        self._failures = self._errors = 0
        self._suites = 0
        self._begun = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%S")

    def add(self, report: FileReport) -> str:
        """Render the suite of the last file, with all its chunks."""
        before = self._end_suite() if report.path != self._path else ""
        self._path = report.path
        if report.error:
            self._errors += 1
            self._cases.append(_case("newslint", report.path, _outcome("error", "newslint", report.error)))
        lines = Lines(report.after, report.first_line)
        self._failures += len(report.diagnostics)
        self._cases += [_finding_case(diagnostic, report.path, lines) for diagnostic in report.diagnostics]
        return before

    def finish(self, tally: Tally) -> str:  # noqa: ARG002 - the suites have their counts
        """Render the last suite and the end."""
        end = "</testsuites>\n"
        return HEAD + end if self._path is None else self._end_suite() + end

    def _end_suite(self) -> str:
        if self._path is None:
            return ""
        cases = self._cases or [_case("newslint", self._path)]
        counts = f'tests="{len(cases)}" failures="{self._failures}" errors="{self._errors}"'
        head = "" if self._suites else HEAD
        suite = (
            f'<testsuite name={_quote(self._path)} package="newslint" id="{self._suites}" {counts} '
            f'timestamp="{self._begun}" hostname="localhost" time="0">\n<properties/>\n'
            f"{''.join(cases)}<system-out/>\n<system-err/>\n</testsuite>\n"
        )
        self._cases, self._failures, self._errors = [], 0, 0
        self._suites += 1
        return head + suite


def _finding_case(diagnostic: Diagnostic, path: str, lines: Lines) -> str:
    line, column = lines.position(diagnostic.span.start)
    place = f"{path}:{line}:{column}: {diagnostic.rule} {diagnostic.message}"
    outcome = _outcome("failure", diagnostic.rule, diagnostic.message, f"{place}\n{diagnostic.sentence}")
    return _case(f"{diagnostic.rule}:{line}:{column}", path, outcome)


def _case(name: str, path: str, outcome: str = "") -> str:
    group = Path(path).with_suffix("").as_posix()
    return f'<testcase name={_quote(name)} classname={_quote(group)} time="0">{outcome}</testcase>\n'


def _outcome(kind: str, rule: str, message: str, text: str = "") -> str:
    shown = "\n".join(map(_printable, text.split("\n")))
    return f"<{kind} type={_quote(rule)} message={_quote(message)}>{escape(shown)}</{kind}>"


def _quote(text: str) -> str:
    return quoteattr(_printable(text))


def _printable(text: str) -> str:
    return visible(text).translate(NOT_IN_XML)
