"""Findings with excerpts, for people."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.core.diagnostics import Diagnostic, Safety
from newslint.core.report import FileReport
from newslint.core.source import Lines
from newslint.core.visible import visible
from newslint.reporters import Look, Reporter
from newslint.reporters.excerpt import excerpt, first_words, last_words
from newslint.reporters.paint import Paint
from newslint.reporters.places import path_of, rule_of

LONGEST_QUOTE = 60
QUOTES, BRACKETS = ("“", "”"), ("⟦", "⟧")
UNCLEAR = "“”‘’\"' \t\n\r\u00a0"
"""Marks that quotation marks around them would hide."""


class TextReporter(Reporter):
    """Renders each finding with an excerpt, and each failure."""

    def add(self, report: FileReport) -> str:
        """Render a paragraph for each finding or failure."""
        paint = self.look.paint
        path = path_of(report, paint)
        failure = f"{path}: {paint.red('error')}: {visible(report.error)}\n\n" if report.error else ""
        lines = Lines(report.after, report.first_line)
        paragraphs = (
            "\n".join(_finding_lines(diagnostic, path, lines, self.look, paint)) + "\n\n"
            for diagnostic in report.diagnostics
        )
        return "".join([failure, *paragraphs])


def _finding_lines(
    diagnostic: Diagnostic, path: str, lines: Lines, look: Look, paint: Paint
) -> Iterator[str]:
    line, column = lines.position(diagnostic.span.start)
    where = f"{path}{paint.dim(f':{line}:{column}:')}"
    field = paint.dim(f" [{visible(diagnostic.field)}]") if diagnostic.field else ""
    confidence = (
        paint.dim(f" [{_confidence(diagnostic.confidence)}]") if diagnostic.confidence is not None else ""
    )
    yield f"{where} {rule_of(diagnostic, look)} {visible(diagnostic.message)}{field}{confidence}"
    gutter = len(str(line)) + 1
    bar = paint.dim(" " * gutter + "│")
    if diagnostic.span.start or diagnostic.span.end or not diagnostic.sentence:
        text = lines.line(line)
        start = min(column - 1, len(text))
        end = min(start + diagnostic.span.end - diagnostic.span.start, len(text))
        shown = excerpt(text, start, end, max(look.width - gutter - 3, 40))
        number = paint.dim(f"{line:>{gutter - 1}} │")
        yield f"{number} {shown.before}{paint.bold(shown.place)}{shown.after}".rstrip()
        yield f"{bar} {shown.indent}{paint.safety(diagnostic.safety, shown.carets, bold=True)}"
    for note in diagnostic.related:
        elsewhere = paint.cyan(f"line {lines.position(note.span.start)[0]}")
        yield f"{bar} {elsewhere}: {visible(note.message)}"
    if advice := _advice(diagnostic, lines.text):
        yield f"{bar} {paint.safety(diagnostic.safety, advice)}"


def _confidence(confidence: float) -> str:
    return f"{confidence:.2g} false findings per 1,000 words"


def _advice(diagnostic: Diagnostic, text: str) -> str:
    """The fix in words, or else the suggestions."""
    if diagnostic.fix is None:
        readings = " or ".join(_quote(reading) for reading in diagnostic.suggestions)
        return f"could be: {readings}" if readings else ""
    kind = "safe fix" if diagnostic.safety is Safety.SAFE else "fix with --unsafe-fixes"
    if len(diagnostic.suggestions) == 1 and diagnostic.quote:
        steps = [_step(diagnostic.quote, diagnostic.suggestions[0])]
    else:
        steps = [_step(edit.span.of(text), edit.text) for edit in diagnostic.fix.edits]
    return f"{kind}: {', '.join(steps)}"


def _step(old: str, new: str) -> str:
    if not new:
        return f"delete {_quote(old)}"
    if not old:
        return f"insert {_quote(new)}"
    brackets = BRACKETS if _is_unclear(old) or _is_unclear(new) else QUOTES
    return f"{_quote(old, brackets)} → {_quote(new, brackets)}"


def _quote(text: str, brackets: tuple[str, str] | None = None) -> str:
    """A text in quotation marks, or in brackets if clearer."""
    first, last = brackets or (BRACKETS if _is_unclear(text) else QUOTES)
    return f"{first}{_short(text)}{last}"


def _is_unclear(text: str) -> bool:
    """Whether a text begins or ends with a mark or white space."""
    return bool(text) and (text[0] in UNCLEAR or text[-1] in UNCLEAR)


def _short(text: str) -> str:
    """A text on one line, shortened to whole words in the middle."""
    shown = visible(text.replace("\r\n", "⏎").replace("\n", "⏎"))
    if len(shown) <= LONGEST_QUOTE:
        return shown
    half = LONGEST_QUOTE // 2
    return f"{first_words(shown, half)} … {last_words(shown, half)}"
