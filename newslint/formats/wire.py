"""Frames of wire messages (IPTC 7901, ANPA 1312): control characters, headers, trailers."""

from __future__ import annotations

from newslint.core.patterns import pattern
from newslint.core.positions import Span

CONTROL = r"\x01-\x08\x0e-\x1f\x7f"
DELIMITER = r"\x01-\x04\x16\x17\x7f"
"""Characters that delimit a header, a text or a transmission."""
FRAMED = pattern(r"\s*[\x16\x7f]*[\x01\x02]")
"""The beginning of a file that is a wire message."""
HEADER = r"(?<![\x16\x7f])[\x16\x7f]*+\x01[^\x01-\x04]{0,500}\x02"
TRAILER = r"\x03[^\x01-\x04]{0,200}(?:\x04|(?=\x01)|\Z)"
BEFORE, BEHIND = r"(?<![^\r\n])", r"(?![^\r\n])"
IN_MESSAGE = pattern(
    rf"{HEADER}[{CONTROL}]*|{TRAILER}|{BEFORE}[{CONTROL}]++|(?<![{CONTROL}])[{CONTROL}]++{BEHIND}"
)
ANYWHERE = pattern(rf"{HEADER}|{TRAILER}|{BEFORE}[{DELIMITER}]++|(?<![{DELIMITER}])[{DELIMITER}]++{BEHIND}")
ANY_CONTROL = pattern(rf"[{CONTROL}]")


def find_frames(text: str) -> list[Span]:
    """The frames of wire messages in a text, in order.

    In a file that begins as a message, all control characters at the edges of lines belong to the frame;
    elsewhere, only message delimiters do.
    """
    if not ANY_CONTROL.search(text):
        return []
    frames = IN_MESSAGE if FRAMED.match(text) else ANYWHERE
    return [Span(*match.span()) for match in frames.finditer(text)]
