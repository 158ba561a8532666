"""Encoders for Markdown, which escape what would be markup."""

from __future__ import annotations

from newslint.core.patterns import pattern

ACTIVE = pattern(
    r"\\(?=[!-/:-@\[-`{-~]|\Z)"  # elsewhere a backslash is a letter
    r"|[`*\[\]~]"
    r"|(?<!\w)_|_(?!\w)"  # inside a word it is a letter
    r"|<(?=[A-Za-z/!?]|\Z)"
    r"|&(?=#?[A-Za-z0-9]*(?:;|\Z))"
)
"""Potential markup at any position. Markup at the beginning of a line is not escaped: the verification
refuses a fix that creates some."""
UNENCODABLE = pattern(r"[\r\n]|\A\^|\{[{%#:.]")
"""Line ends, footnote references after a bracket, and template tags."""


def encode_paragraph(text: str) -> str | None:
    """Encode text for a paragraph."""
    return None if UNENCODABLE.search(text) else ACTIVE.sub(r"\\\g<0>", text)


def encode_cell(text: str) -> str | None:
    """Encode text for a table cell, which a vertical bar would end."""
    written = encode_paragraph(text)
    return None if written is None else written.replace("|", "\\|")


def reject_text(_: str) -> None:
    """Reject all text, where a segment must stay unchanged."""
