"""Files with one article per record: decoding, limits and error messages."""

from __future__ import annotations

from collections.abc import Sequence

from newslint.core.errors import ParseError, SourceError
from newslint.core.patterns import pattern
from newslint.core.source import BOMS, Source

LONGEST_RECORD = 64 * 2**20
"""Bytes; a file with longer records is not of this format."""
MAX_REPORTED = 20
UNDECODABLE = pattern(r"[\0\udc80-\udcff]")
"""NUL, and the surrogates that undecodable bytes are read as."""
KEEP = "surrogateescape"


class RecordSource(Source, frozen=True):
    """A file of records, some of which may hold undecodable bytes."""

    @classmethod
    def decode(cls, data: bytes, path: str = "<text>", encoding: str | None = None) -> Source:
        """Decode like any other source, but keep a few undecodable lines.

        Raises:
            SourceError: most lines are undecodable, or the bytes would not round-trip.

        """
        try:
            return Source.decode(data, path, encoding)
        except SourceError:
            source = _decode(cls, data, path, encoding or "utf-8")
            lines = source.text.splitlines() if source else []
            if not source or 2 * sum(map(bool, map(UNDECODABLE.search, lines))) > len(lines):
                raise
            return source

    def encode(self) -> bytes:
        """The bytes of the file, including undecodable ones.

        Raises:
            SourceError: the text holds a character that the encoding lacks.

        """
        try:
            return self.bom + self.text.encode(self.encoding, KEEP)
        except UnicodeEncodeError as error:
            letter = self.text[error.start]
            raise SourceError(f"{self.encoding} has no “{letter}” (U+{ord(letter):04X})") from None


def _decode(cls: type[RecordSource], data: bytes, path: str, encoding: str) -> RecordSource | None:
    """A source that encodes to the same bytes, or None."""
    bom = next((mark for mark, _ in BOMS if data.startswith(mark)), b"")
    if bom and bom != b"\xef\xbb\xbf":
        return None
    name = "utf-8" if bom else encoding
    try:
        source = cls(data[len(bom) :].decode(name, KEEP), path, name, bom)
        return source if source.encode() == data else None
    except (LookupError, UnicodeError, SourceError):
        return None


def describe_undecodable(text: str, start: int, end: int, encoding: str) -> str:
    """A message about undecodable bytes in a record, or an empty string."""
    found = UNDECODABLE.search(text, start, end)
    if not found:
        return ""
    if found[0] == "\0":
        return "contains NUL, which text never does"
    byte = ord(found[0]) - 0xDC00
    return (
        f"not {encoding}: byte 0x{byte:02X}; if the whole file is in another encoding, name it in the "
        'configuration (encoding = "cp1252")'
    )


def describe_errors(wrong: Sequence[tuple[int, str]]) -> tuple[str, ...]:
    """Messages about malformed records by line; of many, only the first."""
    errors = [f"line {line}: {what}" for line, what in wrong[:MAX_REPORTED]]
    if len(wrong) > MAX_REPORTED:
        left = len(wrong) - MAX_REPORTED - 1
        errors.append(f"line {wrong[MAX_REPORTED][0]}: malformed, with {left:,} more after it")
    return tuple(errors)


def record_too_long(start: int, hint: str) -> ParseError:
    """The error for a record that exceeds the limit."""
    return ParseError(f"the record at byte {start:,} is longer than {LONGEST_RECORD // 2**20} MB; {hint}")
