"""The edits of a fix as a single one."""

from __future__ import annotations

from newslint.core.diagnostics import Edit, Fix
from newslint.core.positions import Span


def replacement(fix: Fix, text: str) -> Edit:
    """A single edit that does what all edits of a fix do."""
    edits = sorted(fix.edits, key=lambda edit: edit.span)
    start, at, parts = edits[0].span.start, edits[0].span.start, []
    for edit in edits:
        parts += [text[at : edit.span.start], edit.text]
        at = edit.span.end
    return Edit(Span(start, at), "".join(parts))
