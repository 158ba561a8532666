"""A diagnostic as the machine formats give it; `schema.json` is the contract."""

from __future__ import annotations

from newslint.model import Diagnostic
from newslint.source import Lines


def record(diagnostic: Diagnostic, lines: Lines) -> dict[str, object]:
    """All there is to know of a diagnostic, places in code points of the decoded file."""
    span = diagnostic.span
    line, column = lines.position(span.start)
    end_line, end_column = lines.position(span.end)
    return {
        "rule": diagnostic.rule,
        "category": diagnostic.category,
        "severity": str(diagnostic.severity),
        "safety": str(diagnostic.safety),
        "message": diagnostic.message,
        "start": span.start,
        "end": span.end,
        "line": line,
        "column": column,
        "end_line": end_line,
        "end_column": end_column,
        "quote": diagnostic.quote,
        "suggestions": list(diagnostic.suggestions),
        "edits": [
            {"start": edit.span.start, "end": edit.span.end, "text": edit.text}
            for edit in (diagnostic.fix.edits if diagnostic.fix else ())
        ],
        "related": [
            {"start": note.span.start, "end": note.span.end, "message": note.message}
            for note in diagnostic.related
        ],
    }
