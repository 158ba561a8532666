"""Segments of a JSON string, and encoders for new text."""

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
REQUIRED = re.compile(r'["\\\x00-\x1f]')
REQUIRED_IN_ASCII = re.compile(r'["\\]|[^ -~]')
UNENCODABLE = re.compile(r"[\0\ud800-\udfff]")
UNICODE_ESCAPE = re.compile(r"\\u(?!00[0-7])([0-9A-Fa-f]{4})")
"""An escape of a character beyond ASCII."""
SAMPLE = 200
"""Escapes that decide whether new ones are upper-case."""
UNREADABLE = "\ufffd"
"""Replaces NUL and lone surrogates."""


def segments(text: str, span: Span, encoder: Encoder) -> tuple[Segment, ...]:
    """The segments of a string, given the span between its quotes."""
    raw = span.of(text)
    if "\\" not in raw:
        return (Segment(raw, span, Editability.EDITABLE, encoder),) if raw else ()
    return tuple(_segments(raw, span.start, encoder))


def decode_string(text: str, span: Span) -> str:
    """The value of a string, given the span between its quotes."""
    return ESCAPE.sub(lambda escape: _unescape(escape[0]), span.of(text))


def _segments(raw: str, start: int, encoder: Encoder) -> Iterator[Segment]:
    at = 0
    for escape in ESCAPE.finditer(raw):
        begin, end = escape.span()
        if at < begin:
            yield Segment(raw[at:begin], Span(start + at, start + begin), Editability.EDITABLE, encoder)
        value = _unescape(escape[0])
        editability = Editability.READ_ONLY if value == UNREADABLE else Editability.ATOMIC
        yield Segment(value, Span(start + begin, start + end), editability, encoder)
        at = end
    if at < len(raw):
        yield Segment(raw[at:], Span(start + at, start + len(raw)), Editability.EDITABLE, encoder)


@lru_cache(maxsize=1024)
def _unescape(escape: str) -> str:
    """The character of an escape or a surrogate pair."""
    if escape[1] != "u":
        return LETTERS.get(escape[1], escape[1])
    units = bytes.fromhex(escape[2:6] + escape[8:])
    value = units.decode("utf-16-be", "replace")
    return UNREADABLE if value == "\0" else value


def file_encoder(text: str) -> Encoder:
    """An encoder that escapes non-ASCII characters if the file always does."""
    if not text.isascii():
        return identity
    digits = "".join(escape[1] for escape in islice(UNICODE_ESCAPE.finditer(text), SAMPLE))
    if not digits:
        return identity
    capitals = sum(digit in "ABCDEF" for digit in digits)
    return in_capitals if capitals > sum(digit in "abcdef" for digit in digits) else in_ascii


def identity(text: str) -> str | None:
    """Encode text with only the required escapes."""
    return None if UNENCODABLE.search(text) else REQUIRED.sub(lambda m: SHORT.get(m[0]) or _units(m[0]), text)


def in_ascii(text: str) -> str | None:
    r"""Encode text with non-ASCII characters as `\u201c`."""
    if UNENCODABLE.search(text):
        return None
    return REQUIRED_IN_ASCII.sub(lambda m: SHORT.get(m[0]) or _units(m[0]), text)


def in_capitals(text: str) -> str | None:
    r"""Encode text with non-ASCII characters as `\u201C`."""
    if UNENCODABLE.search(text):
        return None
    return REQUIRED_IN_ASCII.sub(lambda m: SHORT.get(m[0]) or _units(m[0], "X"), text)


def _units(letter: str, digits: str = "x") -> str:
    data = letter.encode("utf-16-be")
    return "".join(f"\\u{int.from_bytes(data[at : at + 2]):04{digits}}" for at in range(0, len(data), 2))
