"""Segments of HTML text and attributes, and encoders for new text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.entities import html5

from newslint.core.positions import Span
from newslint.core.segments import Editability, Encoder, Segment
from newslint.formats.html.tokens import SPACE

TEXT = re.compile(
    rf"(?P<words>[^&{SPACE}]++(?:[ ][^&{SPACE}]++)*)"
    rf"|(?P<space>[{SPACE}]++)"
    r"|(?P<reference>&(?:#(?:[0-9]++|[xX][0-9a-fA-F]++);?|[A-Za-z][A-Za-z0-9]*+;?))"
    r"|(?P<mark>&)"
)
WHITE = frozenset("\t\n\f\r ")
UNENCODABLE = re.compile(r"[\0\t\n\f\r]|[ ][ ]")
NAME_GOES_ON = re.compile(r"[=A-Za-z0-9]")
LONGEST_NAME = max(map(len, html5))
MOST_DIGITS = 8
"""Digits of the longest valid numeric reference."""
SURROGATES = range(0xD800, 0xE000)
WINDOWS = range(0x80, 0xA0)


def encode_text(text: str) -> str | None:
    """Encode text between tags; reject white space that would collapse."""
    if UNENCODABLE.search(text):
        return None
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def in_double_quotes(text: str) -> str | None:
    """Encode text for an attribute in double quotes."""
    written = encode_text(text)
    return written and written.replace('"', "&quot;")


def in_single_quotes(text: str) -> str | None:
    """Encode text for an attribute in single quotes."""
    written = encode_text(text)
    return written and written.replace("'", "&#39;")


def reject_text(text: str) -> None:
    """Reject all text, as an unquoted attribute is never changed."""


ATTRIBUTE_ENCODERS = {'"': in_double_quotes, "'": in_single_quotes, "": reject_text}
"""Encoders for attributes by their quotation mark."""


def segments(
    text: str, span: Span, encoder: Encoder = encode_text, *, attribute: bool = False
) -> Iterator[Segment]:
    """Yield the segments of a span, with white space as one space."""
    at = span.start
    while found := TEXT.match(text, at, span.end):
        kind, start, at = found.lastgroup, at, found.end()
        if kind in {"words", "mark"}:
            yield Segment(found[0], Span(start, at), encoder=encoder)
        elif kind == "space":
            editability = Editability.EDITABLE if found[0] == " " else Editability.ATOMIC
            yield Segment(" ", Span(start, at), editability, encoder)
        elif kind == "reference":
            resolved, length = _resolve(found[0], text[at : at + 1] if attribute else None)
            at = start + length
            if length == 1:
                yield Segment(resolved, Span(start, at), encoder=encoder)
            else:
                yield Segment(
                    " " if resolved in WHITE else resolved, Span(start, at), Editability.READ_ONLY, encoder
                )


def _resolve(written: str, follows: str | None) -> tuple[str, int]:
    """Resolve a character reference: its text, and its length in the source.

    In an attribute, `follows` is the next character: there, `&copy=` is not a reference.
    """
    if written[1] == "#":
        base = 16 if written[2] in "xX" else 10
        digits = written[2:].lstrip("xX").rstrip(";").lstrip("0") or "0"
        return _character(int(digits[:MOST_DIGITS], base)), len(written)
    for end in range(min(len(written), LONGEST_NAME + 1), 2, -1):
        if resolved := html5.get(written[1:end]):
            after = written[end : end + 1] or follows or ""
            if follows is not None and written[end - 1] != ";" and NAME_GOES_ON.match(after):
                break
            return resolved, end
    return "&", 1


def _character(code: int) -> str:
    """The character of a numeric reference; C1 codes mean Windows-1252."""
    if code in WINDOWS:
        return bytes([code]).decode("cp1252", "replace").replace("\ufffd", chr(code))
    return "\ufffd" if not 0 < code < 0x110000 or code in SURROGATES else chr(code)
