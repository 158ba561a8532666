"""What a string of JSON says, piece by piece, and how new text is written into one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice

from newslint.core.positions import Span
from newslint.core.segments import Editability, Encoder, Segment

HEX = "[0-9A-Fa-f]"
ESCAPE = re.compile(rf"\\(?:u[dD][89abAB]{HEX}{{2}}\\u[dD][c-fC-F]{HEX}{{2}}|u{HEX}{{4}}|.)")
LETTERS = {"b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t"}
SHORT = {'"': '\\"', "\\": "\\\\"} | {control: f"\\{letter}" for letter, control in LETTERS.items()}
MUST = re.compile(r'["\\\x00-\x1f]')
MUST_IN_ASCII = re.compile(r'["\\]|[^ -~]')
UNSAYABLE = re.compile(r"[\0\ud800-\udfff]")
WRITTEN = re.compile(r"\\u(?!00[0-7])([0-9A-Fa-f]{4})")
"""An escape of a character beyond ASCII."""
SAMPLE = 200
"""Escapes that tell whether the file writes them in capitals."""
UNREADABLE = "\ufffd"
"""What is shown for NUL and half a surrogate pair, which no text should hold."""


def segments(text: str, span: Span, encoder: Encoder) -> tuple[Segment, ...]:
    """The pieces of the string between the quotation marks around a span."""
    raw = span.of(text)
    if "\\" not in raw:
        return (Segment(raw, span, Editability.EDITABLE, encoder),) if raw else ()
    return tuple(_pieces(raw, span.start, encoder))


def decoded(text: str, span: Span) -> str:
    """What the string between the quotation marks around a span says."""
    return ESCAPE.sub(lambda escape: _said(escape[0]), span.of(text))


def _pieces(raw: str, start: int, encoder: Encoder) -> Iterator[Segment]:
    at = 0
    for escape in ESCAPE.finditer(raw):
        begin, end = escape.span()
        if at < begin:
            yield Segment(raw[at:begin], Span(start + at, start + begin), Editability.EDITABLE, encoder)
        said = _said(escape[0])
        editability = Editability.READ_ONLY if said == UNREADABLE else Editability.ATOMIC
        yield Segment(said, Span(start + begin, start + end), editability, encoder)
        at = end
    if at < len(raw):
        yield Segment(raw[at:], Span(start + at, start + len(raw)), Editability.EDITABLE, encoder)


@lru_cache(maxsize=1024)
def _said(escape: str) -> str:
    """The character that an escape, or a pair of them, stands for."""
    if escape[1] != "u":
        return LETTERS.get(escape[1], escape[1])
    units = bytes.fromhex(escape[2:6] + escape[8:])
    said = units.decode("utf-16-be", "replace")
    return UNREADABLE if said == "\0" else said


def style(text: str) -> Encoder:
    """How a file writes what is not ASCII: as it is, or in escapes if it never does otherwise."""
    if not text.isascii():
        return identity
    digits = "".join(escape[1] for escape in islice(WRITTEN.finditer(text), SAMPLE))
    if not digits:
        return identity
    capitals = sum(digit in "ABCDEF" for digit in digits)
    return in_capitals if capitals > sum(digit in "abcdef" for digit in digits) else in_ascii


def identity(text: str) -> str | None:
    """New text with the escapes that must be."""
    return None if UNSAYABLE.search(text) else MUST.sub(lambda m: SHORT.get(m[0]) or _units(m[0]), text)


def in_ascii(text: str) -> str | None:
    r"""New text as `\u201c` where it is not ASCII."""
    if UNSAYABLE.search(text):
        return None
    return MUST_IN_ASCII.sub(lambda m: SHORT.get(m[0]) or _units(m[0]), text)


def in_capitals(text: str) -> str | None:
    r"""New text as `\u201C` where it is not ASCII."""
    if UNSAYABLE.search(text):
        return None
    return MUST_IN_ASCII.sub(lambda m: SHORT.get(m[0]) or _units(m[0], "X"), text)


def _units(letter: str, digits: str = "x") -> str:
    data = letter.encode("utf-16-be")
    return "".join(f"\\u{int.from_bytes(data[at : at + 2]):04{digits}}" for at in range(0, len(data), 2))
