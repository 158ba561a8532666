"""The text between tags and in attributes of HTML, as pieces."""

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
UNWRITABLE = re.compile(r"[\0\t\n\f\r]|[ ][ ]")
NAME_GOES_ON = re.compile(r"[=A-Za-z0-9]")
LONGEST_NAME = max(map(len, html5))
MOST_DIGITS = 8
"""What has more digits than that is no character."""
SURROGATES = range(0xD800, 0xE000)
WINDOWS = range(0x80, 0xA0)


def as_text(text: str) -> str | None:
    """The spelling between tags; white space that would be folded cannot be written."""
    if UNWRITABLE.search(text):
        return None
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def in_double_quotes(text: str) -> str | None:
    """The spelling in an attribute that stands in "…"."""
    written = as_text(text)
    return written and written.replace('"', "&quot;")


def in_single_quotes(text: str) -> str | None:
    """The spelling in an attribute that stands in '…'."""
    written = as_text(text)
    return written and written.replace("'", "&#39;")


def unquoted(text: str) -> None:
    """The spelling in an attribute without quotation marks: it is left alone."""


SPELLINGS = {'"': in_double_quotes, "'": in_single_quotes, "": unquoted}
"""How new text is written in an attribute, by the mark around its value."""


def segments(
    text: str, span: Span, encoder: Encoder = as_text, *, attribute: bool = False
) -> Iterator[Segment]:
    """The pieces of a stretch of text; each run of white space is one piece that reads as one space."""
    at = span.start
    while found := TEXT.match(text, at, span.end):
        kind, start, at = found.lastgroup, at, found.end()
        if kind in {"words", "mark"}:
            yield Segment(found[0], Span(start, at), encoder=encoder)
        elif kind == "space":
            editability = Editability.EDITABLE if found[0] == " " else Editability.ATOMIC
            yield Segment(" ", Span(start, at), editability, encoder)
        elif kind == "reference":
            says, length = _referred(found[0], text[at : at + 1] if attribute else None)
            at = start + length
            if length == 1:
                yield Segment(says, Span(start, at), encoder=encoder)
            else:
                yield Segment(" " if says in WHITE else says, Span(start, at), Editability.READ_ONLY, encoder)


def _referred(written: str, follows: str | None) -> tuple[str, int]:
    """What a character reference says, and how much of what is written belongs to it.

    In an attribute, `follows` is the character after it: there `&copy=` is no reference.
    """
    if written[1] == "#":
        base = 16 if written[2] in "xX" else 10
        digits = written[2:].lstrip("xX").rstrip(";").lstrip("0") or "0"
        return _character(int(digits[:MOST_DIGITS], base)), len(written)
    for end in range(min(len(written), LONGEST_NAME + 1), 2, -1):
        if says := html5.get(written[1:end]):
            after = written[end : end + 1] or follows or ""
            if follows is not None and written[end - 1] != ";" and NAME_GOES_ON.match(after):
                break
            return says, end
    return "&", 1


def _character(code: int) -> str:
    """The character of a numeric reference; those of C1 are meant as Windows has them."""
    if code in WINDOWS:
        return bytes([code]).decode("cp1252", "replace").replace("\ufffd", chr(code))
    return "\ufffd" if not 0 < code < 0x110000 or code in SURROGATES else chr(code)
