"""Diagnostics as records, as specified in `schema.json`."""

from __future__ import annotations

from newslint.core.diagnostics import Diagnostic
from newslint.core.source import Lines


def record(diagnostic: Diagnostic, lines: Lines, offset: int = 0) -> dict[str, object]:
    """A diagnostic as a record, with offsets in code points.

    `offset` is the position of the lines in the file.
    """
    span = diagnostic.span
    line, column = lines.position(span.start)
    end_line, end_column = lines.position(span.end)
    return {
        "rule": diagnostic.rule,
        "category": diagnostic.category,
        "severity": str(diagnostic.severity),
        "safety": str(diagnostic.safety),
        "message": diagnostic.message,
        "start": offset + span.start,
        "end": offset + span.end,
        "line": line,
        "column": column,
        "end_line": end_line,
        "end_column": end_column,
        "field": diagnostic.field,
        "confidence": diagnostic.confidence,
        "url": diagnostic.url,
        "quote": diagnostic.quote,
        "suggestions": list(diagnostic.suggestions),
        "edits": [
            {"start": offset + edit.span.start, "end": offset + edit.span.end, "text": edit.text}
            for edit in (diagnostic.fix.edits if diagnostic.fix else ())
        ],
        "related": [
            {"start": offset + note.span.start, "end": offset + note.span.end, "message": note.message}
            for note in diagnostic.related
        ],
    }
