"""Files of one article a record: how they are cut to be streamed, and what is wrong told by line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from newslint.core.errors import ParseError, SourceError
from newslint.core.patterns import pattern
from newslint.core.source import BOMS, Source

LONGEST_RECORD = 64 * 2**20
"""Bytes; a file whose records are longer is not what its name says."""
MOST_TOLD = 20
NO_TEXT = pattern(r"[\0\udc80-\udcff]")
"""NUL, and how bytes are read that are no text in the encoding of the file."""
KEEP = "surrogateescape"


@dataclass(frozen=True, slots=True)
class RecordSource(Source):
    """A file of records, in some of which there may be bytes that are no text."""

    @classmethod
    def decode(cls, data: bytes, path: str = "<text>", encoding: str | None = None) -> Source:
        """Read `data` as any other source, but keep a few lines with bytes that are no text.

        Raises:
            SourceError: most lines are no text, or the bytes would not come back.

        """
        try:
            return Source.decode(data, path, encoding)
        except SourceError:
            source = _decode(cls, data, path, encoding or "utf-8")
            lines = source.text.splitlines() if source else []
            if not source or 2 * sum(map(bool, map(NO_TEXT.search, lines))) > len(lines):
                raise
            return source

    def encode(self) -> bytes:
        """The bytes of the file, those that are no text among them.

        Raises:
            SourceError: the text holds a character that the encoding lacks.

        """
        try:
            return self.bom + self.text.encode(self.encoding, KEEP)
        except UnicodeEncodeError as error:
            letter = self.text[error.start]
            raise SourceError(f"{self.encoding} has no “{letter}” (U+{ord(letter):04X})") from None


def _decode(cls: type[RecordSource], data: bytes, path: str, encoding: str) -> RecordSource | None:
    """The source of some bytes, or None if there is none that gives the same bytes back."""
    bom = next((mark for mark, _ in BOMS if data.startswith(mark)), b"")
    if bom and bom != b"\xef\xbb\xbf":
        return None
    name = "utf-8" if bom else encoding
    try:
        source = cls(data[len(bom) :].decode(name, KEEP), path, name, bom)
        return source if source.encode() == data else None
    except (LookupError, UnicodeError, SourceError):
        return None


def no_text(text: str, start: int, end: int, encoding: str) -> str:
    """What is wrong with a record that holds bytes that are no text; empty if it holds none."""
    found = NO_TEXT.search(text, start, end)
    if not found:
        return ""
    if found[0] == "\0":
        return "holds NUL, which no text does"
    byte = ord(found[0]) - 0xDC00
    return (
        f"not {encoding}: byte 0x{byte:02X}; if the whole file is in another encoding, name it in the "
        'configuration (encoding = "cp1252")'
    )


def told(wrong: Sequence[tuple[int, str]]) -> tuple[str, ...]:
    """What is wrong with records, each by its line; of many, the first."""
    errors = [f"line {line}: {what}" for line, what in wrong[:MOST_TOLD]]
    if len(wrong) > MOST_TOLD:
        left = len(wrong) - MOST_TOLD - 1
        errors.append(f"line {wrong[MOST_TOLD][0]}: wrong too, and {left:,} more after it")
    return tuple(errors)


def endless(start: int, hint: str) -> ParseError:
    """The complaint about a record that begins at a byte of the file and does not end."""
    return ParseError(f"the record at byte {start:,} is longer than {LONGEST_RECORD // 2**20} MB; {hint}")
