"""A comment for a pull request, in GitHub's and GitLab's Markdown."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from newslint.core.diagnostics import Diagnostic, Safety
from newslint.core.patterns import pattern
from newslint.core.positions import Span
from newslint.core.report import FileReport
from newslint.core.source import Lines
from newslint.core.visible import visible
from newslint.reporters import Look, Reporter
from newslint.reporters.excerpt import excerpt
from newslint.reporters.file_path import relative_path
from newslint.reporters.replacement import replacement
from newslint.reporters.tally import Tally, check_summary, count_noun
from newslint.reporters.word_diff import word_diff

if TYPE_CHECKING:
    import regex

MAX_CHARACTERS = 60_000
"""GitHub takes comments of 65,536 characters."""
CONTEXT = 60
"""Columns of text around a change."""
SPECIAL = r"(?<reference>[@#])(?=\w)|[\\`*_\[\]<>&|~$:]|(?<=www)\."
"""The mark of a user or an issue, and characters that Markdown or a link may begin with."""
TABLE = "| Line | Rule | Finding | Change |\n| ---: | --- | --- | --- |\n"


class MarkdownReporter(Reporter):
    """Renders a summary and a table for each file, at the end."""

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self._rows: dict[str, list[str]] = {}
        self._failures: list[str] = []
        self._size = self._left_out = 0

    def add(self, report: FileReport) -> str:
        """Collect the rows of a report, as long as there is room."""
        path = relative_path(report.path)
        if report.error:
            self._failures.append(f"- {_code(path)}: {_plain(report.error)}\n")
        lines = Lines(report.after, report.first_line)
        for diagnostic in report.diagnostics:
            if self._size > MAX_CHARACTERS:
                self._left_out += 1
                continue
            row = _row(diagnostic, lines, report.transcript)
            self._size += len(row)
            self._rows.setdefault(path, []).append(row)
        return ""

    def finish(self, tally: Tally) -> str:
        """Render the comment."""
        parts = [f"### newslint\n\n{check_summary(tally)}\n"]
        if self._failures:
            parts.append("\n" + "".join(self._failures[:50]))
        for path, rows in self._rows.items():
            head = f"{_code(path)}: {count_noun(len(rows), 'finding')}"
            parts.append(f"\n<details open><summary>{head}</summary>\n\n{TABLE}{''.join(rows)}\n</details>\n")
        if self._left_out:
            parts.append(f"\n{count_noun(self._left_out, 'more finding')} left out of this comment.\n")
        return "".join(parts)


def _row(diagnostic: Diagnostic, lines: Lines, transcript: bool) -> str:
    line, _ = lines.position(diagnostic.span.start)
    change = " or ".join(_code(text) for text in diagnostic.suggestions)
    if diagnostic.fix and not transcript:
        safe = "" if diagnostic.safety is Safety.SAFE else " (needs review)"
        edit = replacement(diagnostic.fix, lines.text)
        change = f"<code>{''.join(_change(edit.span, edit.text, lines))}</code>{safe}"
    return f"| {line} | {_rule(diagnostic)} | {_plain(diagnostic.message)} | {change} |\n"


def _rule(diagnostic: Diagnostic) -> str:
    name = _code(diagnostic.rule)
    return f'<a href="{_plain(diagnostic.url)}">{name}</a>' if diagnostic.url else name


def _change(span: Span, new: str, lines: Lines) -> Iterator[str]:
    """The words around a change, with what goes and what comes."""
    number, column = lines.position(span.start)
    line, old = lines.line(number), span.of(lines.text)
    start, end = column - 1, min(column - 1 + len(old), len(lines.line(number)))
    around = excerpt(line, start, end, CONTEXT + end - start)
    yield _plain(around.before)
    for piece in word_diff(old, new):
        if not piece.is_change:
            yield _plain(piece.old)
        else:
            yield f"<del>{_plain(piece.old)}</del>" if piece.old else ""
            yield f"<ins>{_plain(piece.new)}</ins>" if piece.new else ""
    yield _plain(around.after)


def _code(text: str) -> str:
    return f"<code>{_plain(text)}</code>"


def _plain(text: str) -> str:
    """A text on one line, escaped so that none is Markdown."""
    shown = visible(text.replace("\r\n", "⏎").replace("\n", "⏎"))
    return pattern(SPECIAL).sub(_escape, shown)


def _escape(found: regex.Match[str]) -> str:
    return f"{found[0]}&#8203;" if found["reference"] else f"&#{ord(found[0])};"
