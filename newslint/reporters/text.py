"""For people: each finding in its paragraph."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from newslint.core.diagnostics import Diagnostic, Safety
from newslint.core.report import FileReport
from newslint.core.source import Lines
from newslint.core.visible import visible
from newslint.reporters import Look
from newslint.reporters.excerpt import excerpt
from newslint.reporters.paint import Paint

LONGEST_QUOTE = 60


def render(reports: Iterable[FileReport], look: Look) -> Iterator[str]:
    """Yield each finding with the place it speaks of, and each failure."""
    paint = Paint(look.colour)
    for report in reports:
        path = paint.bold(visible(report.path))
        if report.error:
            yield f"{path}: {paint.red('error')}: {visible(report.error)}\n\n"
        lines = Lines(report.after, report.first_line)
        for diagnostic in report.diagnostics:
            yield "\n".join(_told(diagnostic, path, lines, look, paint)) + "\n\n"


def _told(diagnostic: Diagnostic, path: str, lines: Lines, look: Look, paint: Paint) -> Iterator[str]:
    line, column = lines.position(diagnostic.span.start)
    where = f"{path}{paint.dim(f':{line}:{column}:')}"
    field = paint.dim(f" [{visible(diagnostic.field)}]") if diagnostic.field else ""
    sureness = (
        paint.dim(f" [{_sureness(diagnostic.confidence)}]") if diagnostic.confidence is not None else ""
    )
    yield f"{where} {paint.red(diagnostic.rule)} {visible(diagnostic.message)}{field}{sureness}"
    gutter = len(str(line)) + 1
    bar = paint.dim(" " * gutter + "│")
    if diagnostic.span.start or diagnostic.span.end or not diagnostic.sentence:
        text = lines.line(line)
        start = min(column - 1, len(text))
        end = min(start + diagnostic.span.end - diagnostic.span.start, len(text))
        shown = excerpt(text, start, end, max(look.width - gutter - 3, 40))
        number = paint.dim(f"{line:>{gutter - 1}} │")
        yield f"{number} {shown.before}{paint.bold(shown.place)}{shown.after}".rstrip()
        yield f"{bar} {shown.indent}{paint.red(shown.carets)}"
    for note in diagnostic.related:
        elsewhere = paint.cyan(f"line {lines.position(note.span.start)[0]}")
        yield f"{bar} {elsewhere}: {visible(note.message)}"
    if advice := _advice(diagnostic, lines.text):
        yield f"{bar} {paint.green(advice)}"


def _sureness(confidence: float) -> str:
    return f"{confidence:.2g} false findings per 1,000 words"


def _advice(diagnostic: Diagnostic, text: str) -> str:
    """What to do, in words: the repair if there is one, else what the place could say."""
    if diagnostic.fix is None:
        readings = " or ".join(f"“{_short(reading)}”" for reading in diagnostic.suggestions)
        return f"could be: {readings}" if readings else ""
    kind = "safe fix" if diagnostic.safety is Safety.SAFE else "fix with --unsafe-fixes"
    if len(diagnostic.suggestions) == 1 and diagnostic.quote:
        steps = [_step(diagnostic.quote, diagnostic.suggestions[0])]
    else:
        steps = [_step(edit.span.of(text), edit.text) for edit in diagnostic.fix.edits]
    return f"{kind}: {', '.join(steps)}"


def _step(old: str, new: str) -> str:
    if not new:
        return f"delete “{_short(old)}”"
    return f"“{_short(old)}” → “{_short(new)}”" if old else f"insert “{_short(new)}”"


def _short(text: str) -> str:
    shown = visible(text.replace("\r\n", "⏎").replace("\n", "⏎"))
    half = LONGEST_QUOTE // 2
    return shown if len(shown) <= LONGEST_QUOTE else f"{shown[:half].rstrip()} … {shown[-half:].lstrip()}"
